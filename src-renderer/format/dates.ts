const STYLES = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  stamp: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type DateStyle = keyof typeof STYLES

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: string, style: DateStyle, timeZone?: string): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${timeZone ?? ''}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...STYLES[style], ...(timeZone && { timeZone }) })
    formats.set(key, format)
  }
  return format
}

/** An instant in the zone of this machine. `moment` names the zone, because somebody may act on it elsewhere. */
export function formatInstant(locale: string, instant: string | number, style: DateStyle): string {
  return dateFormat(locale, style).format(new Date(instant))
}

/** A calendar day such as 2026-03-14, the same in every zone. Text that is no such day comes back as it is. */
export function formatDay(locale: string, isoDay: string): string {
  const at = /^\d{4}-\d{2}-\d{2}/.test(isoDay) ? Date.parse(isoDay.slice(0, 10)) : Number.NaN
  return Number.isNaN(at) ? isoDay : dateFormat(locale, 'day', 'UTC').format(at)
}

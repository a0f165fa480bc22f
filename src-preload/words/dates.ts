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
  /** A day of this year or near it. */
  shortDay: { day: 'numeric', month: 'short' },
  /** A moment among others of the same list: the zone is said once beside it. */
  listed: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  stamp: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  /** For the record: nothing of it is left to the reader. */
  record: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
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

/** An instant, in the zone of this machine unless another is named. `moment` names it, because somebody may act on it elsewhere. */
export function formatInstant(
  locale: string,
  instant: string | number,
  style: DateStyle,
  zone?: string,
): string {
  return dateFormat(locale, style, zone).format(new Date(instant))
}

/**
 * When something is due. The end of a day is midnight, which everybody reads as the day after: where it is midnight here, the
 * last minute of the day that still counts is said instead.
 */
export function formatDue(locale: string, dueAt: string | number, style: DateStyle): string {
  return dateFormat(locale, style).format(lastMoment(dueAt))
}

/** From one moment to another, what both share said once. The end of a day as in `formatDue`. */
export function formatSpan(locale: string, fromMs: number, toMs: number): string {
  return dateFormat(locale, 'listed').formatRange(fromMs, Math.max(fromMs, lastMoment(toMs)))
}

function lastMoment(end: string | number): number {
  const at = new Date(end)
  return at.getHours() === 0 && at.getMinutes() === 0 ? at.getTime() - 1 : at.getTime()
}

/** IANA name of the zone in which this machine shows its times. */
export function myZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A calendar day such as 2026-03-14, the same in every zone. Text that is no such day comes back as it is. */
export function formatDay(locale: string, isoDay: string): string {
  const at = /^\d{4}-\d{2}-\d{2}/.test(isoDay) ? Date.parse(isoDay.slice(0, 10)) : Number.NaN
  return Number.isNaN(at) ? isoDay : dateFormat(locale, 'day', 'UTC').format(at)
}

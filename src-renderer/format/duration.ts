const MINUTE_MS = 60_000
const MINUTES_A_DAY = 24 * 60

type Unit = 'day' | 'hour' | 'minute'
const formats = new Map<string, Intl.NumberFormat>()

function unitFormat(locale: string, unit: Unit, isSecond: boolean): Intl.NumberFormat {
  const key = `${locale} ${unit} ${isSecond}`
  let format = formats.get(key)
  if (format === undefined) {
    const minimumIntegerDigits = isSecond && unit === 'minute' ? 2 : 1
    format = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'narrow',
      minimumIntegerDigits,
    })
    formats.set(key, format)
  }
  return format
}

/**
 * At most two units: days and hours, hours and minutes, or minutes; the sign is left to the words around it. Whole units
 * only, cut towards zero, so that nothing is promised that is no longer there.
 */
export function formatDuration(locale: string, durationMs: number): string {
  const minutes = Math.floor(Math.abs(durationMs) / MINUTE_MS)
  const days = Math.floor(minutes / MINUTES_A_DAY)
  const hours = Math.floor((minutes % MINUTES_A_DAY) / 60)
  const rest = minutes % 60
  const say = (value: number, unit: Unit, isSecond = false) =>
    unitFormat(locale, unit, isSecond).format(value)
  if (days > 0) return hours > 0 ? `${say(days, 'day')} ${say(hours, 'hour', true)}` : say(days, 'day')
  if (hours > 0) return `${say(hours, 'hour')} ${say(rest, 'minute', true)}`
  return say(rest, 'minute')
}

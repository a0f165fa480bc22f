/** Days as ISO text. For what counts by date alone, without a calendar or a zone. */
const DAY_MS = 86_400_000

/** The day of submission is the UTC day of `submittedAt`; the same for an upload. */
export function utcDayOf(instant: string): string {
  return new Date(instant).toISOString().slice(0, 10)
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The same day so many months before; a day that the month lacks (29 February) becomes its last one. */
export function monthsBefore(day: string, months: number): string {
  const date = new Date(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}

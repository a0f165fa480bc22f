import { Temporal } from 'temporal-polyfill'

/** A team's working calendar. A due instant names the version it was computed with. */
export interface Calendar {
  readonly id: string
  readonly version: number
  /** IANA name; days begin and end at midnight there. */
  readonly zone: string
  /** ISO weekday numbers, Monday = 1. */
  readonly weekend: readonly number[]
  /** ISO days. */
  readonly holidays: readonly string[]
}

/** Half open, epoch milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

export function dayOf(instantMs: number, calendar: Calendar): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(calendar.zone).toPlainDate()
}

/** From midnight to midnight in the calendar's zone: 23 or 25 hours where daylight saving begins or ends. */
export function spanOfDay(day: Temporal.PlainDate, calendar: Calendar): Span {
  const startOf = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone: calendar.zone }).epochMilliseconds
  return { from: startOf(day), to: startOf(day.add({ days: 1 })) }
}

export function isBusinessDay(day: Temporal.PlainDate, calendar: Calendar): boolean {
  return !calendar.weekend.includes(day.dayOfWeek) && !calendar.holidays.includes(day.toString())
}

/** The day itself when it is a business day, else the next one. */
export function businessDayFrom(day: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  let candidate = day
  // A calendar without any business day would never end; its schema refuses a weekend of seven days.
  while (!isBusinessDay(candidate, calendar)) candidate = candidate.add({ days: 1 })
  return candidate
}

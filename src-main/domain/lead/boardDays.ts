import { type Calendar, type CalendarDays, daysOf, isoWeekday } from '../clocks/calendar.ts'

/** How far ahead the board shows what is due, in business days, today among them where it is one. */
export const BOARD_DAYS = 20
/** How many weeks of breaches it shows, the present one among them. */
export const BOARD_WEEKS = 8
/** Where a class of age begins, in business days since the first submission. */
export const AGE_EDGES = [0, 3, 6, 11, 21] as const

/** Half open on the left: what is due at midnight is due on the day that ends then. Epoch milliseconds; null = without a bound. */
export interface Reach {
  readonly after: number | null
  readonly until: number | null
}

export interface BoardDays {
  /** ISO day of the calendar's zone. */
  readonly today: string
  /** End of today. */
  readonly todayUntil: number
  /** Each with what is due since the end of the one before: what falls on a day without business is met with the next business day. */
  readonly ahead: readonly (Reach & { readonly day: string })[]
  /** Oldest first, each named by its Monday. */
  readonly weeks: readonly (Reach & { readonly monday: string })[]
  readonly ages: readonly AgeClass[]
}

/** A week of a team, from Monday to Sunday. Epoch milliseconds; `until` is where the next one begins. */
export interface TeamWeek {
  /** ISO day of the calendar's zone. */
  readonly monday: string
  readonly zone: string
  readonly from: number
  readonly until: number
}

/** Claims by the business days that have begun since the day of their first submission. */
export interface AgeClass {
  readonly from: number
  /** Null = and older. */
  readonly to: number | null
  /** First submitted at or after `since` and before `before`, epoch milliseconds; null = without a bound. */
  readonly since: number | null
  readonly before: number | null
}

/** The days, weeks and classes of age of a board, as the team's calendar has them at an instant. */
export function boardDaysOf(calendar: Calendar, now: number): BoardDays {
  const days = daysOf(calendar)
  const today = days.dayAt(now)
  return {
    today: isoDay(today),
    todayUntil: days.startOf(today + 1),
    ahead: aheadOf(days, today, now),
    weeks: weeksOf(days, today),
    ages: agesOf(days, today),
  }
}

/** The week of a team that lies so many before the present one. */
export function weekBack(calendar: Calendar, now: number, weeksAgo: number): TeamWeek {
  const days = daysOf(calendar)
  const { monday, after, until } = weekOf(days, days.dayAt(now), weeksAgo)
  return { monday, zone: calendar.zone, from: after, until }
}

function aheadOf(days: CalendarDays, today: number, now: number): BoardDays['ahead'] {
  const columns: (Reach & { day: string })[] = []
  let after = now
  for (
    let day = days.businessDayFrom(today);
    columns.length < BOARD_DAYS;
    day = days.businessDayFrom(day + 1)
  ) {
    const until = days.startOf(day + 1)
    columns.push({ day: isoDay(day), after, until })
    after = until
  }
  return columns
}

const weeksOf = (days: CalendarDays, today: number): BoardDays['weeks'] =>
  Array.from({ length: BOARD_WEEKS }, (_, index) => weekOf(days, today, BOARD_WEEKS - 1 - index))

function weekOf(days: CalendarDays, today: number, weeksAgo: number) {
  const monday = today - (isoWeekday(today) - 1) - 7 * weeksAgo
  return { monday: isoDay(monday), after: days.startOf(monday), until: days.startOf(monday + 7) }
}

function agesOf(days: CalendarDays, today: number): AgeClass[] {
  const begin = (edge: number | undefined) =>
    edge === undefined || edge === 0 ? null : days.startOf(businessDaysBack(days, today, edge))
  return AGE_EDGES.map((from, index) => {
    const next = AGE_EDGES[index + 1]
    return { from, to: next === undefined ? null : next - 1, since: begin(next), before: begin(from) }
  })
}

/** The n-th business day back from a day, which itself is the first where it is one. */
function businessDaysBack(days: CalendarDays, day: number, n: number): number {
  let found = day + 1
  for (let left = n; left > 0; left -= 1) {
    do found -= 1
    while (!days.isBusinessDay(found))
  }
  return found
}

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

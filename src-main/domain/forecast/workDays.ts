import { type Calendar, daysOf } from '../clocks/calendar.ts'

/** Time as a team works it: business days from now on, of which today is one only in part. */
export interface WorkDays {
  /** Business days of work that lie between now and an instant; 0 for what is past. */
  until(instant: number): number
  /** The stretch of this measure that a run of dates covers, both ends among them; null = none of it is ahead. */
  spanOf(days: DaySpan): WorkSpan | null
}

/** Whole dates in the zone of the calendar, ISO, both ends among them. */
export interface DaySpan {
  readonly from: string
  readonly to: string
}

/** Half open, in business days from now on. */
export interface WorkSpan {
  readonly from: number
  readonly to: number
}

const DAY_MS = 86_400_000

/**
 * @param now epoch milliseconds.
 * @param leftToday the part (0..1) of a day's work that is done after this hour, where today is a business day; left out = the part of the
 * day that is left.
 */
export function workDaysFrom(calendar: Calendar, now: number, leftToday?: number): WorkDays {
  const days = daysOf(calendar)
  const today = days.dayAt(now)
  const left = days.isBusinessDay(today)
    ? (leftToday ?? partLeft(days.startOf(today), days.startOf(today + 1), now))
    : 0
  /** Business days between tomorrow and a later day, as far as they were asked for. */
  const counted: number[] = [0]
  /** Work ahead at the begin of a day. */
  const atStartOf = (day: number): number => {
    if (day <= today) return 0
    while (counted.length < day - today) {
      const last = counted.at(-1) ?? 0
      counted.push(last + (days.isBusinessDay(today + counted.length) ? 1 : 0))
    }
    return left + (counted[day - today - 1] ?? 0)
  }
  const known = new Map<number, number>()
  const reckon = (instant: number): number => {
    const day = days.dayAt(instant)
    const whole = atStartOf(day)
    if (!days.isBusinessDay(day)) return whole
    if (day === today) return left * (1 - partLeft(now, days.startOf(today + 1), instant))
    return whole + 1 - partLeft(days.startOf(day), days.startOf(day + 1), instant)
  }
  return {
    until(instant) {
      if (instant <= now) return 0
      const found = known.get(instant) ?? reckon(instant)
      known.set(instant, found)
      return found
    },
    spanOf({ from, to }) {
      const first = Date.parse(from) / DAY_MS
      const after = Date.parse(to) / DAY_MS + 1
      const span = { from: atStartOf(first), to: atStartOf(after) }
      return span.from < span.to ? span : null
    },
  }
}

const partLeft = (from: number, to: number, at: number): number =>
  at <= from ? 1 : at >= to ? 0 : (to - at) / (to - from)

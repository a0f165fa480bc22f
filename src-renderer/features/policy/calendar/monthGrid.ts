import type { Calendar } from '../../../../src-preload/contract/vocabulary/calendarShape.ts'

/** One day of the calendar's page. Days are ISO days: no zone has a say in which square a date stands. */
export interface DayCell {
  readonly day: string
  readonly isOfMonth: boolean
  readonly isWeekend: boolean
  /** Of the holiday that the draft has there; null = none. */
  readonly holiday: string | null
  /** Against the newest version. */
  readonly change: 'added' | 'removed' | 'renamed' | null
  /** Of the holiday that the newest version has there. */
  readonly was: string | null
}

const DAY_MS = 86_400_000
const msOf = (day: string): number => Date.parse(day)
const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const addDays = (day: string, by: number): string => isoOf(msOf(day) + by * DAY_MS)

/** Monday = 1. */
export const weekdayOf = (day: string): number => new Date(msOf(day)).getUTCDay() || 7

export const monthOf = (day: string): string => day.slice(0, 7)

/** The same date so many months on, or the last of that month where it is shorter. */
export function addMonths(day: string, by: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate()
  return isoOf(Date.UTC(year, month - 1 + by, Math.min(date, last)))
}

/** Whole weeks from Monday on that hold a month (`2026-12`). */
export function monthGrid(month: string, draft: Calendar, base: Calendar | null): DayCell[][] {
  const first = `${month}-01`
  const start = addDays(first, 1 - weekdayOf(first))
  const end = addDays(addMonths(first, 1), -1)
  const weeks = Math.ceil((msOf(end) - msOf(start) + DAY_MS) / (7 * DAY_MS))
  const named = new Map(draft.holidays.map(({ day, name }) => [day, name]))
  const before = new Map((base ?? draft).holidays.map(({ day, name }) => [day, name]))
  const cellOf = (day: string): DayCell => {
    const holiday = named.get(day) ?? null
    const was = before.get(day) ?? null
    return {
      day,
      isOfMonth: monthOf(day) === month,
      isWeekend: draft.weekend.includes(weekdayOf(day)),
      holiday,
      was,
      change: changeOf(holiday, was),
    }
  }
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, at) => cellOf(addDays(start, week * 7 + at))),
  )
}

function changeOf(holiday: string | null, was: string | null): DayCell['change'] {
  if (holiday === was) return null
  if (was === null) return 'added'
  return holiday === null ? 'removed' : 'renamed'
}

/** The calendar with a holiday on a day, under this name; null = the day is a working day again. */
export function withHoliday(calendar: Calendar, day: string, name: string | null): Calendar {
  const others = calendar.holidays.filter((one) => one.day !== day)
  const holidays = name === null ? others : [...others, { day, name }]
  return { ...calendar, holidays: holidays.toSorted((a, b) => (a.day < b.day ? -1 : 1)) }
}

/** How many days two calendars say differently, and of zone and weekend whether. */
export function countChanges(draft: Calendar, base: Calendar): number {
  const before = new Map(base.holidays.map(({ day, name }) => [day, name]))
  const after = new Map(draft.holidays.map(({ day, name }) => [day, name]))
  const days = new Set([...before.keys(), ...after.keys()])
  const ofDays = [...days].filter((day) => before.get(day) !== after.get(day)).length
  const sorted = (weekend: readonly number[]) => weekend.toSorted((a, b) => a - b).join()
  return ofDays + Number(draft.zone !== base.zone) + Number(sorted(draft.weekend) !== sorted(base.weekend))
}

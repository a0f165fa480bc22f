import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { CHUNK_DAYS, dayStarts } from './zoneDays.ts'

export type { Calendar }

/** Half open, epoch milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Why a day is no business day. A holiday on a weekend takes nothing away, so it is the weekend. */
export interface Closure {
  readonly kind: 'weekend' | 'holiday'
  /** Of the holiday; null = a weekend. */
  readonly name: string | null
}

/** The days of one calendar. Days are numbers, 0 = 1970-01-01. */
export interface CalendarDays {
  /** The day that an instant falls on in the calendar's zone. */
  dayAt(instantMs: number): number
  /** Its first instant, which is also the end of the day before. */
  startOf(day: number): number
  /** The day itself when it is a business day, else the next one. */
  businessDayFrom(day: number): number
  isBusinessDay(day: number): boolean
  /** Null = a business day. */
  closureOf(day: number): Closure | null
}

const DAY_MS = 86_400_000
const known = new WeakMap<Calendar, CalendarDays>()

/** Worked out once for each calendar value, a piece at a time as days are asked for. */
export function daysOf(calendar: Calendar): CalendarDays {
  const found = known.get(calendar) ?? indexDays(calendar)
  known.set(calendar, found)
  return found
}

interface Chunk {
  readonly starts: Float64Array
  /** 1 = a business day. */
  readonly isBusiness: Uint8Array
}

function indexDays(calendar: Calendar): CalendarDays {
  const holidays = new Map(calendar.holidays.map(({ day, name }) => [Date.parse(day) / DAY_MS, name]))
  const isWeekend = (day: number) => calendar.weekend.includes(isoWeekday(day))
  const chunkOf = chunksBy((index) => {
    const starts = dayStarts(calendar.zone, index)
    const isBusiness = Uint8Array.from({ length: CHUNK_DAYS }, (_, offset) => {
      const day = index * CHUNK_DAYS + offset
      // A zone that crosses the date line skips a day: it begins and ends at once, and nobody works on it.
      const exists = starts[offset] !== starts[offset + 1]
      return exists && !isWeekend(day) && !holidays.has(day) ? 1 : 0
    })
    return { starts, isBusiness }
  })
  // Every chunk has all of its days: the fallbacks are for the compiler.
  const startOf = (day: number) => chunkOf(day).starts[day & (CHUNK_DAYS - 1)] ?? Number.NaN
  const isBusinessDay = (day: number) => chunkOf(day).isBusiness[day & (CHUNK_DAYS - 1)] === 1
  return {
    startOf,
    isBusinessDay,
    dayAt: (instantMs) => {
      let day = Math.floor(instantMs / DAY_MS)
      while (startOf(day) > instantMs) day -= 1
      while (startOf(day + 1) <= instantMs) day += 1
      return day
    },
    businessDayFrom: (day) => {
      let candidate = day
      while (!isBusinessDay(candidate)) candidate += 1
      return candidate
    },
    closureOf: (day) => {
      if (isWeekend(day)) return { kind: 'weekend', name: null }
      const name = holidays.get(day)
      return name === undefined ? null : { kind: 'holiday', name }
    },
  }
}

/** The chunk that a day lies in. Most questions are about the chunk of the question before. */
function chunksBy(build: (index: number) => Chunk): (day: number) => Chunk {
  const built = new Map<number, Chunk>()
  let lastIndex = 0
  let last: Chunk | undefined
  return (day) => {
    const index = Math.floor(day / CHUNK_DAYS)
    if (last !== undefined && index === lastIndex) return last
    last = built.get(index) ?? build(index)
    built.set(index, last)
    lastIndex = index
    return last
  }
}

/** Monday = 1. Day 0 was a Thursday. */
export function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

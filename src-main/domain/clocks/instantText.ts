import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

const digits = (value: number, length: number) => String(value).padStart(length, '0')
const listOf = (length: number, text: (index: number) => string) =>
  Array.from({ length }, (_, index) => text(index))

/** By minute of the day. */
const MINUTES = listOf(1440, (minute) => `${digits(Math.floor(minute / 60), 2)}:${digits(minute % 60, 2)}:`)
const SECONDS = listOf(60, (second) => `${digits(second, 2)}.`)
const MILLISECONDS = listOf(1000, (ms) => `${digits(ms, 3)}Z`)
/** By day, 0 = 1970-01-01. As many as there are days with an event or a due instant. */
const dates = new Map<number, string>()

/**
 * The text that `toISOString` gives, put together from parts that are known: writing the instants of a clock took ten times as long
 * as finding them.
 */
export function instantText(ms: number): Instant {
  const day = Math.floor(ms / DAY_MS)
  const sinceMidnight = ms - day * DAY_MS
  const minute = Math.floor(sinceMidnight / MINUTE_MS)
  const sinceMinute = sinceMidnight - minute * MINUTE_MS
  const second = Math.floor(sinceMinute / 1000)
  const text = `${dateText(day)}${MINUTES[minute]}${SECONDS[second]}${MILLISECONDS[sinceMinute - second * 1000]}`
  return text as Instant // it has just that form
}

function dateText(day: number): string {
  const found = dates.get(day)
  if (found !== undefined) return found
  const text = new Date(day * DAY_MS).toISOString().slice(0, -13)
  dates.set(day, text)
  return text
}

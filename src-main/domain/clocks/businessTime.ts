import type { PartnerWait } from '../claim/timeline.ts'
import { type Calendar, type CalendarDays, daysOf, type Span } from './calendar.ts'

/** What a business-day timer counts: an event, a number of whole business days, the waits that stop it. */
export interface BusinessTimer {
  /** Epoch milliseconds of the event. */
  readonly startedAt: number
  readonly businessDays: number
  /** In any order; they may overlap, be empty, begin before the event. */
  readonly waits: readonly PartnerWait[]
  readonly calendar: Calendar
}

/** The business time of a timer without its pauses, up to its due instant. */
export interface BusinessCourse {
  /** Of a frozen timer, where it would be due if the answer had come at once. */
  readonly dueAt: number
  /** In order, none touches another. */
  readonly spans: readonly Span[]
  readonly totalMs: number
  /** Since when the timer stands still because a wait is open; null = it runs. May lie before the event. */
  readonly frozenAt: number | null
}

/**
 * Day 0 is the event's business day (the next one, from its start, when the event fell on another day). Due is the end of the
 * N-th business day after day 0 whose end lies in no pause.
 */
export function courseOf({ startedAt, businessDays, waits, calendar }: BusinessTimer): BusinessCourse {
  const { pauses, frozenAt } = pausesOf(waits)
  const { dueAt, spans } = walk(startedAt, businessDays, pauses, daysOf(calendar))
  const running = pauses.length === 0 ? spans : without(spans, pauses)
  let totalMs = 0
  for (const { from, to } of running) totalMs += to - from
  return { dueAt, spans: running, totalMs, frozenAt }
}

/** The business time up to the due instant, pauses included. */
function walk(
  startedAt: number,
  businessDays: number,
  pauses: readonly Span[],
  days: CalendarDays,
): { readonly dueAt: number; readonly spans: readonly Span[] } {
  const spans: Span[] = []
  let day = days.businessDayFrom(days.dayAt(startedAt))
  let from = Math.max(days.startOf(day), startedAt)
  let to = days.startOf(day + 1)
  for (let left = businessDays; left > 0; ) {
    day = days.businessDayFrom(day + 1)
    const start = days.startOf(day)
    if (start !== to) {
      spans.push({ from, to })
      from = start
    }
    to = days.startOf(day + 1)
    if (!isPausedAt(to, pauses)) left -= 1
  }
  spans.push({ from, to })
  return { dueAt: to, spans }
}

function isPausedAt(instant: number, pauses: readonly Span[]): boolean {
  for (const { from, to } of pauses) if (from <= instant && instant < to) return true
  return false
}

export interface Pauses {
  /** In order, without empty ones, none touches another. */
  readonly pauses: readonly Span[]
  /** The beginning of the pause that has no end yet; null = none is open. Nothing after it counts. */
  readonly frozenAt: number | null
}

const NO_PAUSES: Pauses = { pauses: [], frozenAt: null }

/** What waits stop together: those that overlap or follow on one another are one pause. */
export function pausesOf(waits: readonly PartnerWait[]): Pauses {
  if (waits.length === 0) return NO_PAUSES
  const sorted = waits
    .map(({ from, to }) => ({ from, to: to ?? Number.POSITIVE_INFINITY }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  const pauses: Span[] = []
  for (const wait of sorted) {
    const before = pauses.at(-1)
    if (before === undefined || before.to < wait.from) pauses.push(wait)
    else pauses.splice(-1, 1, { from: before.from, to: Math.max(before.to, wait.to) })
  }
  const last = pauses.at(-1)
  return last?.to === Number.POSITIVE_INFINITY
    ? { pauses: pauses.slice(0, -1), frozenAt: last.from }
    : { pauses, frozenAt: null }
}

function without(spans: readonly Span[], pauses: readonly Span[]): Span[] {
  const pieces: Span[] = []
  for (const span of spans) {
    let from = span.from
    for (const pause of pauses) {
      if (pause.to <= from || pause.from >= span.to) continue
      if (from < pause.from) pieces.push({ from, to: pause.from })
      from = pause.to
    }
    if (from < span.to) pieces.push({ from, to: span.to })
  }
  return pieces
}

/** Milliseconds of a course that lie before an instant. */
export function usedMs({ spans }: BusinessCourse, at: number): number {
  let used = 0
  for (const { from, to } of spans) {
    if (from >= at) break
    used += Math.min(to, at) - from
  }
  return used
}

/** The part (0..1) of a course that is used at an instant; of a course without any time left to use, all of it. */
export function shareUsed(course: BusinessCourse, at: number): number {
  return course.totalMs === 0 ? 1 : usedMs(course, at) / course.totalMs
}

/** The instant at which a share (0..1) of a course is used; its due instant when none is left to find. */
export function instantOfShare(course: BusinessCourse, share: number): number {
  let wanted = course.totalMs * share
  for (const { from, to } of course.spans) {
    if (wanted <= to - from) return Math.round(from + wanted)
    wanted -= to - from
  }
  return course.dueAt
}

/** Whether an instant falls on a business day of the calendar. */
export function inBusinessTime(at: number, calendar: Calendar): boolean {
  const days = daysOf(calendar)
  return days.isBusinessDay(days.dayAt(at))
}

import type { PartnerWait } from '../claim/timeline.ts'
import { businessDayFrom, type Calendar, dayOf, isBusinessDay, type Span, spanOfDay } from './calendar.ts'

/** What a business-day timer counts: an event, a number of whole business days, the waits that stop it. */
export interface BusinessTimer {
  /** Epoch milliseconds of the event. */
  readonly startedAt: number
  readonly businessDays: number
  readonly waits: readonly PartnerWait[]
  readonly calendar: Calendar
}

/** The business time of a timer, piece by piece and without the waits, up to its due instant. */
export interface BusinessCourse {
  readonly dueAt: number
  readonly spans: readonly Span[]
}

/**
 * Day 0 is the event's business day (the next one, from its start, when the event fell on another day). Due is the end of the
 * N-th business day after day 0 whose end lies in no wait. Open waits count as never ending, so the caller leaves them out.
 */
export function courseOf({ startedAt, businessDays, waits, calendar }: BusinessTimer): BusinessCourse {
  const eventDay = dayOf(startedAt, calendar)
  let day = businessDayFrom(eventDay, calendar)
  const first = spanOfDay(day, calendar)
  const spans: Span[] = [{ from: Math.max(first.from, startedAt), to: first.to }]
  let counted = 0
  let dueAt = first.to
  while (counted < businessDays) {
    day = businessDayFrom(day.add({ days: 1 }), calendar)
    const span = spanOfDay(day, calendar)
    spans.push(span)
    if (!endsInWait(span, waits)) counted += 1
    dueAt = span.to
  }
  return { dueAt, spans: spans.flatMap((span) => without(span, waits)) }
}

function endsInWait(span: Span, waits: readonly PartnerWait[]): boolean {
  return waits.some(({ from, to }) => from <= span.to && (to === null || span.to < to))
}

function without(span: Span, waits: readonly PartnerWait[]): Span[] {
  let pieces: Span[] = [span]
  for (const { from, to } of waits) {
    const end = to ?? Number.POSITIVE_INFINITY
    pieces = pieces.flatMap((piece) =>
      [
        { from: piece.from, to: Math.min(piece.to, from) },
        { from: Math.max(piece.from, end), to: piece.to },
      ].filter((part) => part.from < part.to),
    )
  }
  return pieces
}

/** Milliseconds of a course that lie before an instant. */
export function usedMs(course: BusinessCourse, at: number): number {
  return course.spans.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, at) - from), 0)
}

/** The instant at which a share (0..1) of a course is used; its due instant when none is left to find. */
export function instantOfShare(course: BusinessCourse, share: number): number {
  const total = usedMs(course, course.dueAt)
  let wanted = total * share
  for (const { from, to } of course.spans) {
    if (wanted <= to - from) return Math.round(from + wanted)
    wanted -= to - from
  }
  return course.dueAt
}

/** Whether an instant falls on a business day of the calendar. */
export function inBusinessTime(at: number, calendar: Calendar): boolean {
  return isBusinessDay(dayOf(at, calendar), calendar)
}

import type { Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import type { PartnerWait } from '../claim/timeline.ts'
import { type BusinessCourse, courseOf } from './businessTime.ts'
import { type Calendar, daysOf } from './calendar.ts'

/** What one clock of a claim counts, before a calendar makes instants of it. */
export interface ClaimTimer {
  readonly timer: Timer
  /** Epoch milliseconds of the event. */
  readonly startedAt: number
  readonly length: number
  readonly unit: 'calendar_days' | 'business_days'
  /** All that stop it; calendar days stop for nobody, so they have none. */
  readonly waits: readonly PartnerWait[]
}

/** The time that a clock runs in. Calendar days run through, to the end of the local date N days on: by date, not by 24 hours. */
export function courseOfTimer(
  { startedAt, length, unit, waits }: ClaimTimer,
  calendar: Calendar,
): BusinessCourse {
  if (unit === 'business_days') return courseOf({ startedAt, businessDays: length, waits, calendar })
  const days = daysOf(calendar)
  const dueAt = days.startOf(days.dayAt(startedAt) + length + 1)
  return { dueAt, spans: [{ from: startedAt, to: dueAt }], totalMs: dueAt - startedAt, frozenAt: null }
}

import type { Clock } from '../../src-preload/contract/vocabulary/claimShape.ts'

/** Quarters of the allowed business time that are used; `late` from nine tenths on. */
export const CLOCK_STAGES = ['quarter', 'half', 'three_quarters', 'late', 'over', 'paused'] as const
export type ClockStage = (typeof CLOCK_STAGES)[number]

/** The instants were computed by the hub in business time; the window only compares them. `nowMs`: epoch milliseconds. */
export function clockStageAt(clock: Clock, nowMs: number): ClockStage {
  if (clock.dueAt === null) return 'paused'
  if (isPast(clock.dueAt, nowMs)) return 'over'
  if (isPast(clock.nineTenthsAt, nowMs)) return 'late'
  if (isPast(clock.threeQuartersAt, nowMs)) return 'three_quarters'
  return isPast(clock.halfAt, nowMs) ? 'half' : 'quarter'
}

/** Wall-clock time until due in milliseconds, negative once over; null while paused. */
export function timeLeftMs(clock: Clock, nowMs: number): number | null {
  return clock.dueAt === null ? null : Date.parse(clock.dueAt) - nowMs
}

/** The due instant itself still counts as in time. */
function isPast(instant: string | null, nowMs: number): boolean {
  return instant !== null && Date.parse(instant) < nowMs
}

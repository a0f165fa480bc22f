import { z } from 'zod'
import { Instant } from './idShapes.ts'
import { TIMERS } from './words.ts'

/**
 * One running clock. The hub computes the instants (UTC, calendar of the team); the workstation compares them with now.
 * While paused there is no due instant: `share` shows the part used when the pause began.
 */
export const Clock = z.object({
  timer: z.enum(TIMERS),
  startedAt: Instant,
  /** Null while paused. */
  dueAt: Instant.nullable(),
  /** When half, three quarters and nine tenths of the business time are used; null while paused. */
  halfAt: Instant.nullable(),
  threeQuartersAt: Instant.nullable(),
  nineTenthsAt: Instant.nullable(),
  /** 0..1, only while paused. */
  pausedShare: z.number().min(0).max(1).nullable(),
})
export type Clock = z.infer<typeof Clock>

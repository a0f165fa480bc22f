import { z } from 'zod'
import { Instant } from './idShapes.ts'
import { CLOCK_PHASES, CLOCK_SEGMENT_KINDS, TIMERS } from './words.ts'

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

/** One stretch of a clock's time; a list of them explains the clock from its event on, without a gap. */
export const ClockSegment = z
  .object({
    kind: z.enum(CLOCK_SEGMENT_KINDS),
    phase: z.enum(CLOCK_PHASES),
    /** Half open, epoch milliseconds. */
    from: z.int(),
    to: z.int(),
    /** Of the holiday; null for the other kinds. */
    name: z.string().nullable(),
  })
  .readonly()
export type ClockSegment = z.infer<typeof ClockSegment>

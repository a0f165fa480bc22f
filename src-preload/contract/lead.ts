import { z } from 'zod'
import { ClockExplanation } from './claims.ts'
import { query } from './method.ts'
import { Block } from './vocabulary/blockShape.ts'
import { CalendarRule } from './vocabulary/calendarShape.ts'
import { Clock } from './vocabulary/clockShape.ts'
import { ClaimId, Instant, Revision, UserId } from './vocabulary/idShapes.ts'
import { LeadFigure, LeadSlice } from './vocabulary/leadShape.ts'
import { LEAD_PARTS, LEAD_TILES, WHY_OPEN } from './vocabulary/leadWords.ts'
import { CLAIM_STATES, CLAIM_SUB_STATES, HISTORY_KINDS, PROGRAMS, TIMERS } from './vocabulary/words.ts'

const Count = z.int().min(0)
const Day = z.iso.date()

/** A clock that ended, or whose time has: what it came to. */
export const PastClock = z.strictObject({
  timer: z.enum(TIMERS),
  startedAt: Instant,
  dueAt: Instant,
  /** Null = it runs still. */
  endedAt: Instant.nullable(),
})
export type PastClock = z.infer<typeof PastClock>

/** One line of the list behind a figure. */
export const LeadClaim = z.strictObject({
  claimId: ClaimId,
  claimName: z.string(),
  /** On which the next act is made. */
  revision: Revision,
  customerName: z.string(),
  partnerName: z.string(),
  program: z.enum(PROGRAMS),
  state: z.enum(CLAIM_STATES),
  subState: z.enum(CLAIM_SUB_STATES).nullable(),
  /** The clock that the figure counts; of a claim the first. Null = none runs, or it is past. */
  clock: Clock.nullable(),
  past: PastClock.nullable(),
  /** Who works on it, or handled it last: then `isHeld` is false. */
  holder: z.strictObject({ userId: UserId, name: z.string(), isHeld: z.boolean() }).nullable(),
  why: z.enum(WHY_OPEN),
  latePause: z
    .strictObject({ pausedAt: Instant, answeredAt: Instant, answer: z.enum(HISTORY_KINDS) })
    .nullable(),
})
export type LeadClaim = z.infer<typeof LeadClaim>

export const LeadBoard = z.strictObject({
  /** By this machine's clock: what the figures are true of. Asked again with it, every list has as many lines as its figure says. */
  asOf: Instant,
  /** By which days are told; null = none has come from the hub yet, and days are those of UTC, Monday to Friday. */
  calendar: CalendarRule.pick({ id: true, version: true, zone: true }).nullable(),
  today: Day,
  tiles: z.array(z.strictObject({ tile: z.enum(LEAD_TILES), claims: Count })),
  due: z.strictObject({
    /** Business days, the first one today where it is one. */
    days: z.array(Day),
    /** One for each kind of clock that runs somewhere, as many counts as there are days. */
    timers: z.array(
      z.strictObject({ timer: z.enum(TIMERS), overdue: Count, days: z.array(Count), later: Count }),
    ),
  }),
  /** Open claims by the business days that began since their first submission; `to` null = and older. */
  ages: z.array(z.strictObject({ from: Count, to: Count.nullable(), claims: Count })),
  /** Oldest first; kinds of clock without a breach are left out. */
  weeks: z.array(
    z.strictObject({
      monday: Day,
      breaches: z.array(z.strictObject({ timer: z.enum(TIMERS), clocks: Count })),
    }),
  ),
  /** Of every person who has open claims or reviews here, most first; `held`: those they work on now. */
  load: z.array(
    z.strictObject({ userId: UserId.nullable(), name: z.string().nullable(), open: Count, held: Count }),
  ),
  /** In the weeks that the board shows. */
  latePauses: Count,
  /** Claims that came or changed and whose past is not told yet: weeks and late pauses are without them until then. */
  untold: Count,
})
export type LeadBoard = z.infer<typeof LeadBoard>

const asked = { figure: LeadFigure, slice: LeadSlice.nullable(), asOf: Instant.nullable() }
const blocked = z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) })
const shown = <T extends z.ZodRawShape>(shape: T) =>
  z.discriminatedUnion('outcome', [z.strictObject({ outcome: z.literal('shown'), ...shape }), blocked])

/** What a team lead sees of the team's clocks. Nobody else may ask. `asOf` null = now. */
export const lead = {
  'lead.board': query(z.strictObject({ asOf: Instant.nullable() }), shown({ board: LeadBoard })),
  /** A figure in parts, most first; they add up to it. */
  'lead.breakdown': query(
    z.strictObject({ ...asked, by: z.enum(LEAD_PARTS) }),
    shown({
      parts: z.array(
        z.strictObject({ value: z.string().nullable(), name: z.string().nullable(), count: Count }),
      ),
    }),
  ),
  /** What a figure counts, the first due first; paused clocks and claims without one follow. */
  'lead.claims': query(
    z.strictObject({ ...asked, offset: Count, limit: z.int().min(1).max(200) }),
    shown({ total: Count, rows: z.array(LeadClaim) }),
  ),
  /** Where the time of a clock went, also of one that has ended, by the calendar that it was reckoned with. */
  'lead.clock': query(
    z.strictObject({ claimId: ClaimId, timer: z.enum(TIMERS), startedAt: Instant }),
    shown({
      /** Null = the claim has no such clock, or what it is reckoned by is not here. */
      explanation: ClockExplanation.nullable(),
      endedAt: Instant.nullable(),
    }),
  ),
}

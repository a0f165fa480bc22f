import { z } from 'zod'
import { ClaimId, Instant } from './idShapes.ts'
import { TIMERS } from './words.ts'

/** How much of a clock is used when somebody is told, in hundredths. */
export const CROSSED_SHARES = [50, 75, 90, 100] as const

/** A clock reached one of these marks. */
export const Crossing = z.strictObject({
  claimId: ClaimId,
  claimName: z.string(),
  timer: z.enum(TIMERS),
  share: z.union(CROSSED_SHARES.map((share) => z.literal(share))),
  at: Instant,
})
export type Crossing = z.infer<typeof Crossing>

const said = { claimId: ClaimId, claimName: z.string(), byName: z.string(), reason: z.string() }

/** What a message says. A digest names the gravest marks alone; `counts` has all of them. */
export const NoticeContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('digest'),
    crossings: z.array(Crossing),
    counts: z.array(
      z.strictObject({
        share: z.union(CROSSED_SHARES.map((share) => z.literal(share))),
        claims: z.int().min(1),
      }),
    ),
  }),
  /** A lead reminds whoever holds the claim. */
  z.strictObject({ kind: z.literal('nudge'), ...said }),
  /** Somebody asks for a lead's attention. */
  z.strictObject({ kind: z.literal('escalation'), ...said }),
])
export type NoticeContent = z.infer<typeof NoticeContent>

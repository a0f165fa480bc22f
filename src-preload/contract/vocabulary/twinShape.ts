import { z } from 'zod'
import { ClaimId, Instant, OperationId, UserId } from './idShapes.ts'
import { DECISION_REASONS, DECISIONS } from './words.ts'

const Person = z.strictObject({ userId: UserId, name: z.string() })

/** One of two near-identical claims, and how it was decided. */
const Twin = z.strictObject({
  claimId: ClaimId,
  claimName: z.string(),
  customerName: z.string(),
  partnerName: z.string(),
  decisionId: OperationId,
  decidedAt: Instant,
  decider: Person,
  outcome: z.enum(DECISIONS),
  reasons: z.array(z.enum(DECISION_REASONS)),
})
export type Twin = z.infer<typeof Twin>

/** Two near-identical claims of which one was approved and the other was not. */
export const TwinPair = z.strictObject({
  approved: Twin,
  other: Twin,
  /** How near their papers are, 0..1: 1 = the same files, or word for word the same. */
  nearness: z.number(),
  /** Null = nobody has said why this is right as it is. */
  dismissed: z.strictObject({ by: Person, at: Instant, reason: z.string() }).nullable(),
})
export type TwinPair = z.infer<typeof TwinPair>

/** Why two near-identical claims were rightly decided otherwise. */
export const DismissalReason = z.string().trim().min(1).max(2000)

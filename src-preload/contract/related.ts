import { z } from 'zod'
import { query } from './method.ts'
import { User } from './session.ts'
import { Clock } from './vocabulary/clockShape.ts'
import { ClaimId, Instant, Revision, UserId } from './vocabulary/idShapes.ts'
import { CLAIM_STATES, CLAIM_SUB_STATES, DECISION_REASONS, KINSHIPS, PROGRAMS } from './vocabulary/words.ts'

const standing = {
  claimId: ClaimId,
  claimName: z.string(),
  state: z.enum(CLAIM_STATES),
  subState: z.enum(CLAIM_SUB_STATES).nullable(),
}

/** A claim by its name and where it stands: enough wherever it is only mentioned (S-30). */
export const ClaimStanding = z.strictObject(standing)
export type ClaimStanding = z.infer<typeof ClaimStanding>

/** Another claim of the same customer. */
export const FamilyMember = z.strictObject({
  ...standing,
  kinship: z.enum(KINSHIPS),
  partnerName: z.string(),
  /** PartnerID of the claiming location. */
  mpnId: z.string(),
  program: z.enum(PROGRAMS),
  /** Names of its items, in the order of the claim. */
  items: z.array(z.string()),
  /** Those of its items that this claim names too, where only one partner may hold them. */
  shared: z.array(z.string()),
  submittedAt: Instant,
  stateChangedAt: Instant,
})
export type FamilyMember = z.infer<typeof FamilyMember>

/** A claim whose rejection the partner disputes, and nobody has answered yet. */
export const OpenDispute = z.strictObject({
  ...standing,
  revision: Revision,
  customerName: z.string(),
  partnerName: z.string(),
  /** The clock that is due first; null when none runs. */
  clock: Clock.nullable(),
  openedAt: Instant,
  /** Papers that came with the dispute or after the rejection. */
  newPapers: z.int().min(0),
  reasons: z.array(z.enum(DECISION_REASONS)),
  rejectedAt: Instant.nullable(),
  /** Who rejected; null = no reviewer did. The name as the history has it. */
  firstDecider: z.strictObject({ userId: UserId, name: z.string() }).nullable(),
  /** This person rejected it, and the profile wants somebody else to decide (T13). */
  isBarred: z.boolean(),
  /** Who else of the team may decide it, as far as the hub has said who is of the team. */
  deciders: z.array(User),
  assignedTo: z.strictObject({ userId: UserId, name: z.string(), until: Instant.nullable() }).nullable(),
})
export type OpenDispute = z.infer<typeof OpenDispute>

/** What a claim has to do with others, and with what was decided of it before. */
export const related = {
  /** Claims that are not here are left out. */
  'claims.standings': query(
    z.strictObject({ claimIds: z.array(ClaimId).max(500) }),
    z.strictObject({ standings: z.array(ClaimStanding) }),
  ),
  /** The closest first, then the youngest; `total` counts those that are not shown too. */
  'claims.family': query(
    z.strictObject({ claimId: ClaimId }),
    z.strictObject({ members: z.array(FamilyMember), total: z.int().min(0) }),
  ),
  /** Due first first. Those that wait for the partner follow. */
  'claims.disputes': query(z.strictObject({}), z.strictObject({ disputes: z.array(OpenDispute) })),
}

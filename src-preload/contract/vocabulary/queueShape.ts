import { z } from 'zod'
import { Clock } from './clockShape.ts'
import { ClaimId, Instant, Revision, UserId } from './idShapes.ts'
import { CLAIM_STATES, CLAIM_SUB_STATES, DECISIONS, PROGRAMS, VERDICTS } from './words.ts'

/** Each criterion as the queue shows it: the reviewer's verdict, else the machine's; null = not checked yet. */
export const VerdictChips = z.strictObject({
  usablePoe: z.enum(VERDICTS).nullable(),
  customerAcknowledgment: z.enum(VERDICTS).nullable(),
  dates: z.enum(VERDICTS).nullable(),
  products: z.enum(VERDICTS).nullable(),
  serviceDescription: z.enum(VERDICTS).nullable(),
})
export type VerdictChips = z.infer<typeof VerdictChips>

/** One row of the queue. */
export const ClaimSummary = z.strictObject({
  claimId: ClaimId,
  claimName: z.string(),
  customerName: z.string(),
  partnerName: z.string(),
  program: z.enum(PROGRAMS),
  /** Names of the claimed items, in the order of the claim. */
  items: z.array(z.string()),
  state: z.enum(CLAIM_STATES),
  subState: z.enum(CLAIM_SUB_STATES).nullable(),
  revision: Revision,
  /** The clock that is due first; null when none runs. */
  clock: Clock.nullable(),
  verdicts: VerdictChips,
  /** A decision of this workstation is on its way; null = none. */
  pendingDecision: z.enum(DECISIONS).nullable(),
  competing: z.boolean(),
  /** `until`: end of the lease; null = none runs. */
  assignedTo: z.strictObject({ userId: UserId, name: z.string(), until: Instant.nullable() }).nullable(),
})
export type ClaimSummary = z.infer<typeof ClaimSummary>

export const ClaimFilter = z.strictObject({
  /** Every word must begin a word of name, id, customer, partner or item. Accents and case do not matter. Empty = all. */
  text: z.string().max(200),
  /** Empty = every status. */
  states: z.array(z.enum(CLAIM_STATES)),
})
export type ClaimFilter = z.infer<typeof ClaimFilter>

export const ClaimPage = z.strictObject({
  /** All claims that match, not only this page. */
  total: z.int().min(0),
  offset: z.int().min(0),
  rows: z.array(ClaimSummary),
})
export type ClaimPage = z.infer<typeof ClaimPage>

/** What the reviewer said of a criterion; stays with the claim, bound to what was seen. */
export const ReviewerVerdict = z.strictObject({
  verdict: z.enum(VERDICTS),
  /** Confirmed the machine's verdict, or set one of their own. */
  act: z.enum(['confirmed', 'set']),
  /** Always present when set; may be null when confirmed. */
  reason: z.string().nullable(),
  byName: z.string(),
  at: Instant,
})
export type ReviewerVerdict = z.infer<typeof ReviewerVerdict>

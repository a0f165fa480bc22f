import { z } from 'zod'
import { PARTNER_REQUEST_REASONS } from '../../../src-preload/contract/vocabulary/actWords.ts'
import { PolicyVersion } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { CASE_ASKS } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import {
  CaseId,
  Instant,
  OperationId,
  Revision,
  Sha256,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { CaseDecision, CaseVoteCast } from './caseDecision.ts'
import { DecidedVerdict } from './decidedVerdict.ts'
import { CoachingNoteSent, SecondReview, TwinsDismissed } from './qualityActs.ts'
import {
  COMMENT_VISIBILITIES,
  CONFLICT_REASONS,
  DECISION_REASONS,
} from '../../../src-preload/contract/vocabulary/words.ts'

export { DecidedVerdict } from './decidedVerdict.ts'

const decision = {
  verdicts: z.array(DecidedVerdict).max(200),
  reasons: z.array(z.enum(DECISION_REASONS)).max(20),
  comment: z.string().max(8000),
}

export const OperationAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['start_review', 'take', 'release']) }),
  z.strictObject({
    kind: z.literal('hand_over'),
    toUserId: UserId,
    /** As the sender knows the person; the hub writes the name that it has. */
    toName: z.string().min(1).max(255),
    note: z.string().max(2000).default(''),
  }),
  z.strictObject({ kind: z.literal('approve'), ...decision }),
  z.strictObject({
    kind: z.literal('request_info'),
    ...decision,
    items: z.array(z.string().min(1).max(64)).max(200).default([]),
    mayRemoveItems: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('reject'),
    ...decision,
    partnerRequestReason: z.enum(PARTNER_REQUEST_REASONS).nullable().default(null),
    /** For the lead, never for the partner. */
    note: z.string().max(2000).default(''),
  }),
  z.strictObject({ kind: z.literal('hold_for_arbitration'), comment: z.string().max(8000) }),
  z.strictObject({
    kind: z.literal('case_ask'),
    caseId: CaseId,
    /** All that this party is asked for at once. */
    asks: z.array(z.enum(CASE_ASKS)).max(CASE_ASKS.length),
    /** Until the answer is due; null = as the profile has it. */
    businessDays: z.int().min(1).max(60).nullable().default(null),
    comment: z.string().max(8000),
  }),
  z.strictObject({ kind: z.literal('case_tell'), caseId: CaseId, comment: z.string().max(8000) }),
  z.strictObject({
    kind: z.enum(['escalate', 'settle_escalation', 'nudge']),
    reason: z.string().max(2000),
  }),
  z.strictObject({ kind: z.literal('reopen'), reason: z.string().max(2000) }),
  z.strictObject({
    kind: z.literal('comment'),
    text: z.string().min(1).max(8000),
    visibility: z.enum(COMMENT_VISIBILITIES),
    inReplyTo: z.string().min(1).max(64).nullable().default(null),
  }),
])
export type OperationAction = z.infer<typeof OperationAction>

/** Done to the one claim that the operation is on, or to all claims of a case; or said about a decision on it. */
export const SentAction = z.discriminatedUnion('kind', [
  ...OperationAction.options,
  CaseDecision,
  CaseVoteCast,
  SecondReview,
  CoachingNoteSent,
  TwinsDismissed,
])
export type SentAction = z.infer<typeof SentAction>

/**
 * What a workstation asks of the hub, once. The id is the idempotency key: the same id with the same content gives the stored
 * result, with other content 422.
 */
export const OperationRequest = z.strictObject({
  operationId: OperationId,
  /** Names the profile that made it; a restored or copied profile gets a new one. */
  clientId: z.uuid(),
  /** Contiguous per client, from 1. */
  sequence: z.int().min(1),
  /** The revision that the reviewer had before their eyes. */
  claimRevision: Revision,
  policy: PolicyVersion,
  /** The documents that the reviewer had before their eyes, sorted. */
  documentHashes: z.array(Sha256).max(200),
  /** By the clock of the device. The hub decides time: this is kept, and orders nothing. */
  madeAt: Instant,
  /** Milliseconds that the hub's clock was ahead of the device's; null = not known. */
  clockOffsetMs: z.int().nullable().default(null),
  action: SentAction,
})
export type OperationRequest = z.infer<typeof OperationRequest>

/** What is asked of one claim alone. */
export type ClaimRequest = Omit<OperationRequest, 'action'> & { readonly action: OperationAction }

export const OperationResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('applied'), revision: Revision }),
  z.object({
    outcome: z.literal('conflict'),
    reason: z.enum(CONFLICT_REASONS),
    /** Null when the claim is gone. */
    currentRevision: Revision.nullable(),
  }),
])
export type OperationResult = z.infer<typeof OperationResult>

/** What makes JSON an operation, of whatever version. */
const OperationEnvelope = z.looseObject({
  operationId: OperationId,
  clientId: z.uuid(),
  sequence: z.int().min(1),
  action: z.looseObject({ kind: z.string().min(1) }),
})

/** Kinds of misfit that another version explains: fields and words that this one does not know. */
const OTHER_VERSION: readonly string[] = ['unrecognized_keys', 'invalid_union', 'invalid_value']

/**
 * Whether what was sent is an operation of another version of this interface, and no nonsense: then its sender must not throw it away.
 * @param error why it did not fit `OperationRequest`.
 */
export const isOfOtherVersion = (sent: unknown, error: z.ZodError): boolean =>
  OperationEnvelope.safeParse(sent).success && error.issues.every(({ code }) => OTHER_VERSION.includes(code))

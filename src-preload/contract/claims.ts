import { z } from 'zod'
import { command, query } from './method.ts'
import { Block } from './vocabulary/blockShape.ts'
import { CheckReport, Finding } from './vocabulary/checkShape.ts'
import { ClaimDocument, ClaimRecord } from './vocabulary/claimShape.ts'
import { ClaimId, Instant, OperationId, Revision } from './vocabulary/idShapes.ts'
import { ReviewerVerdict } from './vocabulary/queueShape.ts'
import {
  COMMENT_VISIBILITIES,
  CRITERIA,
  DECISION_REASONS,
  DECISIONS,
  OPERATION_KINDS,
  OUTBOX_STATES,
  VERDICTS,
} from './vocabulary/words.ts'

export {
  ClaimFilter,
  ClaimPage,
  ClaimSummary,
  ReviewerVerdict,
  VerdictChips,
} from './vocabulary/queueShape.ts'

/** One line of the checks panel: what the machine found, what the reviewer said, what counts. */
export const CriterionView = z.strictObject({
  criterion: z.enum(CRITERIA),
  /** The item's id for products; null = the whole claim. */
  item: z.string().nullable(),
  /** Null until the documents were checked. */
  machine: Finding.nullable(),
  reviewer: ReviewerVerdict.nullable(),
  /** The reviewer's verdict, else the machine's met or not applicable; null = open, and blocks approval. */
  effective: z.enum(VERDICTS).nullable(),
})
export type CriterionView = z.infer<typeof CriterionView>

export const DocumentView = z.strictObject({
  ...ClaimDocument.shape,
  /** `local`: the bytes are on this machine and can be read offline. */
  availability: z.enum(['local', 'missing']),
  /** Path on the app's own origin; answers 404 while the document is missing. */
  url: z.string(),
})
export type DocumentView = z.infer<typeof DocumentView>

/** An operation of this workstation that the hub has not confirmed yet, or that met a conflict. */
export const PendingOperation = z.strictObject({
  operationId: OperationId,
  claimId: ClaimId,
  kind: z.enum(OPERATION_KINDS),
  state: z.enum(OUTBOX_STATES),
  madeAt: Instant,
  /** Until then it may be undone and nobody else sees it; null = leaves at once. */
  holdUntil: Instant.nullable(),
})
export type PendingOperation = z.infer<typeof PendingOperation>

/** Whether an action is open to this user now, and why not. */
export const ActionView = z.strictObject({
  action: z.enum(OPERATION_KINDS),
  blocks: z.array(Block),
})
export type ActionView = z.infer<typeof ActionView>

export const ClaimDetail = z.strictObject({
  claim: ClaimRecord,
  documents: z.array(DocumentView),
  /** `waiting`: documents are still coming or being read. `failed`: the checker could not run; see the log. */
  checkStatus: z.enum(['waiting', 'ready', 'failed']),
  /** Null until the first check ran. */
  report: CheckReport.nullable(),
  /** In the order of the checks panel; products once per item. */
  criteria: z.array(CriterionView),
  actions: z.array(ActionView),
  pending: z.array(PendingOperation),
})
export type ClaimDetail = z.infer<typeof ClaimDetail>

/** The answer to every command on a claim. */
export const CommandOutcome = z.discriminatedUnion('outcome', [
  /** Durable on this machine. `holdUntil`: until then it can be undone; null = it leaves at once, or stays local. */
  z.strictObject({
    outcome: z.literal('accepted'),
    operationId: OperationId,
    holdUntil: Instant.nullable(),
  }),
  /** The claim changed since it was shown: look again. */
  z.strictObject({ outcome: z.literal('stale'), currentRevision: Revision }),
  z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) }),
])
export type CommandOutcome = z.infer<typeof CommandOutcome>

const onClaim = { claimId: ClaimId, revision: Revision, commandId: OperationId }

export const DecisionInput = z.strictObject({
  ...onClaim,
  decision: z.enum(DECISIONS),
  /** At least one for request info; exactly one primary for reject; none for approve. */
  reasons: z.array(z.enum(DECISION_REASONS)).max(20),
  /** Goes to the partner. Needed for request info and reject. */
  comment: z.string().trim().max(8000),
})
export type DecisionInput = z.infer<typeof DecisionInput>

export const claims = {
  'claims.open': query(z.strictObject({ claimId: ClaimId }), ClaimDetail),
  'claims.startReview': command(z.strictObject(onClaim), CommandOutcome),
  /** Confirms or sets a criterion; `verdict` null takes the reviewer's word back. Local until the decision carries it. */
  'claims.setVerdict': command(
    z.strictObject({
      ...onClaim,
      criterion: z.enum(CRITERIA),
      item: z.string().nullable(),
      verdict: z.enum(VERDICTS).nullable(),
      reason: z.string().trim().max(2000).nullable(),
    }),
    CommandOutcome,
  ),
  'claims.decide': command(DecisionInput, CommandOutcome),
  'claims.comment': command(
    z.strictObject({
      ...onClaim,
      text: z.string().trim().min(1).max(8000),
      visibility: z.enum(COMMENT_VISIBILITIES),
    }),
    CommandOutcome,
  ),
}

import { z } from 'zod'
import { OperationId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { NoteWords, SecondVerdicts } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { DismissalReason } from '../../../src-preload/contract/vocabulary/twinShape.ts'
import { DECISIONS } from '../../../src-preload/contract/vocabulary/words.ts'

/**
 * What somebody who was drawn for it says of a decision, without knowing what its decider said. Nothing happens to the claim; the hub gives
 * the first words to this person once these are in.
 */
export const SecondReview = z.strictObject({
  kind: z.literal('second_review'),
  sampleId: z.uuid(),
  /** Of the operation that decided. */
  decisionId: OperationId,
  outcome: z.enum(DECISIONS),
  verdicts: SecondVerdicts,
})
export type SecondReview = z.infer<typeof SecondReview>

/** What a team lead tells a reviewer about a decision of theirs. Never for the partner, nor for other reviewers. */
export const CoachingNoteSent = NoteWords.extend({
  kind: z.literal('coaching_note'),
  decisionId: OperationId,
  toUserId: UserId,
})
export type CoachingNoteSent = z.infer<typeof CoachingNoteSent>

/** Why a team lead finds it right that two near-identical claims were decided otherwise; sent on the claim that was not approved. */
export const TwinsDismissed = z.strictObject({
  kind: z.literal('dismiss_twins'),
  approvedId: OperationId,
  otherId: OperationId,
  reason: DismissalReason,
})
export type TwinsDismissed = z.infer<typeof TwinsDismissed>

import { z } from 'zod'
import { PARTNER_REQUEST_REASONS } from './actWords.ts'
import { DECISION_REASONS, DECISIONS } from './words.ts'

/** What a reviewer has begun to say on a claim. Nothing in it need be complete. */
export const DecisionDraft = z.strictObject({
  act: z.enum([...DECISIONS, 'hold_for_arbitration', 'reopen']),
  reasons: z.array(z.enum(DECISION_REASONS)).max(20),
  comment: z.string().max(8000),
  /** False = the comment is still the drafted letter, untouched. */
  isCommentOwn: z.boolean(),
  items: z.array(z.string().min(1).max(64)).max(200),
  mayRemoveItems: z.boolean(),
  partnerRequestReason: z.enum(PARTNER_REQUEST_REASONS).nullable(),
  note: z.string().max(2000),
})
export type DecisionDraft = z.infer<typeof DecisionDraft>

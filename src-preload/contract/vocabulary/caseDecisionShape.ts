import { z } from 'zod'
import { OUTCOME_ACTS } from './arbitrationWords.ts'
import { CaseId, ClaimId } from './idShapes.ts'

/** Who is to get what a case is about. */
export const CaseChoice = z.strictObject({
  caseId: CaseId,
  /** Null = nobody: no proof is sufficient. */
  winner: ClaimId.nullable(),
})
export type CaseChoice = z.infer<typeof CaseChoice>

/** Each case once. */
export const CaseChoices = z
  .array(CaseChoice)
  .max(20)
  .refine((all) => new Set(all.map(({ caseId }) => caseId)).size === all.length, 'names a case twice')

/** Which letter of an outcome: a holder may get one now and one when the winner of something else is approved. */
export const LetterName = z.strictObject({
  claimId: ClaimId,
  act: z.enum(OUTCOME_ACTS),
  isLater: z.boolean(),
})
export type LetterName = z.infer<typeof LetterName>

/** What a lead has begun to decide about a case, kept on the workstation. */
export const CaseDraft = z.strictObject({
  /** Of this case and of others that are decided with it; one that is not here was not chosen. */
  choices: CaseChoices,
  reason: z.string().max(8000),
  /** Those that the lead wrote anew; the others are as the templates have them. */
  letters: z.array(z.strictObject({ ...LetterName.shape, comment: z.string().max(8000) })).max(100),
})
export type CaseDraft = z.infer<typeof CaseDraft>

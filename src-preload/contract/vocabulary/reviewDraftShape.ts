import { z } from 'zod'
import { SecondWord } from './qualityShape.ts'
import { DECISIONS } from './words.ts'

/** A second review that is not finished: any of it may still be open. */
export const ReviewDraft = z.strictObject({
  /** Null = not said yet. */
  outcome: z.enum(DECISIONS).nullable(),
  words: z
    .array(SecondWord.extend({ verdict: SecondWord.shape.verdict.nullable(), reason: z.string().max(2000) }))
    .max(200),
})
export type ReviewDraft = z.infer<typeof ReviewDraft>

import { z } from 'zod'
import { BLOCK_REASONS, CRITERIA } from './words.ts'

/** One thing that stands in the way of an action. `criterion` and `item` say which criterion is open; null otherwise. */
export const Block = z.strictObject({
  reason: z.enum(BLOCK_REASONS),
  criterion: z.enum(CRITERIA).nullable(),
  item: z.string().nullable(),
})
export type Block = z.infer<typeof Block>

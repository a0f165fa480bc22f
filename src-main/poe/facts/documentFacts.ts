import { z } from 'zod'

/** Placeholder of the shape until the reader lands; the reader owns this file. */
export const DocumentFacts = z.object({ version: z.string() })
export type DocumentFacts = z.infer<typeof DocumentFacts>

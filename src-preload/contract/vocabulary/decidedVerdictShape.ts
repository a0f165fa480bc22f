import { z } from 'zod'
import { CRITERIA, VERDICTS } from './words.ts'

/** The verdict of one criterion as it counted when the decision was made. */
export const DecidedVerdict = z.strictObject({
  criterion: z.enum(CRITERIA),
  /** The item's id for products; null = the whole claim. */
  item: z.string().nullable(),
  /** Null = open: neither the machine nor the reviewer settled it. */
  verdict: z.enum(VERDICTS).nullable(),
  by: z.enum(['machine', 'reviewer']).nullable(),
  /** The reviewer's reason; null where the machine's verdict stood. */
  reason: z.string().nullable(),
  /** What the machine said, whatever counted; null = nothing, or the reviewer had not seen it. Left out by older workstations. */
  machine: z.enum(VERDICTS).nullable().optional(),
})
export type DecidedVerdict = z.infer<typeof DecidedVerdict>

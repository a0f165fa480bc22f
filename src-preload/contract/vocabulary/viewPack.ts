import { z } from 'zod'
import { FILTER_LIMIT } from './filter/filterWords.ts'

/** As many as a list can be looked through. */
export const MOST_VIEWS = 50

/** A filter under a name, without what belongs to one workstation alone. */
export const SharedView = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** In the filter language; parts that a later version says are kept and reported. */
  query: z.string().trim().max(FILTER_LIMIT),
})
export type SharedView = z.infer<typeof SharedView>

/** The file by which views go from one person to another. */
export const ViewPack = z.strictObject({
  proofdesk: z.literal('views'),
  version: z.literal(1),
  views: z.array(SharedView).max(MOST_VIEWS),
})
export type ViewPack = z.infer<typeof ViewPack>

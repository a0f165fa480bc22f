import { z } from 'zod'
import { command, query } from './method.ts'
import { OperationId } from './vocabulary/idShapes.ts'
import { ReviewDraft } from './vocabulary/reviewDraftShape.ts'

const Ids = z.strictObject({ sampleId: z.uuid(), decisionId: OperationId })

/** What somebody has begun to say of a decision that they are to look at again. It stays on this workstation. */
export const reviewDrafts = {
  'reviewDrafts.get': query(Ids, z.strictObject({ draft: ReviewDraft.nullable() })),
  /** Null = nothing is said any more. */
  'reviewDrafts.keep': command(
    Ids.extend({ draft: ReviewDraft.nullable() }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('kept') }),
      /** Not drawn for it, or said already. */
      z.strictObject({ outcome: z.literal('not_yours') }),
    ]),
  ),
}

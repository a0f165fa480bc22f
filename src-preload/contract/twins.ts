import { z } from 'zod'
import { command, query } from './method.ts'
import { ClaimId, OperationId } from './vocabulary/idShapes.ts'
import { DismissalReason, TwinPair } from './vocabulary/twinShape.ts'

/** Near-identical claims of which one was approved and the other was not. */
export const twins = {
  /** Those of which nobody has said anything first, then the newest. */
  'twins.list': query(
    z.strictObject({}),
    z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('ok'),
        pairs: z.array(TwinPair),
        /** So many decisions were not compared yet: asking again goes on with them. */
        behind: z.int(),
      }),
      z.strictObject({ outcome: z.literal('offline') }),
      z.strictObject({ outcome: z.literal('refused') }),
    ]),
  ),
  /** Says why a pair is right as it is. Leaves with the next round. */
  'twins.dismiss': command(
    z.strictObject({
      commandId: OperationId,
      /** Of the two the one that was not approved. */
      claimId: ClaimId,
      approvedId: OperationId,
      otherId: OperationId,
      reason: DismissalReason,
    }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('accepted'), operationId: OperationId }),
      /** Not of this role. */
      z.strictObject({ outcome: z.literal('not_yours') }),
      /** The claim is not on this workstation. */
      z.strictObject({ outcome: z.literal('not_here') }),
    ]),
  ),
}

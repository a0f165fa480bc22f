import { z } from 'zod'
import { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** `POST /v1.0/assignments/next`: the same request id gives the same claim. */
export const NextRequest = z.strictObject({ requestId: z.uuid() })
export const NextAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('taken'), claimId: ClaimId }),
  /** Nothing that this person may review is free. */
  z.object({ outcome: z.literal('none') }),
])
export type NextAnswer = z.infer<typeof NextAnswer>

/** `POST /v1.0/assignments/renew`: the claims that somebody still works on. */
export const RenewRequest = z.strictObject({ claimIds: z.array(ClaimId).max(200) })
export const RenewAnswer = z.object({
  renewed: z.array(z.object({ claimId: ClaimId, until: Instant })),
  /** Held by somebody else, or gone. */
  lost: z.array(ClaimId),
})
export type RenewAnswer = z.infer<typeof RenewAnswer>

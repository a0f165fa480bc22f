import { z } from 'zod'
import { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** `POST /v1.0/assignments/next`: gives the caller the free claim that is due first. The id is kept over retries: one claim. */
export const TakeNextRequest = z.strictObject({ requestId: z.uuid() })
export type TakeNextRequest = z.infer<typeof TakeNextRequest>

export const TakeNextResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('taken'), claimId: ClaimId }),
  z.object({ outcome: z.literal('none') }),
])
export type TakeNextResult = z.infer<typeof TakeNextResult>

/** `POST /v1.0/assignments/renew`: the claims that the caller works on. */
export const RenewRequest = z.strictObject({ claimIds: z.array(ClaimId).max(200) })
export type RenewRequest = z.infer<typeof RenewRequest>

export const RenewResult = z.object({
  /** Still the caller's; `until`: end of the lease. */
  renewed: z.array(z.object({ claimId: ClaimId, until: Instant })),
  /** No longer the caller's. */
  lost: z.array(ClaimId),
})
export type RenewResult = z.infer<typeof RenewResult>

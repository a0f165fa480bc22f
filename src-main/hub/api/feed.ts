import { z } from 'zod'
import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { CaseId, ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'

export const RemovedClaim = z.object({
  claimId: ClaimId,
  '@removed': z.object({ reason: z.string() }),
})
export type RemovedClaim = z.infer<typeof RemovedClaim>

/** A case that this reader may not see any more. */
export const RemovedCase = z.object({
  caseId: CaseId,
  '@removed': z.object({ reason: z.string() }),
})
export type RemovedCase = z.infer<typeof RemovedCase>

/**
 * One item of the feed: a claim or a case as it stands now, or the notice that it is gone. Items may repeat; order is not promised, so a
 * case may come before its claims.
 * Claims are tried first: nearly all are that. What did not fit is told by the first or the last.
 */
export const FeedItem = z.union([ClaimRecord, RemovedClaim, RemovedCase, ArbitrationCase])
export type FeedItem = z.infer<typeof FeedItem>

/**
 * A page of `GET /v1.0/claims/delta`. Exactly one link: `nextLink` while more waits, `deltaLink` at the end. Links are opaque.
 * Items stay unparsed here: one that does not fit must not spoil its page.
 */
export const FeedPage = z.union([
  z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().min(1) }),
  z.object({ value: z.array(z.unknown()), '@odata.deltaLink': z.string().min(1) }),
])
export type FeedPage = z.infer<typeof FeedPage>

/** A page as the hub sends it: the same, with what its items are. */
export const SentFeedPage = z.union([
  z.object({ value: z.array(FeedItem), '@odata.nextLink': z.string() }),
  z.object({ value: z.array(FeedItem), '@odata.deltaLink': z.string() }),
])

/** A page of `GET /v1.0/claims/buckets/{n}`: no link at the end. */
export const SentBucketPage = z.object({ value: z.array(FeedItem), '@odata.nextLink': z.string().optional() })

/** Where to read on, as a link says it; neither = from the beginning. */
export const FeedQuery = z.strictObject({
  $top: z.coerce.number().int().min(1).max(1000).default(200),
  $deltatoken: z.string().max(2000).optional(),
  $skiptoken: z.string().max(2000).optional(),
})

import { z } from 'zod'

/** One of 256 parts of the claims: the first byte of the MD5 of a claim's id says which. */
export const BucketNumber = z.coerce.number().int().min(0).max(255)

/** How the claims of one bucket stand at the hub. */
export const CheckpointBucket = z.object({
  bucket: z.int().min(0).max(255),
  claims: z.int().min(0),
  /** XOR of the claims' hashes; zeros when there is none. */
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  /** Something in it changed at or after the token: it can't be compared before the feed was read on. */
  moved: z.boolean(),
})
export type CheckpointBucket = z.infer<typeof CheckpointBucket>

/** `GET /v1.0/claims/checkpoint?$deltatoken=…`: all buckets, in order. */
export const Checkpoint = z.object({ buckets: z.array(CheckpointBucket) })
export type Checkpoint = z.infer<typeof Checkpoint>

/** A page of `GET /v1.0/claims/buckets/{n}`; no link at the end. What is not among the items of all pages is not in the bucket. */
export const BucketPage = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().min(1).optional(),
})
export type BucketPage = z.infer<typeof BucketPage>

import { z } from 'zod'

/** One of 256 parts of the claims: the first byte of the MD5 of a claim's id says which. */
export const BucketNumber = z.coerce.number().int().min(0).max(255)

/** `GET /v1.0/claims/checkpoint`: a hash of the state of each bucket at a point of the feed (trust.md Y9). */
export const Checkpoint = z.object({
  buckets: z.array(
    z.object({
      bucket: z.int().min(0).max(255),
      claims: z.int().min(0),
      /** XOR of the claims' hashes, 64 bits; zeros when there are no claims. */
      hash: z.string().regex(/^[0-9a-f]{16}$/),
      /** Something in it changed after that point: nothing can be said of it yet. */
      moved: z.boolean(),
    }),
  ),
})
export type Checkpoint = z.infer<typeof Checkpoint>

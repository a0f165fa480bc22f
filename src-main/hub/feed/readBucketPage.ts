import { z } from 'zod'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { BucketPage } from '../api/checkpoint.ts'
import { isStorable } from '../operations/storableText.ts'
import { listRecords } from '../store/claimsRepo.ts'
import type { Db } from '../store/database.ts'
import { SNAPSHOT, transact } from '../store/transact.ts'
import { listBucket } from './checkpoint.ts'
import { openToken, sealedToken } from './sealedToken.ts'

const PURPOSE = 'proofdesk bucket 1'

/** Where a reader of a bucket stands: the bucket and the last id read. */
const BucketPosition = z.strictObject({
  bucket: z.int().min(0).max(255),
  after: z.string().min(1).max(64).refine(isStorable),
})

/** The last id read; null for a token that was not given out for this bucket. */
export function afterOf(bucket: number, token: string): string | null {
  const position = openToken(PURPOSE, token, BucketPosition)
  return position?.bucket === bucket ? position.after : null
}

export interface BucketAsking {
  readonly bucket: number
  /** The last id read; empty = from the beginning. */
  readonly after: string
  /** Items of one page at most. */
  readonly top: number
  /** MPN ids of partners whose claims the reader must not see. */
  readonly hidden: readonly string[]
}

/** The claims of a bucket by their ids, the same records as in the feed. Each page is one moment; between two, claims may change. */
export async function readBucketPage(
  db: Db,
  { bucket, after, top, hidden }: BucketAsking,
): Promise<BucketPage> {
  return transact(
    db,
    async (tx) => {
      const found = await listBucket(tx, bucket, { after, limit: top + 1, hidden })
      const page = found.slice(0, top)
      // Both were written from a parsed form.
      const keys = page.map(({ tenantId, claimId }) => ({
        tenantId: tenantId as TenantId,
        claimId: claimId as ClaimId,
      }))
      const records = new Map((await listRecords(tx, keys)).map((record) => [record.form.claimId, record]))
      const value = keys.flatMap(({ claimId }) => records.get(claimId) ?? [])
      const last = page.at(-1)
      if (found.length === page.length || last === undefined) return { value }
      const token = sealedToken(PURPOSE, { bucket, after: last.claimId })
      return {
        value,
        '@odata.nextLink': `/v1.0/claims/buckets/${bucket}?$skiptoken=${token}&$top=${top}`,
      }
    },
    SNAPSHOT,
  )
}

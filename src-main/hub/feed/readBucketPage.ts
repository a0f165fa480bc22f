import { z } from 'zod'
import type { CaseId, ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { BucketPage } from '../api/checkpoint.ts'
import type { FeedItem } from '../api/feed.ts'
import { isStorable } from '../operations/storableText.ts'
import { countRivals, listCases } from '../store/arbitrationRepo.ts'
import { listRecords } from '../store/claimRecords.ts'
import { actingAs, enter, LOOK } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { SNAPSHOT, transact } from '../store/transact.ts'
import { listBucket } from './checkpoint.ts'
import { caseItem } from './readFeedPage.ts'
import { eyesOf, type Reader } from './reader.ts'
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
  readonly reader: Reader
}

/** The claims and cases of a bucket by their ids, as they are in the feed. Each page is one moment; between two, they may change. */
export async function readBucketPage(
  db: Db,
  { bucket, after, top, reader }: BucketAsking,
): Promise<BucketPage> {
  const read = () =>
    transact(
      db,
      async (tx) => {
        const found = await listBucket(tx, bucket, { after, limit: top + 1, reader })
        const page = found.slice(0, top)
        const value = await itemsOf(tx, page, reader)
        const last = page.at(-1)
        if (found.length === page.length || last === undefined) return { value }
        const token = sealedToken(PURPOSE, { bucket, after: last.itemId })
        return {
          value,
          '@odata.nextLink': `/v1.0/claims/buckets/${bucket}?$skiptoken=${token}&$top=${top}`,
        }
      },
      SNAPSHOT,
    )
  return actingAs(LOOK, read)
}

async function itemsOf(
  tx: Tx,
  page: Awaited<ReturnType<typeof listBucket>>,
  reader: Reader,
): Promise<FeedItem[]> {
  const [cases, claims] = [page.filter(({ isCase }) => isCase), page.filter(({ isCase }) => !isCase)]
  // What this program wrote as ids of either kind.
  const keys = claims.map(({ tenantId, itemId }) => ({
    tenantId: tenantId as TenantId,
    claimId: itemId as ClaimId,
  }))
  const rivals = await countRivals(tx, keys)
  await enter(tx, eyesOf(reader))
  const records = await listRecords(tx, keys, rivals)
  const found = await listCases(
    tx,
    cases.map(({ tenantId, itemId }) => ({ tenantId: tenantId as TenantId, caseId: itemId as CaseId })),
  )
  const items = new Map<string, FeedItem[]>()
  for (const record of records) items.set(record.form.claimId, [record])
  for (const one of found) items.set(one.caseId, caseItem(one.caseId, one, reader))
  return page.flatMap(({ itemId }) => items.get(itemId) ?? [])
}

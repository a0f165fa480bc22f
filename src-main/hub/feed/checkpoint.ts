import { notInArray, sql } from 'drizzle-orm'
import { BUCKETS } from '../../domain/sync/stateText.ts'
import type { CheckpointBucket } from '../api/checkpoint.ts'
import type { Db, Tx } from '../store/database.ts'
import { claims, claimTombstones } from '../store/schema.ts'
import { SNAPSHOT, transact } from '../store/transact.ts'
import { currentEpoch } from './beginEpoch.ts'
import { type FeedPosition, scopeOf } from './feedLink.ts'

const bucketOfClaim = sql`get_byte(decode(md5(claim_id), 'hex'), 0)`

/** `stateText` of `domain/sync`, as SQL. */
const stateTextOfClaim = sql`claim_id || '|' || revision || '|' || coalesce(assigned_user_id, '') || '|' ||
  coalesce((extract(epoch from lease_until) * 1000)::bigint::text, '')`

/** The first 64 bits of its MD5. */
const hashOfClaim = sql`('x' || left(md5(${stateTextOfClaim}), 16))::bit(64)::bigint`

/**
 * How every bucket stands, for a reader that has read up to this position (trust.md Y9). Whoever has read to the end of a round has
 * exactly what earlier transactions wrote, so a bucket without a later change must have the same hash there.
 * @param hidden MPN ids of partners whose claims the reader must not see.
 * @returns null when the position belongs to an earlier epoch, or to a reader with other eyes.
 */
export async function readCheckpoint(
  db: Db,
  position: FeedPosition,
  hidden: readonly string[],
): Promise<readonly CheckpointBucket[] | null> {
  return transact(
    db,
    async (tx) => {
      if (position.epoch !== (await currentEpoch(tx)) || position.scope !== scopeOf(hidden)) return null
      const rows = await listBuckets(tx, position.from, hidden)
      const found = new Map(rows.map((row) => [row.bucket, row]))
      return Array.from({ length: BUCKETS }, (_, bucket) => found.get(bucket) ?? emptyBucket(bucket))
    },
    SNAPSHOT,
  )
}

const emptyBucket = (bucket: number): CheckpointBucket => ({
  bucket,
  claims: 0,
  hash: '0'.repeat(16),
  moved: false,
})

function listBuckets(tx: Tx, from: string, hidden: readonly string[]): Promise<CheckpointBucket[]> {
  const isSeen = notInArray(claims.mpnId, [...hidden])
  return tx
    .select({
      bucket: sql<number>`bucket`,
      claims: sql<number>`count(hash)::int`,
      hash: sql<string>`lpad(to_hex(coalesce(bit_xor(hash), 0)), 16, '0')`,
      moved: sql<boolean>`bool_or(changed_xid >= ${from}::xid8)`,
    })
    .from(
      sql`(select ${bucketOfClaim} as bucket, case when ${isSeen} then ${hashOfClaim} end as hash, changed_xid
          from ${claims}
        union all
        select ${bucketOfClaim}, null, changed_xid from ${claimTombstones} where changed_xid >= ${from}::xid8) as standing`,
    )
    .groupBy(sql`bucket`)
}

/** The ids of a bucket's claims after one of them, in order, with where they live. */
export async function listBucket(
  tx: Tx,
  bucket: number,
  {
    after,
    limit,
    hidden,
  }: { readonly after: string; readonly limit: number; readonly hidden: readonly string[] },
): Promise<{ tenantId: string; claimId: string }[]> {
  return tx
    .select({ tenantId: claims.tenantId, claimId: claims.claimId })
    .from(claims)
    .where(
      sql`${bucketOfClaim} = ${bucket}::int and claim_id collate "C" > ${after}::text and ${notInArray(claims.mpnId, [...hidden])}`,
    )
    .orderBy(sql`claim_id collate "C"`)
    .limit(limit)
}

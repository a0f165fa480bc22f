import { notInArray, type SQL, sql } from 'drizzle-orm'
import { BUCKETS } from '../../domain/sync/stateText.ts'
import type { CheckpointBucket } from '../api/checkpoint.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { arbitrationCases, arbitrationParties, claims, claimTombstones } from '../store/schema.ts'
import { SNAPSHOT, transact } from '../store/transact.ts'
import { currentEpoch } from './beginEpoch.ts'
import { type FeedPosition, scopeOf } from './feedLink.ts'
import type { Reader } from './reader.ts'

const bucketOf = (id: SQL): SQL => sql`get_byte(decode(md5(${id}), 'hex'), 0)`
const bucketOfClaim = bucketOf(sql`claim_id`)
const bucketOfCase = bucketOf(sql`case_id::text`)

/** `stateText` of `domain/sync`, as SQL. */
const stateTextOfClaim = sql`claim_id || '|' || revision || '|' || coalesce(assigned_user_id, '') || '|' ||
  coalesce((extract(epoch from lease_until) * 1000)::bigint::text, '')`

/** `caseStateText`, as SQL. */
const stateTextOfCase = ({ seesWholeCases }: Reader): SQL =>
  sql`'case|' || case_id || '|' || revision || '|' || ${String(seesWholeCases)}::text`

/** The first 64 bits of the MD5 of a text. */
const hashOf = (text: SQL): SQL => sql`('x' || left(md5(${text}), 16))::bit(64)::bigint`
const hashOfClaim = hashOf(stateTextOfClaim)

/** `isCaseHidden`, the other way round, as SQL. */
const isCaseSeen = ({ hidden }: Reader): SQL =>
  sql`not exists (select from ${arbitrationParties} as party where party.tenant_id = ${arbitrationCases.tenantId}
    and party.case_id = ${arbitrationCases.caseId} and party.mpn_id in (${
      hidden.length === 0
        ? sql`null`
        : sql.join(
            hidden.map((one) => sql`${one}`),
            sql`, `,
          )
    }))`

/**
 * How every bucket stands, for a reader that has read up to this position (trust.md Y9). Whoever has read to the end of a round has
 * exactly what earlier transactions wrote, so a bucket without a later change must have the same hash there.
 * @returns null when the position belongs to an earlier epoch, or to a reader with other eyes.
 */
export async function readCheckpoint(
  db: Db,
  position: FeedPosition,
  reader: Reader,
): Promise<readonly CheckpointBucket[] | null> {
  const read = () =>
    transact(
      db,
      async (tx) => {
        if (position.epoch !== (await currentEpoch(tx)) || position.scope !== scopeOf(reader)) return null
        const rows = await listBuckets(tx, position.from, reader)
        const found = new Map(rows.map((row) => [row.bucket, row]))
        return Array.from({ length: BUCKETS }, (_, bucket) => found.get(bucket) ?? emptyBucket(bucket))
      },
      SNAPSHOT,
    )
  return actingAs(LOOK, read)
}

const emptyBucket = (bucket: number): CheckpointBucket => ({
  bucket,
  claims: 0,
  hash: '0'.repeat(16),
  moved: false,
})

function listBuckets(tx: Tx, from: string, reader: Reader): Promise<CheckpointBucket[]> {
  const isSeen = notInArray(claims.mpnId, [...reader.hidden])
  return tx
    .select({
      bucket: sql<number>`bucket`,
      claims: sql<number>`(count(hash) filter (where is_claim))::int`,
      hash: sql<string>`lpad(to_hex(coalesce(bit_xor(hash), 0)), 16, '0')`,
      moved: sql<boolean>`bool_or(changed_xid >= ${from}::xid8)`,
    })
    .from(
      sql`(select ${bucketOfClaim} as bucket, true as is_claim, case when ${isSeen} then ${hashOfClaim} end as hash, changed_xid
          from ${claims}
        union all
        select ${bucketOfClaim}, true, null, changed_xid from ${claimTombstones} where changed_xid >= ${from}::xid8
        union all
        select ${bucketOfCase}, false, case when ${isCaseSeen(reader)} then ${hashOf(stateTextOfCase(reader))} end, changed_xid
          from ${arbitrationCases}) as standing`,
    )
    .groupBy(sql`bucket`)
}

/** The ids of a bucket's claims and cases after one of them, in order, with where they live. */
export async function listBucket(
  tx: Tx,
  bucket: number,
  { after, limit, reader }: { readonly after: string; readonly limit: number; readonly reader: Reader },
): Promise<{ tenantId: string; itemId: string; isCase: boolean }[]> {
  return tx
    .select({ tenantId: sql<string>`tenant_id`, itemId: sql<string>`item_id`, isCase: sql<boolean>`is_case` })
    .from(
      sql`(select tenant_id, claim_id as item_id, false as is_case from ${claims}
          where ${bucketOfClaim} = ${bucket}::int and ${notInArray(claims.mpnId, [...reader.hidden])}
        union all
        select tenant_id, case_id::text, true from ${arbitrationCases}
          where ${bucketOfCase} = ${bucket}::int and ${isCaseSeen(reader)}) as items`,
    )
    .where(sql`item_id collate "C" > ${after}::text`)
    .orderBy(sql`item_id collate "C"`)
    .limit(limit)
}

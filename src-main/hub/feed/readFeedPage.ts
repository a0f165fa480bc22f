import { type SQL, sql } from 'drizzle-orm'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { FeedItem } from '../api/feed.ts'
import { listRecords } from '../store/claimsRepo.ts'
import type { Db, Tx } from '../store/database.ts'
import { claims, claimTombstones } from '../store/schema.ts'
import { SNAPSHOT, transact } from '../store/transact.ts'
import { currentEpoch } from './beginEpoch.ts'
import { type FeedPosition, linkOf, scopeOf } from './feedLink.ts'

export type FeedAnswer =
  | { readonly value: readonly FeedItem[]; readonly '@odata.nextLink': string }
  | { readonly value: readonly FeedItem[]; readonly '@odata.deltaLink': string }

export interface PageWish {
  /** Items of one page at most. */
  readonly top: number
  /** Partners whose claims this reader must not see (trust.md R4): they come as removed. */
  readonly hidden: readonly string[]
}

/**
 * The next page for a reader. A round covers the changes of transactions from the reader's watermark up to the oldest that was
 * still running when the round began; the watermark then moves there. A transaction that commits late therefore still lies ahead
 * of every reader's watermark: items may repeat, none is passed over.
 * @param position null = from the beginning.
 * @returns null when the position belongs to an earlier epoch, or to a reader with other eyes.
 */
export async function readFeedPage(
  db: Db,
  position: FeedPosition | null,
  { top, hidden }: PageWish,
): Promise<FeedAnswer | null> {
  const scope = scopeOf(hidden)
  return transact(
    db,
    async (tx) => {
      const epoch = await currentEpoch(tx)
      if (position !== null && (position.epoch !== epoch || position.scope !== scope)) return null
      const from = position?.from ?? '0'
      const round = position?.round ?? null
      const upTo = round?.upTo ?? (await oldestRunning(tx))
      const found = await listChanges(tx, { from, upTo, round }, top + 1)
      const page = found.slice(0, top)
      const value = await itemsOf(tx, page, hidden)
      const last = page.at(-1)
      if (found.length > page.length && last !== undefined) {
        const { xid, tenantId, claimId } = last
        return {
          value,
          '@odata.nextLink': linkOf({ epoch, from, scope, round: { upTo, xid, tenantId, claimId } }, top),
        }
      }
      return { value, '@odata.deltaLink': linkOf({ epoch, from: upTo, scope, round: null }, top) }
    },
    SNAPSHOT,
  )
}

/** Every transaction below this number has ended, and what it committed is in this snapshot. */
async function oldestRunning(tx: Tx): Promise<string> {
  const rows = await tx
    .select({ xmin: sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text` })
    .from(sql`(select 1) as one`)
  const xmin = rows[0]?.xmin
  if (xmin === undefined) throw new Error('The database gave no snapshot')
  return xmin
}

/** Why a claim of a linked partner leaves the reader's queue (R4). */
const HIDDEN = 'conflict_of_interest'

interface Change {
  readonly xid: string
  readonly tenantId: TenantId
  readonly claimId: ClaimId
  /** Null while the claim lives. */
  readonly removedReason: string | null
}

interface Stretch {
  readonly from: string
  readonly upTo: string
  readonly round: FeedPosition['round']
}

async function listChanges(tx: Tx, stretch: Stretch, limit: number): Promise<Change[]> {
  const rows = await tx
    .select({
      xid: sql<string>`changed_xid::text`,
      tenantId: sql<TenantId>`tenant_id`,
      claimId: sql<ClaimId>`claim_id`,
      removedReason: sql<string | null>`reason`,
    })
    .from(
      sql`(select changed_xid, tenant_id, claim_id, null::text as reason from ${claims} where ${within(stretch)}
        union all
        select changed_xid, tenant_id, claim_id, reason from ${claimTombstones} where ${within(stretch)}) as changes`,
    )
    // Not by the text of the number, which sorts 10 before 9.
    .orderBy(sql`changes.changed_xid`, sql`changes.tenant_id`, sql`changes.claim_id`)
    .limit(limit)
  return rows
}

function within({ from, upTo, round }: Stretch): SQL {
  const range = sql`changed_xid >= ${from}::xid8 and changed_xid < ${upTo}::xid8`
  if (round === null) return range
  return sql`${range} and (changed_xid, tenant_id, claim_id) > (${round.xid}::xid8, ${round.tenantId}::uuid, ${round.claimId}::text)`
}

async function itemsOf(tx: Tx, changes: readonly Change[], hidden: readonly string[]): Promise<FeedItem[]> {
  const living = changes.filter(({ removedReason }) => removedReason === null)
  const records = new Map((await listRecords(tx, living)).map((record) => [record.form.claimId, record]))
  return changes.flatMap(({ claimId, removedReason }): FeedItem[] => {
    if (removedReason !== null) return [{ claimId, '@removed': { reason: removedReason } }]
    const record = records.get(claimId)
    if (record === undefined) return []
    return hidden.includes(record.form.mpnId) ? [{ claimId, '@removed': { reason: HIDDEN } }] : [record]
  })
}

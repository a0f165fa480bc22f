import { type SQL, sql } from 'drizzle-orm'
import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseId, ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { isCaseHidden, shownCase } from '../../domain/arbitration/shownCase.ts'
import type { FeedItem } from '../api/feed.ts'
import { countRivals, listCases } from '../store/arbitrationRepo.ts'
import { listRecords } from '../store/claimRecords.ts'
import { actingAs, enter, LOOK } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { arbitrationCases, claims, claimTombstones } from '../store/schema.ts'
import { SNAPSHOT, transact } from '../store/transact.ts'
import { currentEpoch } from './beginEpoch.ts'
import { type FeedPosition, linkOf, scopeOf } from './feedLink.ts'
import { eyesOf, type Reader } from './reader.ts'

export type FeedAnswer =
  | { readonly value: readonly FeedItem[]; readonly '@odata.nextLink': string }
  | { readonly value: readonly FeedItem[]; readonly '@odata.deltaLink': string }

export interface PageWish {
  /** Items of one page at most. */
  readonly top: number
  /** What is not for this reader comes as removed. */
  readonly reader: Reader
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
  { top, reader }: PageWish,
): Promise<FeedAnswer | null> {
  const scope = scopeOf(reader)
  const read = () =>
    transact(
      db,
      async (tx) => {
        const epoch = await currentEpoch(tx)
        if (position !== null && (position.epoch !== epoch || position.scope !== scope)) return null
        const from = position?.from ?? '0'
        const round = position?.round ?? null
        const upTo = round?.upTo ?? (await oldestRunning(tx))
        const found = await listChanges(tx, { from, upTo, round }, top + 1)
        const page = found.slice(0, top)
        const value = await itemsOf(tx, page, reader)
        const last = page.at(-1)
        if (found.length > page.length && last !== undefined) {
          const { xid, tenantId, itemId } = last
          return {
            value,
            '@odata.nextLink': linkOf({ epoch, from, scope, round: { upTo, xid, tenantId, itemId } }, top),
          }
        }
        return { value, '@odata.deltaLink': linkOf({ epoch, from: upTo, scope, round: null }, top) }
      },
      SNAPSHOT,
    )
  // What has changed is looked for among all; what stands there is read with the reader's eyes.
  return actingAs(LOOK, read)
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

/** Why a claim of a linked partner, or a case with one, leaves the reader's queue (R4). */
const HIDDEN = 'conflict_of_interest'

interface Change {
  readonly xid: string
  readonly tenantId: TenantId
  /** Of a claim or a case. */
  readonly itemId: string
  readonly isCase: boolean
  /** Null while it lives. */
  readonly removedReason: string | null
}

interface Stretch {
  readonly from: string
  readonly upTo: string
  readonly round: FeedPosition['round']
}

async function listChanges(tx: Tx, stretch: Stretch, limit: number): Promise<Change[]> {
  const ofClaims = within(stretch, sql`claim_id`)
  const ofCases = within(stretch, sql`case_id::text`)
  return (
    tx
      .select({
        xid: sql<string>`changed_xid::text`,
        tenantId: sql<TenantId>`tenant_id`,
        itemId: sql<string>`item_id`,
        isCase: sql<boolean>`is_case`,
        removedReason: sql<string | null>`reason`,
      })
      .from(
        sql`(select changed_xid, tenant_id, claim_id as item_id, false as is_case, null::text as reason
          from ${claims} where ${ofClaims}
        union all
        select changed_xid, tenant_id, claim_id, false, reason from ${claimTombstones} where ${ofClaims}
        union all
        select changed_xid, tenant_id, case_id::text, true, null from ${arbitrationCases} where ${ofCases}) as changes`,
      )
      // Not by the text of the number, which sorts 10 before 9.
      .orderBy(sql`changes.changed_xid`, sql`changes.tenant_id`, sql`changes.item_id`)
      .limit(limit)
  )
}

function within({ from, upTo, round }: Stretch, itemId: SQL): SQL {
  const range = sql`changed_xid >= ${from}::xid8 and changed_xid < ${upTo}::xid8`
  if (round === null) return range
  return sql`${range} and (changed_xid, tenant_id, ${itemId}) > (${round.xid}::xid8, ${round.tenantId}::uuid, ${round.itemId}::text)`
}

async function itemsOf(tx: Tx, changes: readonly Change[], reader: Reader): Promise<FeedItem[]> {
  const living = changes.filter(({ removedReason }) => removedReason === null)
  const [cases, claimChanges] = [
    living.filter(({ isCase }) => isCase),
    living.filter(({ isCase }) => !isCase),
  ]
  // What this program wrote as ids of either kind.
  const claimKeys = claimChanges.map(({ tenantId, itemId }) => ({ tenantId, claimId: itemId as ClaimId }))
  const caseKeys = cases.map(({ tenantId, itemId }) => ({ tenantId, caseId: itemId as CaseId }))
  // Rivals are counted, not named: also those that are not for this reader.
  const rivals = await countRivals(tx, claimKeys)
  await enter(tx, eyesOf(reader))
  const stored = await listRecords(tx, claimKeys, rivals)
  const records = new Map(stored.map((record) => [record.form.claimId, record]))
  const found = new Map((await listCases(tx, caseKeys)).map((one) => [one.caseId, one]))
  return changes.flatMap(({ itemId, isCase, removedReason }): FeedItem[] => {
    if (isCase) return caseItem(itemId as CaseId, found.get(itemId as CaseId), reader)
    const claimId = itemId as ClaimId
    if (removedReason !== null) return [{ claimId, '@removed': { reason: removedReason } }]
    const record = records.get(claimId)
    // What the database keeps from this reader leaves their queue, as what this program keeps from them.
    return record === undefined || reader.hidden.includes(record.form.mpnId)
      ? [{ claimId, '@removed': { reason: HIDDEN } }]
      : [record]
  })
}

/** A case as this reader may see it. */
export function caseItem(
  caseId: CaseId,
  one: ArbitrationCase | undefined,
  { hidden, seesWholeCases, userId }: Reader,
): FeedItem[] {
  return one === undefined || isCaseHidden(one, hidden)
    ? [{ caseId, '@removed': { reason: HIDDEN } }]
    : [shownCase(one, { isWhole: seesWholeCases, userId })]
}

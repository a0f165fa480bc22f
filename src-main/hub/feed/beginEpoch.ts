import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../store/database.ts'
import { HUB_TENANT } from '../store/hubTenant.ts'
import { arbitrationCases, claims, claimTombstones, feedEpochs } from '../store/schema.ts'
import { transact } from '../store/transact.ts'

/**
 * Names the life of the database that the feed's links count in. Transaction numbers mean nothing in another one: when the data
 * came here by dump and restore, or the server was promoted or wound back, a new epoch begins, every claim counts as changed
 * and old links are answered with 410.
 */
export async function beginEpoch(db: Db): Promise<string> {
  return transact(db, async (tx) => {
    const server = await serverIdentity(tx)
    const rows = await tx.select().from(feedEpochs).where(isClaimsFeed()).for('update')
    const current = rows[0]
    if (current !== undefined && current.server === server && !(await hasChangesOfTheFuture(tx))) {
      return current.epoch
    }
    const epoch = randomUUID()
    await tx
      .insert(feedEpochs)
      .values({ tenantId: HUB_TENANT, feed: 'claims', epoch, server })
      .onConflictDoUpdate({ target: [feedEpochs.tenantId, feedEpochs.feed], set: { epoch, server } })
    const changedXid = sql`pg_current_xact_id()`
    await tx.update(claims).set({ changedXid })
    await tx.update(claimTombstones).set({ changedXid })
    await tx.update(arbitrationCases).set({ changedXid })
    return epoch
  })
}

/** The epoch that counts now: another hub on the same database may have begun a new one. */
export async function currentEpoch(db: Db | Tx): Promise<string> {
  const rows = await db.select({ epoch: feedEpochs.epoch }).from(feedEpochs).where(isClaimsFeed())
  const epoch = rows[0]?.epoch
  if (epoch === undefined) throw new Error('The feed has no epoch: the hub did not start properly')
  return epoch
}

/** Holds the feed's one row until the transaction ends: for what only one hub may do at a time. */
export async function lockFeed(tx: Tx): Promise<void> {
  await tx.select({ epoch: feedEpochs.epoch }).from(feedEpochs).where(isClaimsFeed()).for('update')
}

const isClaimsFeed = () => and(eq(feedEpochs.tenantId, HUB_TENANT), eq(feedEpochs.feed, 'claims'))

/** The server's id and timeline: a restored or promoted server has others. */
async function serverIdentity(tx: Tx): Promise<string> {
  const rows = await tx
    .select({
      server: sql<string>`(select system_identifier from pg_control_system())::text || '/' ||
        (select timeline_id from pg_control_checkpoint())::text`,
    })
    .from(sql`(select 1) as one`)
  const server = rows[0]?.server
  if (server === undefined) throw new Error('The database server does not tell its identity')
  return server
}

/** Changes by transactions that have not begun here: only data from another server have them. */
async function hasChangesOfTheFuture(tx: Tx): Promise<boolean> {
  const rows = await tx
    .select({
      found: sql<boolean>`exists (select from ${claims} where ${claims.changedXid} > pg_current_xact_id())
        or exists (select from ${claimTombstones} where ${claimTombstones.changedXid} > pg_current_xact_id())
        or exists (select from ${arbitrationCases} where ${arbitrationCases.changedXid} > pg_current_xact_id())`,
    })
    .from(sql`(select 1) as one`)
  return rows[0]?.found === true
}

import { and, asc, desc, eq, gte, sql } from 'drizzle-orm'
import type { ClaimId, Instant, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type {
  Capacities,
  CapacityAnswer,
  PutCapacity,
  PutWorkstation,
  Room,
  Workstations,
} from '../api/team.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { capacities, capacityChanges, users, workstations } from './schema.ts'
import { transact } from './transact.ts'

/** In the order of their ids. */
export async function listCapacities(db: Db | Tx): Promise<Capacities['capacities']> {
  const rows = await db
    .select({ userId: capacities.userId, revision: capacities.revision, room: capacities.room })
    .from(capacities)
    .where(eq(capacities.tenantId, HUB_TENANT))
    .orderBy(asc(capacities.userId))
  // Ids were written from parsed addresses.
  return rows.map(({ userId, ...rest }) => ({ userId: userId as UserId, ...rest }))
}

export interface CapacityWish extends PutCapacity {
  readonly userId: UserId
  readonly byUserId: UserId
  readonly at: Date
}

/** Sets a person's room where nobody else did since, and writes the change down for good, both or neither. */
export async function putCapacity(db: Db, wish: CapacityWish): Promise<CapacityAnswer> {
  const { userId, room } = wish
  const ofPerson = and(eq(capacities.tenantId, HUB_TENANT), eq(capacities.userId, userId))
  return transact(db, async (tx) => {
    const rows = await tx
      .select({ revision: capacities.revision, room: capacities.room })
      .from(capacities)
      .where(ofPerson)
      .for('update')
    const kept = rows[0]
    if ((kept?.revision ?? 0) !== wish.revision) return stale(kept)
    const revision = wish.revision + 1
    // Who sets it for the first time at the same moment as another lead finds the row there.
    const written = await tx
      .insert(capacities)
      .values({ tenantId: HUB_TENANT, userId, revision, room })
      .onConflictDoUpdate({
        target: [capacities.tenantId, capacities.userId],
        set: { revision, room },
        setWhere: eq(capacities.revision, wish.revision),
      })
      .returning({ revision: capacities.revision })
    if (written.length === 0) return stale((await tx.select().from(capacities).where(ofPerson))[0])
    await tx.insert(capacityChanges).values({
      tenantId: HUB_TENANT,
      userId,
      revision,
      byUserId: wish.byUserId,
      at: wish.at,
      before: kept?.room ?? null,
      after: room,
    })
    return { outcome: 'kept', revision, room }
  })
}

const stale = (kept: { readonly revision: number; readonly room: Room } | undefined): CapacityAnswer => ({
  outcome: 'stale',
  revision: kept?.revision ?? 0,
  room: kept?.room ?? null,
})

export interface SeenWorkstation extends PutWorkstation {
  readonly clientId: string
  readonly userId: UserId
  readonly seenAt: Date
}

export async function putWorkstation(db: Db, seen: SeenWorkstation): Promise<void> {
  const { clientId, userId, version, host, seenAt, unsent, oldestAt, decidedClaims } = seen
  const said = {
    userId,
    version,
    host,
    seenAt,
    unsent,
    oldestAt: oldestAt === null ? null : new Date(oldestAt),
    decidedClaims: [...decidedClaims],
  }
  await db
    .insert(workstations)
    .values({ tenantId: HUB_TENANT, clientId, ...said })
    .onConflictDoUpdate({ target: [workstations.tenantId, workstations.clientId], set: said })
}

/** Those that were here since then: first those with unsent work, the oldest of it first, then as they were here last. */
export async function listWorkstations(db: Db, since: Date): Promise<Workstations['workstations']> {
  const rows = await db
    .select({ station: workstations, name: users.name })
    .from(workstations)
    .leftJoin(users, and(eq(users.tenantId, HUB_TENANT), eq(users.userId, workstations.userId)))
    .where(and(eq(workstations.tenantId, HUB_TENANT), gte(workstations.seenAt, since)))
    .orderBy(sql`${workstations.unsent} = 0`, asc(workstations.oldestAt), desc(workstations.seenAt))
  return rows.map(({ station, name }) => ({
    clientId: station.clientId,
    // Written from parsed requests.
    userId: station.userId as UserId,
    name: name ?? station.userId,
    version: station.version,
    host: station.host as PutWorkstation['host'],
    seenAt: station.seenAt.toISOString() as Instant,
    unsent: station.unsent,
    oldestAt: (station.oldestAt?.toISOString() ?? null) as Instant | null,
    decidedClaims: station.decidedClaims as ClaimId[],
  }))
}

import { and, asc, count, eq, inArray } from 'drizzle-orm'
import type {
  ClaimId,
  Instant,
  OperationId,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { CarriedOperation, Wipes } from '../api/wipes.ts'
import { noteWritten } from '../audit/pendingSeals.ts'
import { sealedRow } from '../audit/sealedRows.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { carriedOperations, clients, users, wipeActs, workstations } from './schema.ts'

export type WipeRow = Omit<typeof wipeActs.$inferSelect, 'tenantId'>

const chainOf = (clientId: string) =>
  ({ tenantId: HUB_TENANT, subject: 'workstation', subjectId: clientId }) as const

/** Those of these workstations, in the order in which they happened. */
export async function listWipeActs(db: Db | Tx, clientIds: readonly string[]): Promise<WipeRow[]> {
  return db
    .select()
    .from(wipeActs)
    .where(and(eq(wipeActs.tenantId, HUB_TENANT), inArray(wipeActs.clientId, [...clientIds])))
    .orderBy(asc(wipeActs.clientId), asc(wipeActs.entry))
}

/** False = somebody else wrote the act of this number meanwhile. */
export async function addWipeAct(tx: Tx, act: WipeRow): Promise<boolean> {
  const added = await tx
    .insert(wipeActs)
    .values({ tenantId: HUB_TENANT, ...act })
    .onConflictDoNothing()
    .returning()
  if (added.length > 0)
    noteWritten(tx, chainOf(act.clientId), { rows: added.map((row) => sealedRow('wipe_act', row)) })
  return added.length > 0
}

/** Whether anybody ever worked under this name. */
export async function isKnownClient(tx: Tx, clientId: string): Promise<boolean> {
  for (const table of [workstations, clients]) {
    const rows = await tx
      .select({ clientId: table.clientId })
      .from(table)
      .where(and(eq(table.tenantId, HUB_TENANT), eq(table.clientId, clientId)))
    if (rows.length > 0) return true
  }
  return false
}

interface Carrying {
  readonly clientId: string
  readonly orderId: string
  readonly receivedAt: Date
}

/** Keeps each once. @returns how many were new. */
export async function keepCarried(
  tx: Tx,
  { clientId, orderId, receivedAt }: Carrying,
  operations: readonly CarriedOperation[],
): Promise<number> {
  const rows = operations.map((one) => ({
    ...one,
    tenantId: HUB_TENANT,
    clientId,
    orderId,
    madeAt: new Date(one.madeAt),
    receivedAt,
  }))
  const added = await tx.insert(carriedOperations).values(rows).onConflictDoNothing().returning()
  if (added.length > 0)
    noteWritten(tx, chainOf(clientId), { rows: added.map((row) => sealedRow('carried_operation', row)) })
  return added.length
}

/** What came along with the reports of one workstation, the oldest first. */
export async function listCarried(db: Db | Tx, clientId: string): Promise<CarriedOperation[]> {
  const rows = await db
    .select()
    .from(carriedOperations)
    .where(and(eq(carriedOperations.tenantId, HUB_TENANT), eq(carriedOperations.clientId, clientId)))
    .orderBy(asc(carriedOperations.madeAt), asc(carriedOperations.operationId))
  // Written from parsed requests.
  return rows.map(({ operationId, claimId, kind, byUserId, standing, madeAt, content }) => ({
    operationId: operationId as OperationId,
    claimId: claimId as ClaimId,
    kind,
    byUserId: byUserId as UserId,
    standing,
    madeAt: madeAt.toISOString() as Instant,
    content: { ...content },
  }))
}

/** All that was ever ordered; by an act or the machines' office, since carried acts name claims of many customers. */
export async function listWipes(tx: Tx): Promise<Wipes['wipes']> {
  const acts = await tx
    .select()
    .from(wipeActs)
    .where(eq(wipeActs.tenantId, HUB_TENANT))
    .orderBy(asc(wipeActs.clientId), asc(wipeActs.entry))
  const byClient = Map.groupBy(acts, ({ clientId }) => clientId)
  const people = await peopleAt(tx, [...byClient.keys()])
  const carried = await tx
    .select({ clientId: carriedOperations.clientId, many: count() })
    .from(carriedOperations)
    .where(eq(carriedOperations.tenantId, HUB_TENANT))
    .groupBy(carriedOperations.clientId)
  const manyOf = new Map(carried.map(({ clientId, many }) => [clientId, many]))
  return [...byClient]
    .map(([clientId, rows]) => ({
      clientId,
      ...(people.get(clientId) ?? { userId: null, name: null }),
      steps: rows.map(stepFrom),
      carried: manyOf.get(clientId) ?? 0,
    }))
    .toSorted((a, b) => lastAt(b).localeCompare(lastAt(a)))
}

const lastAt = ({ steps }: Wipes['wipes'][number]): string => steps.at(-1)?.at ?? ''

const stepFrom = ({
  act,
  at,
  byUserId,
  byName,
  reason,
}: WipeRow): Wipes['wipes'][number]['steps'][number] => ({
  act,
  at: at.toISOString() as Instant,
  // Written from a parsed token.
  byUserId: byUserId as UserId | null,
  byName,
  reason,
})

async function peopleAt(tx: Tx, clientIds: readonly string[]) {
  if (clientIds.length === 0) return new Map<string, { userId: UserId; name: string | null }>()
  const rows = await tx
    .select({ clientId: workstations.clientId, userId: workstations.userId, name: users.name })
    .from(workstations)
    .leftJoin(users, and(eq(users.tenantId, HUB_TENANT), eq(users.userId, workstations.userId)))
    .where(and(eq(workstations.tenantId, HUB_TENANT), inArray(workstations.clientId, [...clientIds])))
  return new Map(rows.map(({ clientId, userId, name }) => [clientId, { userId: userId as UserId, name }]))
}

import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { CaseId, ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { exclusiveThings } from './arbitrationSchema.ts'
import type { ThingKey } from './arbitrationRepo.ts'
import type { Tx } from './database.ts'
import { arbitrationCases, claimKeys, claims } from './schema.ts'

/** What an act on a customer's cases may touch. */
export interface Contest {
  readonly tenantId: TenantId
  /** Claims that are acted on: they are locked, and what they name. */
  readonly claimIds: readonly ClaimId[]
  /** Things beside those: what a claim is about to name, for one. */
  readonly keys?: readonly string[]
}

/**
 * Locks until the transaction ends what contends for the same: the things that claims of a customer name, then every claim that names one
 * of them. Whoever writes the case of a thing holds the thing, so that a second claimant waits also where there is no case yet; whoever
 * writes a claim because of its rivals holds the claim. Things before claims, each in one order, so that two who do so wait instead of
 * blocking each other.
 * @returns which of the claims that are acted on exist.
 */
export async function lockContest(tx: Tx, { tenantId, claimIds, keys = [] }: Contest): Promise<ClaimId[]> {
  const beside = [...new Set([...keys, ...missedKeys(tx, tenantId)])]
  await putThings(
    tx,
    beside.map((key) => ({ tenantId, key })),
  )
  const named = sql`array(select distinct ${claimKeys.exclusivityKey} from ${claimKeys}
    where ${claimKeys.tenantId} = ${tenantId} and ${claimKeys.claimId} = any(${textArray(claimIds)}))`
  const things = await tx
    .select({ key: exclusiveThings.exclusivityKey })
    .from(exclusiveThings)
    .where(
      sql`${eq(exclusiveThings.tenantId, tenantId)} and ${exclusiveThings.exclusivityKey} = any(${named} || ${textArray(beside)})`,
    )
    .orderBy(exclusiveThings.exclusivityKey)
    .for('update')
  const held = things.map(({ key }) => key)
  for (const key of held) heldOf(tx).add(nameOf({ tenantId, key }))
  return lockNaming(tx, { tenantId, claimIds, keys: held })
}

async function lockNaming(tx: Tx, { tenantId, claimIds, keys }: Required<Contest>): Promise<ClaimId[]> {
  const naming = sql`array(select ${claimKeys.claimId} from ${claimKeys}
    where ${claimKeys.tenantId} = ${tenantId} and ${claimKeys.exclusivityKey} = any(${textArray(keys)}))`
  const rows = await tx
    .select({ claimId: claims.claimId })
    .from(claims)
    .where(
      sql`${eq(claims.tenantId, tenantId)} and ${claims.claimId} = any(${naming} || ${textArray(claimIds)})`,
    )
    .orderBy(claims.claimId)
    .for('update')
  const there = new Set(rows.map(({ claimId }) => claimId))
  return claimIds.filter((claimId) => there.has(claimId))
}

const textArray = (words: readonly string[]): SQL =>
  words.length === 0
    ? sql`array[]::text[]`
    : sql`array[${sql.join(
        words.map((word) => sql`${word}`),
        sql`, `,
      )}]::text[]`

/** Makes sure that what claims name can be locked, whoever else names it. */
export async function putThings(tx: Tx, things: readonly ThingKey[]): Promise<void> {
  const once = new Map(things.map((thing) => [nameOf(thing), thing]))
  const rows = [...once]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { tenantId, key }]) => ({ tenantId, exclusivityKey: key }))
  for (let from = 0; from < rows.length; from += THINGS_AT_ONCE)
    await tx
      .insert(exclusiveThings)
      .values(rows.slice(from, from + THINGS_AT_ONCE))
      .onConflictDoNothing()
}

const THINGS_AT_ONCE = 10_000

/** What the claims name that name what these cases are about: a party that loses there changes all of its cases. */
export async function keysAroundCases(
  tx: Tx,
  tenantId: TenantId,
  caseIds: readonly CaseId[],
): Promise<string[]> {
  const party = sql`${claimKeys} as party`
  const rows = await tx
    .selectDistinct({ key: claimKeys.exclusivityKey })
    .from(claimKeys)
    .innerJoin(party, sql`party.tenant_id = ${claimKeys.tenantId} and party.claim_id = ${claimKeys.claimId}`)
    .innerJoin(
      arbitrationCases,
      sql`${arbitrationCases.tenantId} = party.tenant_id and ${arbitrationCases.exclusivityKey} = party.exclusivity_key`,
    )
    .where(and(eq(arbitrationCases.tenantId, tenantId), inArray(arbitrationCases.caseId, [...caseIds])))
  return rows.map(({ key }) => key)
}

/** A transaction came to the cases of things that it has not locked: `transact` begins it anew, and `lockContest` locks them then. */
export class ThingsNotHeld extends Error {
  override readonly name = 'ThingsNotHeld'
  readonly things: readonly ThingKey[]
  constructor(things: readonly ThingKey[]) {
    super('The cases of things were to be written that are not locked')
    this.things = things
  }
}

const held = new WeakMap<Tx, Set<string>>()
const missed = new WeakMap<Tx, readonly ThingKey[]>()

const nameOf = ({ tenantId, key }: ThingKey): string => `${tenantId} ${key}`

function heldOf(tx: Tx): Set<string> {
  const known = held.get(tx) ?? new Set()
  held.set(tx, known)
  return known
}

/** @throws ThingsNotHeld */
export function assertHeld(tx: Tx, things: readonly ThingKey[]): void {
  const known = heldOf(tx)
  const others = things.filter((thing) => !known.has(nameOf(thing)))
  if (others.length > 0) throw new ThingsNotHeld(others)
}

/** This transaction is one that was begun anew for want of these. */
export const noteMissed = (tx: Tx, things: readonly ThingKey[]): void => void missed.set(tx, things)

/** Whether it has to lock more than acts of its kind do. */
export const hasMissed = (tx: Tx): boolean => (missed.get(tx) ?? []).length > 0

const missedKeys = (tx: Tx, tenantId: TenantId): string[] =>
  (missed.get(tx) ?? []).filter((thing) => thing.tenantId === tenantId).map(({ key }) => key)

import { and, asc, desc, eq, inArray, isNull, max, ne, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { LIVING_CASE_STATES } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { CaseId, ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimMatters } from '../../../src-preload/contract/vocabulary/matterShape.ts'
import type { Lookups } from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import { CONTENDING_STATES } from '../claims/exclusivityKey.ts'
import { caseFrom } from './caseRows.ts'
import { amongClaims, type ClaimKey } from './claimsRepo.ts'
import type { Db, Tx } from './database.ts'
import {
  arbitrationCases,
  arbitrationOutreach,
  arbitrationParties,
  claimHistory,
  claimItems,
  claimKeys,
  claims,
} from './schema.ts'

const isDecided = eq(arbitrationCases.state, 'decided')
const isLiving = inArray(arbitrationCases.state, [...LIVING_CASE_STATES])

/** What one partner of a customer may hold alone. */
export interface ThingKey {
  readonly tenantId: TenantId
  readonly key: string
}

export interface CaseKey {
  readonly tenantId: TenantId
  readonly caseId: CaseId
}

/**
 * Those of these things that several claims in play name, or that have a living case; `hasCase` says which do. What a claim names is
 * hardly ever among them, so that this is all that most acts ask.
 */
export async function listThingsToSettle(tx: Tx, things: readonly ThingKey[]) {
  if (things.length === 0) return []
  const asked = things.map(({ tenantId, key }) => sql`(${tenantId}::uuid, ${key}::text)`)
  const hasCase = sql`exists (select from ${arbitrationCases} where ${arbitrationCases.tenantId} = asked.tenant_id
    and ${arbitrationCases.exclusivityKey} = asked.key and ${isLiving})`
  const claimants = sql`(select count(distinct ${claimKeys.claimId}) from ${claimKeys} join ${claims}
    on ${claims.tenantId} = ${claimKeys.tenantId} and ${claims.claimId} = ${claimKeys.claimId}
    where ${claimKeys.tenantId} = asked.tenant_id and ${claimKeys.exclusivityKey} = asked.key
      and ${inArray(claims.state, [...CONTENDING_STATES])})`
  return tx
    .select({
      tenantId: sql<TenantId>`asked.tenant_id`,
      key: sql<string>`asked.key`,
      hasCase: sql<boolean>`${hasCase}`,
    })
    .from(sql`(values ${sql.join(asked, sql`, `)}) as asked (tenant_id, key)`)
    .where(sql`${hasCase} or ${claimants} > 1`)
}

/** An item of a claim that is such a thing, with what says whether the claim holds or asks for it. */
export type ContendingItem = Awaited<ReturnType<typeof listContendingItems>>[number]

/** The items of claims in play that are one of these things. Of a claim only what the question needs. */
export async function listContendingItems(tx: Tx, things: readonly ThingKey[]) {
  if (things.length === 0) return []
  return tx
    .select({
      tenantId: claimKeys.tenantId,
      key: claimKeys.exclusivityKey,
      itemId: claimKeys.itemId,
      claimId: sql<ClaimId>`${claims.claimId}`, // written from a parsed form
      mpnId: claims.mpnId,
      partnerCompanyName: claims.partnerCompanyName,
      customerName: claims.customerCompanyName,
      submittedAt: claims.submittedAt,
      state: claims.state,
      subState: claims.subState,
      policyId: claims.policyId,
      policyVersion: claims.policyVersion,
      subscriptions: sql<Lookups['subscriptions']>`${claims.lookups} -> 'subscriptions'`,
      firstReviewedAt: sql<string | null>`${claims.matters} ->> 'firstReviewedAt'`,
      heldSince: sql<string | null>`${claims.matters} ->> 'heldSince'`,
      /** When it came back from its partner last. */
      answeredAt:
        sql<Date | null>`(select max(own.at) from ${claimHistory} as own where own.tenant_id = ${claims.tenantId}
        and own.claim_id = ${claims.claimId} and own.kind = 'resubmitted')`.mapWith(claimHistory.at),
      rejectedAt: sql<string | null>`${claims.matters} #>> '{rejection,at}'`,
      endedItems: sql<ClaimMatters['endedItems'] | null>`${claims.matters} -> 'endedItems'`,
      /** Whether a case on the thing was decided. */
      hasOutcome: sql<boolean>`exists (select from ${arbitrationCases} where ${arbitrationCases.tenantId} = ${claimKeys.tenantId}
        and ${arbitrationCases.exclusivityKey} = ${claimKeys.exclusivityKey} and ${isDecided})`,
    })
    .from(claimKeys)
    .innerJoin(claims, and(eq(claims.tenantId, claimKeys.tenantId), eq(claims.claimId, claimKeys.claimId)))
    .where(and(among(claimKeys, things), inArray(claims.state, [...CONTENDING_STATES])))
    .orderBy(asc(claims.claimId), asc(claimKeys.itemId))
}

/** The living cases on these things, whole. */
export async function listLivingCases(db: Db | Tx, things: readonly ThingKey[]): Promise<ArbitrationCase[]> {
  return things.length === 0 ? [] : readCases(db, and(among(arbitrationCases, things), isLiving))
}

/** The living cases in which a claim is a party. */
export async function listLivingCasesOf(db: Db | Tx, key: ClaimKey): Promise<ArbitrationCase[]> {
  return readCasesOf(db, key, isNull(arbitrationParties.leftAt), isLiving)
}

/** The cases that count for what may be done to a claim: in which it is a party, and those that were decided against it. */
export async function listCasesWeighing(db: Db | Tx, key: ClaimKey): Promise<ArbitrationCase[]> {
  const { leftAt, leftReason } = arbitrationParties
  return readCasesOf(db, key, or(isNull(leftAt), eq(leftReason, 'lost')), or(isLiving, isDecided))
}

async function readCasesOf(
  db: Db | Tx,
  key: ClaimKey,
  party: SQL | undefined,
  which: SQL | undefined,
): Promise<ArbitrationCase[]> {
  const rows = await db
    .select({ caseId: arbitrationParties.caseId })
    .from(arbitrationParties)
    .where(and(amongClaims(arbitrationParties, [key]), party))
  const ids = rows.map(({ caseId }) => caseId)
  if (ids.length === 0) return []
  const { tenantId, caseId } = arbitrationCases
  return readCases(db, and(eq(tenantId, key.tenantId), inArray(caseId, ids), which))
}

/** Decided cases on these things in which an association lasts until the winner is approved. */
export async function listCasesEndingLater(
  db: Db | Tx,
  things: readonly ThingKey[],
): Promise<ArbitrationCase[]> {
  if (things.length === 0) return []
  const isWaiting = sql`jsonb_array_length(coalesce(${arbitrationCases.outcome} -> 'pendingEnds', '[]'::jsonb)) > 0`
  return readCases(db, and(among(arbitrationCases, things), isDecided, isWaiting))
}

/**
 * Cases on a product of this customer, of which the subscription was not known, that are no more because it became known of one of these
 * claims, or are about to be. Oldest first.
 */
export async function listCasesBefore(
  tx: Tx,
  { tenantId, contested }: ThingKey & Pick<ArbitrationCase, 'contested'>,
  claimIds: readonly ClaimId[],
): Promise<ArbitrationCase[]> {
  if (contested.unit !== 'subscription') return []
  const isOfProduct = and(
    eq(arbitrationCases.tenantId, tenantId),
    eq(arbitrationCases.program, contested.program),
    eq(arbitrationCases.productId, contested.productId),
    eq(arbitrationCases.isProvisional, true),
    or(isLiving, eq(arbitrationCases.state, 'dissolved')),
  )
  const found = await readCases(tx, isOfProduct)
  const hasLeftSo = ({ left }: ArbitrationCase['parties'][number]) =>
    left === null || left.reason === 'resolved'
  return found
    .filter(({ parties }) => parties.some((party) => claimIds.includes(party.claimId) && hasLeftSo(party)))
    .toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
}

/** The cases that exist of these keys, whole, in no promised order. */
export async function listCases(db: Db | Tx, keys: readonly CaseKey[]): Promise<ArbitrationCase[]> {
  return keys.length === 0 ? [] : readCases(db, amongCases(arbitrationCases, keys))
}

async function readCases(db: Db | Tx, which: SQL | undefined): Promise<ArbitrationCase[]> {
  const rows = await db.select().from(arbitrationCases).where(which)
  if (rows.length === 0) return []
  const parties = await db
    .select()
    .from(arbitrationParties)
    .where(amongCases(arbitrationParties, rows))
    .orderBy(asc(arbitrationParties.ordinal), asc(arbitrationParties.claimId))
  const outreach = await db
    .select()
    .from(arbitrationOutreach)
    .where(amongCases(arbitrationOutreach, rows))
    // Of what was written in one instant the telling comes first: nobody is asked before it was told. Ids have no order of their own.
    .orderBy(asc(arbitrationOutreach.at), desc(arbitrationOutreach.kind), asc(arbitrationOutreach.entryId))
  return rows.map((row) =>
    caseFrom(
      row,
      parties.filter(({ caseId }) => caseId === row.caseId),
      outreach.filter(({ caseId }) => caseId === row.caseId),
    ),
  )
}

/** How many claims of other partners stand against each of these claims in living cases. One that is not in the map has none. */
export async function countRivals(
  db: Db | Tx,
  keys: readonly ClaimKey[],
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .select({
      claimId: arbitrationParties.claimId,
      rivals: sql<number>`count(distinct theirs.claim_id)::int`,
    })
    .from(arbitrationParties)
    .innerJoin(arbitrationCases, and(sameCase(arbitrationCases), isLiving))
    .innerJoin(
      sql`${arbitrationParties} as theirs`,
      // `isSamePartner` of `domain/intake`, as SQL.
      sql`theirs.tenant_id = ${arbitrationParties.tenantId} and theirs.case_id = ${arbitrationParties.caseId}
        and theirs.left_at is null and theirs.mpn_id <> ${arbitrationParties.mpnId}`,
    )
    .where(and(amongClaims(arbitrationParties, keys), isNull(arbitrationParties.leftAt)))
    .groupBy(arbitrationParties.tenantId, arbitrationParties.claimId)
  return new Map(rows.map(({ claimId, rivals }) => [claimId, rivals]))
}

/** Ids of the items of a claim that it asks for in living cases. */
export async function listContestedItems(db: Db | Tx, key: ClaimKey): Promise<string[]> {
  const rows = await db
    .select({ items: arbitrationParties.items })
    .from(arbitrationParties)
    .innerJoin(arbitrationCases, and(sameCase(arbitrationCases), isLiving))
    .where(
      and(
        amongClaims(arbitrationParties, [key]),
        isNull(arbitrationParties.leftAt),
        eq(arbitrationParties.role, 'challenger'),
      ),
    )
  return [...new Set(rows.flatMap(({ items }) => items))]
}

/** What is known of claims that may have left a case. */
export async function listLeavers(tx: Tx, tenantId: TenantId, claimIds: readonly ClaimId[]) {
  if (claimIds.length === 0) return []
  return tx
    .select({
      claimId: claims.claimId,
      state: claims.state,
      rejectedFor: sql<string[]>`coalesce(${claims.matters} -> 'rejection' -> 'reasons', '[]'::jsonb)`,
      products: sql<string[]>`array(select product_id from ${claimItems} as own
        where own.tenant_id = claims.tenant_id and own.claim_id = claims.claim_id)`,
      keys: sql<string[]>`array(select exclusivity_key from ${claimKeys} as own
        where own.tenant_id = claims.tenant_id and own.claim_id = claims.claim_id)`,
    })
    .from(claims)
    .where(and(eq(claims.tenantId, tenantId), inArray(claims.claimId, [...claimIds])))
}

/** Which of these claims did not get the thing in a case, and when that was decided last, ISO. */
export async function listLosers(
  tx: Tx,
  { tenantId, key }: ThingKey,
  claimIds: readonly ClaimId[],
): Promise<ReadonlyMap<string, string>> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx
    .select({ claimId: arbitrationParties.claimId, lostAt: max(arbitrationParties.leftAt) })
    .from(arbitrationParties)
    .innerJoin(arbitrationCases, sameCase(arbitrationCases))
    .where(
      and(
        eq(arbitrationParties.tenantId, tenantId),
        inArray(arbitrationParties.claimId, [...claimIds]),
        eq(arbitrationParties.leftReason, 'lost'),
        eq(arbitrationCases.exclusivityKey, key),
      ),
    )
    .groupBy(arbitrationParties.claimId)
  return new Map(
    rows.flatMap(({ claimId, lostAt }) => (lostAt === null ? [] : [[claimId, lostAt.toISOString()]])),
  )
}

/** The claims of a customer, in whatever state, that name one of these things, without one of them. */
export async function listNaming(
  db: Db | Tx,
  tenantId: TenantId,
  keys: readonly string[],
  but: ClaimId | null = null,
): Promise<ClaimKey[]> {
  if (keys.length === 0) return []
  const rows = await db
    .selectDistinct({ claimId: claimKeys.claimId })
    .from(claimKeys)
    .where(
      and(
        eq(claimKeys.tenantId, tenantId),
        inArray(claimKeys.exclusivityKey, [...keys]),
        but === null ? undefined : ne(claimKeys.claimId, but),
      ),
    )
  // claim_keys repeats the ids of claims, which were written from parsed forms.
  return rows.map(({ claimId }) => ({ tenantId, claimId: claimId as ClaimId }))
}

const sameCase = ({ tenantId, caseId }: { readonly tenantId: PgColumn; readonly caseId: PgColumn }) =>
  and(eq(tenantId, arbitrationParties.tenantId), eq(caseId, arbitrationParties.caseId))

function among(
  table: { readonly tenantId: PgColumn; readonly exclusivityKey: PgColumn },
  things: readonly ThingKey[],
): SQL {
  const pairs = things.map(({ tenantId, key }) => sql`(${tenantId}::uuid, ${key}::text)`)
  return sql`(${table.tenantId}, ${table.exclusivityKey}) in (${sql.join(pairs, sql`, `)})`
}

function amongCases(
  table: { readonly tenantId: PgColumn; readonly caseId: PgColumn },
  keys: readonly { readonly tenantId: string; readonly caseId: string }[],
): SQL {
  const pairs = keys.map(({ tenantId, caseId }) => sql`(${tenantId}::uuid, ${caseId}::uuid)`)
  return sql`(${table.tenantId}, ${table.caseId}) in (${sql.join(pairs, sql`, `)})`
}

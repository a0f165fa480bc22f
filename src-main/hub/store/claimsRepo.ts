import { and, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { ClaimDocument } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, Sha256, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Claimant } from '../../domain/letter/guards/rivals.ts'
import type { ChainKey } from './auditRepo.ts'
import { type ClaimParts, type StoredClaim, storedClaimFrom } from './claimRows.ts'
import { actSettings } from './callerContext.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import {
  claimComments,
  claimDocuments,
  claimHistory,
  claimItems,
  claimLocator,
  claims,
  claimTombstones,
} from './schema.ts'

export interface ClaimKey {
  readonly tenantId: TenantId
  readonly claimId: ClaimId
}

/** The chain of what was written about a claim. */
export const chainOf = ({ tenantId, claimId }: ClaimKey): ChainKey => ({
  tenantId,
  subject: 'claim',
  subjectId: claimId,
})

/** The tenant under which a claim lives or lived; undefined for an id that this hub never had. */
export async function findTenant(db: Db | Tx, claimId: ClaimId): Promise<TenantId | undefined> {
  const rows = await db
    .select({ tenantId: claimLocator.customerTenantId })
    .from(claimLocator)
    .where(and(eq(claimLocator.tenantId, HUB_TENANT), eq(claimLocator.claimId, claimId)))
  return rows[0]?.tenantId as TenantId | undefined // written from a parsed form
}

/** The same; from here on the transaction is an act on that customer's claims alone. One trip, as every act begins with it. */
export async function narrowToTenantOf(tx: Tx, claimId: ClaimId): Promise<TenantId | undefined> {
  const rows = await tx
    .select({ tenantId: claimLocator.customerTenantId, said: actSettings(claimLocator.customerTenantId) })
    .from(claimLocator)
    .where(and(eq(claimLocator.tenantId, HUB_TENANT), eq(claimLocator.claimId, claimId)))
  return rows[0]?.tenantId as TenantId | undefined // written from a parsed form
}

/** The row that says where a claim lives. */
export const placeOf = ({ tenantId, claimId }: ClaimKey) => ({
  tenantId: HUB_TENANT,
  claimId,
  customerTenantId: tenantId,
})

/** Locks the claim until the transaction ends. Undefined when it is gone. */
export async function findClaimForUpdate(tx: Tx, key: ClaimKey): Promise<StoredClaim | undefined> {
  return (await lockClaim(tx, key)) ? findClaim(tx, key) : undefined
}

/** Locks the claim until the transaction ends. False when it is gone. */
export async function lockClaim(tx: Tx, key: ClaimKey): Promise<boolean> {
  const rows = await tx
    .select({ claimId: claims.claimId })
    .from(claims)
    .where(isClaim(claims, key))
    .for('update')
  return rows.length > 0
}

export async function findClaim(db: Db | Tx, key: ClaimKey): Promise<StoredClaim | undefined> {
  const found = await listClaims(db, [key])
  return found[0]
}

/** The claims that exist of these keys, in no promised order. */
export async function listClaims(db: Db | Tx, keys: readonly ClaimKey[]): Promise<StoredClaim[]> {
  if (keys.length === 0) return []
  const rows = await db.select().from(claims).where(amongClaims(claims, keys))
  const items = await db
    .select()
    .from(claimItems)
    .where(amongClaims(claimItems, keys))
    .orderBy(claimItems.ordinal)
  const documents = await db
    .select()
    .from(claimDocuments)
    .where(amongClaims(claimDocuments, keys))
    .orderBy(claimDocuments.ordinal)
  const comments = await db
    .select()
    .from(claimComments)
    .where(amongClaims(claimComments, keys))
    .orderBy(claimComments.at, claimComments.ordinal)
  const history = await db
    .select()
    .from(claimHistory)
    .where(amongClaims(claimHistory, keys))
    .orderBy(claimHistory.at, claimHistory.ordinal)
  const parts = {
    items: groupByClaim(items),
    documents: groupByClaim(documents),
    comments: groupByClaim(comments),
    history: groupByClaim(history),
  }
  return rows.map((claim) =>
    storedClaimFrom({
      claim,
      items: parts.items.get(claim.claimId) ?? [],
      documents: parts.documents.get(claim.claimId) ?? [],
      comments: parts.comments.get(claim.claimId) ?? [],
      history: parts.history.get(claim.claimId) ?? [],
    } satisfies ClaimParts),
  )
}

/** A document of this claim; undefined when the claim is gone or never had these bytes. */
export async function findDocument(
  db: Db | Tx,
  key: ClaimKey,
  sha256: Sha256,
): Promise<Pick<ClaimDocument, 'sizeBytes'> | undefined> {
  const rows = await db
    .select({ sizeBytes: claimDocuments.sizeBytes })
    .from(claimDocuments)
    .where(and(isClaim(claimDocuments, key), eq(claimDocuments.sha256, sha256)))
    .limit(1)
  return rows[0]
}

export async function hasClaims(db: Db | Tx): Promise<boolean> {
  const live = await db.select({ claimId: claims.claimId }).from(claims).limit(1)
  const gone = await db.select({ claimId: claimTombstones.claimId }).from(claimTombstones).limit(1)
  return live.length + gone.length > 0
}

interface ClaimColumns {
  readonly tenantId: PgColumn
  readonly claimId: PgColumn
}

export function isClaim(table: ClaimColumns, { tenantId, claimId }: ClaimKey): SQL | undefined {
  return and(eq(table.tenantId, tenantId), eq(table.claimId, claimId))
}

export function amongClaims(table: ClaimColumns, keys: readonly ClaimKey[]): SQL {
  const pairs = keys.map(({ tenantId, claimId }) => sql`(${tenantId}::uuid, ${claimId}::text)`)
  return sql`(${table.tenantId}, ${table.claimId}) in (${sql.join(pairs, sql`, `)})`
}

function groupByClaim<Row extends { readonly claimId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  return Map.groupBy(rows, ({ claimId }) => claimId)
}

/**
 * Who else claims, or claimed, something of the same customer, as far as a text could give them away: every partner once, by whichever of
 * its claims, and every claim whose id stands in the text. A customer may have ten thousand claims of seven partners.
 */
export async function listClaimants(
  db: Db | Tx,
  { tenantId, claimId }: ClaimKey,
  text: string,
): Promise<Claimant[]> {
  const { mpnId, partnerCompanyName, partnerDomains, partnerContact } = claims
  const isNamed = sql`strpos(${text}::text, ${claims.claimId}) > 0 or strpos(${text.toLowerCase()}::text, lower(${claims.claimId})) > 0`
  const named = sql`case when ${isNamed} then ${claims.claimId} end`
  const rows = await db
    .select({
      claimId: sql<ClaimId>`min(${claims.claimId})`, // written from a parsed form
      mpnId,
      partnerCompanyName,
      partnerDomains,
      partnerContact,
    })
    .from(claims)
    .where(and(eq(claims.tenantId, tenantId), ne(claims.claimId, claimId)))
    .groupBy(mpnId, partnerCompanyName, partnerDomains, partnerContact, named)
    .orderBy(sql`1`)
  return rows
}

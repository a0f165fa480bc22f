import { and, asc, eq, inArray, ne, notInArray } from 'drizzle-orm'
import type { ClaimId, Instant, Sha256, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Sightings } from '../api/facts.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { claimDocuments, claims, documentFacts } from './schema.ts'

export interface FactsKey {
  readonly sha256: Sha256
  readonly readerVersion: string
}

const isOf = ({ sha256, readerVersion }: FactsKey) =>
  and(
    eq(documentFacts.tenantId, HUB_TENANT),
    eq(documentFacts.sha256, sha256),
    eq(documentFacts.readerVersion, readerVersion),
  )

export interface FactsRow {
  readonly facts: unknown
  readonly factsSha256: string
}

/** Undefined when nobody has sent them yet. */
export async function findFacts(db: Db | Tx, key: FactsKey): Promise<FactsRow | undefined> {
  const rows = await db
    .select({ facts: documentFacts.facts, factsSha256: documentFacts.factsSha256 })
    .from(documentFacts)
    .where(isOf(key))
  return rows[0]
}

/** @returns the hash of what is there now: another one where somebody was first with something else. */
export async function insertFacts(
  db: Db | Tx,
  key: FactsKey,
  row: FactsRow & { readonly byUserId: UserId; readonly receivedAt: Date },
): Promise<{ readonly isNew: boolean; readonly factsSha256: string }> {
  const added = await db
    .insert(documentFacts)
    .values({ tenantId: HUB_TENANT, ...key, ...row })
    .onConflictDoNothing()
    .returning({ factsSha256: documentFacts.factsSha256 })
  if (added.length > 0) return { isNew: true, factsSha256: row.factsSha256 }
  const rows = await db
    .select({ factsSha256: documentFacts.factsSha256 })
    .from(documentFacts)
    .where(isOf(key))
  return { isNew: false, factsSha256: rows[0]?.factsSha256 ?? '' }
}

/** Those of these documents that somebody has read, by whatever reader version. */
export async function listRead(db: Db | Tx, sha256s: readonly Sha256[]): Promise<string[]> {
  if (sha256s.length === 0) return []
  const rows = await db
    .selectDistinct({ sha256: documentFacts.sha256 })
    .from(documentFacts)
    .where(and(eq(documentFacts.tenantId, HUB_TENANT), inArray(documentFacts.sha256, [...sha256s])))
  return rows.map(({ sha256 }) => sha256)
}

const MAX_SIGHTINGS = 200

export interface Sighting {
  readonly sha256: Sha256
  readonly claim: Sightings['claims'][number]
}

/** Claims with these bytes, but for one and for those of these partners (MPN ids). A claim with two of the papers is named twice. */
export async function listSightings(
  db: Db | Tx,
  sha256s: readonly Sha256[],
  { notClaim, notOf }: { readonly notClaim: ClaimId; readonly notOf: readonly string[] },
): Promise<Sighting[]> {
  if (sha256s.length === 0) return []
  const rows = await db
    .selectDistinctOn([claimDocuments.addedAt, claimDocuments.claimId, claimDocuments.sha256], {
      sha256: claimDocuments.sha256,
      claimId: claimDocuments.claimId,
      partnerName: claims.partnerCompanyName,
      customerName: claims.customerCompanyName,
      mpnId: claims.mpnId,
      tenantId: claims.tenantId,
      fileName: claimDocuments.fileName,
      addedAt: claimDocuments.addedAt,
    })
    .from(claimDocuments)
    .innerJoin(
      claims,
      and(eq(claims.tenantId, claimDocuments.tenantId), eq(claims.claimId, claimDocuments.claimId)),
    )
    .where(
      and(
        inArray(claimDocuments.sha256, [...sha256s]),
        ne(claimDocuments.claimId, notClaim),
        notInArray(claims.mpnId, [...notOf]),
      ),
    )
    .orderBy(
      asc(claimDocuments.addedAt),
      asc(claimDocuments.claimId),
      asc(claimDocuments.sha256),
      asc(claimDocuments.ordinal),
    )
    .limit(MAX_SIGHTINGS)
  // Ids and hashes were written from a parsed form, the instant is one.
  const found = rows.map(({ claimId, sha256, addedAt, ...one }) => ({
    sha256: sha256 as Sha256,
    claim: { ...one, claimId: claimId as ClaimId, addedAt: addedAt.toISOString() as Instant },
  }))
  const keyOf = ({ sha256, claim }: Sighting): string => `${sha256} ${claim.claimId}`
  return found.filter((one, index) => found.findIndex((other) => keyOf(other) === keyOf(one)) === index)
}

import { asc, sql } from 'drizzle-orm'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { hasChain } from '../store/auditRepo.ts'
import { amongClaims, chainOf, type ClaimKey } from '../store/claimsRepo.ts'
import type { Db, Tx } from '../store/database.ts'
import { HUB_TENANT } from '../store/hubTenant.ts'
import { arbitrationCases, claimItems, claims } from '../store/schema.ts'
import { transact } from '../store/transact.ts'
import { noteWritten } from './pendingSeals.ts'
import { CLAIM_TABLES, caseStanding, claimStanding, sealedRow } from './sealedRows.ts'

/** Says that everything which was here before there were chains stands in one. */
const SEALED_CHAIN = { tenantId: HUB_TENANT, subject: 'hub', subjectId: 'older rows sealed' } as const

const CLAIMS_AT_ONCE = 100

/**
 * Begins the chains of claims and cases that were here before there were any, each with an entry over all rows that it has by now. This
 * happens once in the life of a database: afterwards a claim without a chain has lost it, and is not given another one.
 * @returns how many chains were begun.
 */
export async function sealOlder(db: Db): Promise<number> {
  if (await hasChain(db, SEALED_CHAIN)) return 0
  let begun = 0
  for (let after: ClaimKey | null = null; ; ) {
    const page: ClaimKey[] = await claimsAfter(db, after)
    if (page.length > 0) begun += await transact(db, (tx) => sealClaims(tx, page))
    after = page.at(-1) ?? null
    if (page.length < CLAIMS_AT_ONCE) break
  }
  begun += await transact(db, sealCases)
  await transact(db, (tx) => {
    noteWritten(tx, SEALED_CHAIN, { said: { chains: begun } })
    return Promise.resolve()
  })
  return begun
}

async function claimsAfter(db: Db, after: ClaimKey | null): Promise<ClaimKey[]> {
  const rows = await db
    .select({ tenantId: claims.tenantId, claimId: claims.claimId })
    .from(claims)
    .where(
      after === null
        ? undefined
        : sql`(${claims.tenantId}, ${claims.claimId}) > (${after.tenantId}::uuid, ${after.claimId}::text)`,
    )
    .orderBy(asc(claims.tenantId), asc(claims.claimId))
    .limit(CLAIMS_AT_ONCE)
  // Both were written from a parsed form.
  return rows.map((row) => ({ tenantId: row.tenantId as TenantId, claimId: row.claimId as ClaimId }))
}

async function sealClaims(tx: Tx, keys: readonly ClaimKey[]): Promise<number> {
  const rows = await tx
    .select()
    .from(claims)
    .where(amongClaims(claims, keys))
    .orderBy(asc(claims.tenantId), asc(claims.claimId))
    .for('update')
  let begun = 0
  for (const row of rows) {
    const key = { tenantId: row.tenantId as TenantId, claimId: row.claimId as ClaimId }
    // Another hub that starts at the same time may have been here.
    if (await hasChain(tx, chainOf(key))) continue
    const items = await tx
      .select()
      .from(claimItems)
      .where(amongClaims(claimItems, [key]))
      .orderBy(claimItems.ordinal)
    const sealed = await Promise.all(
      Object.keys(CLAIM_TABLES).map((kind) => sealedOf(tx, key, kind as keyof typeof CLAIM_TABLES)), // its keys are these
    )
    noteWritten(tx, chainOf(key), {
      standing: claimStanding(row, items),
      rows: sealed.flat(),
      said: { begins: 'with what was here before there were chains' },
    })
    begun += 1
  }
  return begun
}

async function sealedOf(tx: Tx, key: ClaimKey, kind: keyof typeof CLAIM_TABLES) {
  const table = CLAIM_TABLES[kind]
  const rows = await tx
    .select()
    .from(table)
    .where(amongClaims(table, [key]))
  return rows.map((row) => sealedRow(kind, row))
}

async function sealCases(tx: Tx): Promise<number> {
  const rows = await tx.select().from(arbitrationCases).for('update')
  let begun = 0
  for (const row of rows) {
    const key = { tenantId: row.tenantId as TenantId, subject: 'case', subjectId: row.caseId } as const
    if (await hasChain(tx, key)) continue
    noteWritten(tx, key, {
      standing: caseStanding(row),
      said: { begins: 'with what was here before there were chains' },
    })
    begun += 1
  }
  return begun
}

import { asc, eq, sql } from 'drizzle-orm'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Rules } from '../policy/rules.ts'
import { listClaims } from '../store/claimsRepo.ts'
import { insertKeys } from '../store/claimWrites.ts'
import type { Db, Tx } from '../store/database.ts'
import { claimKeys, claims } from '../store/schema.ts'
import { lockContest } from '../store/thingLocks.ts'
import { transact } from '../store/transact.ts'
import { openCases } from './bringClaims.ts'
import { keysNamedBy } from './exclusivityKey.ts'
import type { HubClaim } from './hubClaim.ts'

/**
 * Writes down what the claims of an older hub name, and opens the cases that they make of each other: one customer at a time, so that a
 * start that was broken off goes on with the next.
 * @returns how many claims it were.
 */
export async function catchUpKeys(db: Db, rules: Rules): Promise<number> {
  const tenants = await db
    .selectDistinct({ tenantId: claims.tenantId })
    .from(claims)
    .where(hasNoKeys)
    .orderBy(asc(claims.tenantId))
  let caughtUp = 0
  for (const { tenantId } of tenants) {
    // Written from a parsed form.
    caughtUp += await transact(db, (tx) => catchUp(tx, tenantId as TenantId, rules))
  }
  return caughtUp
}

async function catchUp(tx: Tx, tenantId: TenantId, { basisOf }: Rules): Promise<number> {
  const outdated = await listUnnamed(tx, tenantId)
  const claimIds = outdated.map(({ form }) => form.claimId)
  await lockContest(tx, { tenantId, claimIds, keys: outdated.flatMap(keysNamedBy) })
  // Another hub that starts may have come first.
  const found = await listUnnamed(tx, tenantId)
  await insertKeys(tx, found)
  await openCases(tx, found, basisOf)
  return found.length
}

async function listUnnamed(tx: Tx, tenantId: TenantId): Promise<HubClaim[]> {
  const rows = await tx
    .select({ claimId: claims.claimId })
    .from(claims)
    .where(sql`${eq(claims.tenantId, tenantId)} and ${hasNoKeys}`)
  // Written from parsed forms.
  return listClaims(
    tx,
    rows.map(({ claimId }) => ({ tenantId, claimId: claimId as ClaimId })),
  )
}

/** Of a claim of an unknown programme nothing can be said. */
const hasNoKeys = sql`${claims.program} <> 'UNKNOWN' and not exists (select from ${claimKeys}
  where ${claimKeys.tenantId} = ${claims.tenantId} and ${claimKeys.claimId} = ${claims.claimId})`

import { asc, isNotNull, sql } from 'drizzle-orm'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { JobPorts } from '../jobs/clockActs.ts'
import { countRivals } from '../store/arbitrationRepo.ts'
import type { ClaimKey } from '../store/claimsRepo.ts'
import type { Tx } from '../store/database.ts'
import { claims } from '../store/schema.ts'
import { lockContest } from '../store/thingLocks.ts'
import { transact } from '../store/transact.ts'
import { letGo } from './applyToClaim.ts'

/**
 * Sends claims back to their review that wait for an arbitration which nothing is left of: an older hub held them for nothing, or let them
 * wait on. Each in a transaction of its own; doing it again changes nothing.
 * @returns how many claims it were.
 */
export async function letGoOfHeld(ports: Pick<JobPorts, 'db' | 'rules' | 'now'>): Promise<number> {
  const held = await ports.db
    .select({ tenantId: claims.tenantId, claimId: claims.claimId })
    .from(claims)
    .where(isNotNull(sql`${claims.matters} ->> 'heldSince'`))
    .orderBy(asc(claims.tenantId), asc(claims.claimId))
  let freed = 0
  for (const { tenantId, claimId } of held) {
    // Both were written from a parsed form.
    const key = { tenantId: tenantId as TenantId, claimId: claimId as ClaimId }
    if (await transact(ports.db, (tx) => letGoOf(tx, key, ports))) freed += 1
  }
  return freed
}

async function letGoOf(
  tx: Tx,
  key: ClaimKey,
  { rules, now }: Pick<JobPorts, 'rules' | 'now'>,
): Promise<boolean> {
  await lockContest(tx, { tenantId: key.tenantId, claimIds: [key.claimId] })
  if ((await countRivals(tx, [key])).has(key.claimId)) return false
  return letGo(tx, key, { rules, now: now() })
}

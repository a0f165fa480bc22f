import { ne } from 'drizzle-orm'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { findClaimForUpdate } from '../store/claimsRepo.ts'
import { resetClocks } from '../store/claimWrites.ts'
import type { Db } from '../store/database.ts'
import { claims } from '../store/schema.ts'
import { transact } from '../store/transact.ts'
import { basisName, type ClockBasis } from './clockBasis.ts'

/**
 * Sets the clocks of every claim anew that was computed with another calendar or policy, each in a transaction of its own, so
 * that reviewers go on working meanwhile.
 * @returns how many claims it was.
 */
export async function refreshClocks(db: Db, basis: ClockBasis): Promise<number> {
  const outdated = await db
    .select({ tenantId: claims.tenantId, claimId: claims.claimId })
    .from(claims)
    .where(ne(claims.clocksBasis, basisName(basis)))
  for (const { tenantId, claimId } of outdated) {
    // Both were written from a parsed form.
    const key = { tenantId: tenantId as TenantId, claimId: claimId as ClaimId }
    await transact(db, async (tx) => {
      const claim = await findClaimForUpdate(tx, key)
      if (claim !== undefined) await resetClocks(tx, claim, basis)
    })
  }
  return outdated.length
}

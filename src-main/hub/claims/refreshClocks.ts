import { sql } from 'drizzle-orm'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Rules } from '../policy/rules.ts'
import { findClaimForUpdate } from '../store/claimsRepo.ts'
import { resetClocks } from '../store/claimWrites.ts'
import type { Db } from '../store/database.ts'
import { claims } from '../store/schema.ts'
import { transact } from '../store/transact.ts'
import { calendarName } from './clockBasis.ts'

/**
 * Sets the clocks of every claim anew that was computed with another calendar, each in a transaction of its own, so that reviewers
 * go on working meanwhile. The profile of a claim stays what it is.
 * @returns how many claims it was.
 */
export async function refreshClocks(db: Db, rules: Rules): Promise<number> {
  const name = calendarName(rules.calendar)
  const outdated = await db
    .select({ tenantId: claims.tenantId, claimId: claims.claimId })
    .from(claims)
    .where(sql`right(${claims.clocksBasis}, ${name.length}::int) <> ${name}`)
  for (const { tenantId, claimId } of outdated) {
    // Both were written from a parsed form.
    const key = { tenantId: tenantId as TenantId, claimId: claimId as ClaimId }
    await transact(db, async (tx) => {
      const claim = await findClaimForUpdate(tx, key)
      if (claim !== undefined) await resetClocks(tx, claim, rules.basisOf(claim.policy))
    })
  }
  return outdated.length
}

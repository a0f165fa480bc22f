import { inArray, sql } from 'drizzle-orm'
import { LIVING_CASE_STATES } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { CaseId, ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { caseClocks } from '../../domain/arbitration/caseClocks.ts'
import { isLivingCase } from '../../domain/arbitration/caseState.ts'
import type { Rules } from '../policy/rules.ts'
import { listCases } from '../store/arbitrationRepo.ts'
import { setCaseClocks } from '../store/arbitrationWrites.ts'
import { findClaimForUpdate } from '../store/claimsRepo.ts'
import { resetClocks } from '../store/claimWrites.ts'
import type { Db } from '../store/database.ts'
import { arbitrationCases, claims } from '../store/schema.ts'
import { lockContest } from '../store/thingLocks.ts'
import { transact } from '../store/transact.ts'
import { basisName, calendarName } from './clockBasis.ts'

/**
 * Sets the clocks of every claim anew that was computed with another calendar, each in a transaction of its own, so that reviewers
 * go on working meanwhile. The profile of a claim stays what it is.
 * @returns how many claims it was.
 */
export async function refreshClocks(db: Db, rules: Rules): Promise<number> {
  await refreshCaseClocks(db, rules)
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

/** The clock of a case counts with the same calendar as those of its claims. */
async function refreshCaseClocks(db: Db, rules: Rules): Promise<void> {
  const name = calendarName(rules.calendar)
  const outdated = await db
    .select({
      tenantId: arbitrationCases.tenantId,
      caseId: arbitrationCases.caseId,
      key: arbitrationCases.exclusivityKey,
    })
    .from(arbitrationCases)
    .where(
      sql`${inArray(arbitrationCases.state, [...LIVING_CASE_STATES])} and right(${arbitrationCases.clocksBasis}, ${name.length}::int) <> ${name}`,
    )
  for (const { caseId, ...thing } of outdated) {
    // Both were written by this program.
    const tenantId = thing.tenantId as TenantId
    const key = { tenantId, caseId: caseId as CaseId }
    await transact(db, async (tx) => {
      await lockContest(tx, { tenantId, claimIds: [], keys: [thing.key] })
      const [one] = await listCases(tx, [key])
      if (one === undefined || !isLivingCase(one.state)) return
      const basis = rules.basisOf(one.policy)
      const clocks = caseClocks(Date.parse(one.openedAt), basis.policy, basis.calendar)
      await setCaseClocks(tx, key, { clocks, clocksBasis: basisName(basis) })
    })
  }
}

import { z } from 'zod'
import type { NewClaimRequest } from '../api/intake.ts'
import type { HubCaller } from '../api/people.ts'
import type { ProblemCode } from '../api/problem.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import type { Db } from '../store/database.ts'
import { findTenant } from '../store/claimsRepo.ts'
import { maySee } from './claimGuard.ts'

const Stated = z.object({ mpnId: z.string() })

const Changed = z.object({ changes: z.object({ mpnId: z.string() }) })

/** Whether a partner would make its claim another location's (S-55 lets the service do that): it acts for its own alone. */
export function givesAway(caller: HubCaller, body: unknown): boolean {
  const changed = Changed.safeParse(body)
  return caller.role === 'partner' && changed.success && changed.data.changes.mpnId.trim() !== caller.mpnId
}

/**
 * Why a caller may not bring these claims, or ask about them; null = they may. A partner brings claims of its own location, new
 * ones: to take claims over from before, which may lack proof and name their own day, is for the service alone. An id that is
 * another's claim is not there for it.
 */
export async function whyNotOwn(
  db: Db,
  caller: HubCaller,
  claims: readonly Pick<NewClaimRequest, 'claimId' | 'isMigrated' | 'claim'>[],
): Promise<ProblemCode | null> {
  if (caller.role !== 'partner') return null
  for (const { claim, isMigrated } of claims) {
    const stated = Stated.safeParse(claim)
    const isOwn = stated.success && stated.data.mpnId.trim() === caller.mpnId
    if (!isOwn || isMigrated) return 'forbidden'
  }
  for (const { claimId } of claims) {
    const isTaken = claimId !== null && (await actingAs(LOOK, () => findTenant(db, claimId))) !== undefined
    if (isTaken && !(await maySee(db, caller, claimId))) return 'not_found'
  }
  return null
}

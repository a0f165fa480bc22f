import { createMiddleware } from 'hono/factory'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { HubCaller } from '../api/people.ts'
import { findTenant } from '../store/claimsRepo.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import type { Db } from '../store/database.ts'
import { findPartner, linkedPartners } from '../store/partnerLinksRepo.ts'
import type { HubEnv } from './hubPorts.ts'
import { StorableClaimId } from './pathParts.ts'
import { problem } from './problem.ts'

/**
 * Hides claims from who may not know of them (404): from a person of the team those of partners with whom they have dealings
 * (trust.md R4), from a partner those of others, from a customer those of other tenants.
 */
export const claimGuard = (db: Db) =>
  createMiddleware<HubEnv>(async (context, next) => {
    const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
    if (!claimId.success || !(await maySee(db, context.var.caller, claimId.data))) return problem('not_found')
    return next()
  })

/**
 * Whether a caller may know of a claim. Of one that is gone, everybody to whom nothing of it can be said any more: an act that is
 * sent again then still gets the answer that was given to it.
 */
export const maySee = (db: Db, caller: HubCaller, claimId: ClaimId): Promise<boolean> =>
  actingAs(LOOK, () => mayKnowOf(db, caller, claimId))

async function mayKnowOf(db: Db, caller: HubCaller, claimId: ClaimId): Promise<boolean> {
  const tenantId = await findTenant(db, claimId)
  if (tenantId === undefined) return false
  switch (caller.role) {
    case 'intake':
      return true
    case 'customer':
      return tenantId === caller.customerTenantId
    case 'partner': {
      const partner = await findPartner(db, { tenantId, claimId })
      return partner === undefined || partner === caller.mpnId
    }
    case 'reviewer':
    case 'arbitration_lead':
    case 'team_lead':
    case 'auditor': {
      const linked = await linkedPartners(db, caller.userId)
      if (linked.length === 0) return true
      const partner = await findPartner(db, { tenantId, claimId })
      return partner === undefined || !linked.includes(partner)
    }
  }
}

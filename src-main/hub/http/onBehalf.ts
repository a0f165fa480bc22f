import { createMiddleware } from 'hono/factory'
import type { HubCaller } from '../api/people.ts'
import { actingAs, type CallerContext } from '../store/callerContext.ts'
import type { Db } from '../store/database.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import type { HubEnv } from './hubPorts.ts'
import { problem } from './problem.ts'

/** Until it is known who asks, the database shows no row of any claim. */
export const asNobody = createMiddleware((_context, next) => actingAs(null, next))

/** From here on the database is asked with the caller's own eyes; what has to see more says so where it does. */
export const onBehalf = (db: Db) =>
  createMiddleware<HubEnv>(async (context, next) => {
    const eyes = await eyesOf(db, context.var.caller)
    if (eyes === null) return problem('forbidden')
    context.set('eyes', eyes)
    return actingAs(eyes, next)
  })

/** What a caller may see by the database's own policies. The service that speaks for all partners sees as the hub looks. */
async function eyesOf(db: Db, caller: HubCaller): Promise<CallerContext | null> {
  switch (caller.role) {
    case 'intake':
      return { kind: 'look' }
    case 'customer':
      return caller.customerTenantId === null ? null : { kind: 'customer', tenantId: caller.customerTenantId }
    case 'partner':
      return caller.mpnId === null ? null : { kind: 'partner', mpnId: caller.mpnId }
    case 'reviewer':
    case 'arbitration_lead':
    case 'team_lead':
    case 'auditor':
      return { kind: 'team', hidden: await linkedPartners(db, caller.userId) }
  }
}

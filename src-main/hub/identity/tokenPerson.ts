import { z } from 'zod'
import { TenantId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type CallerRole, HubCaller, MpnId } from '../api/people.ts'
import { isStorable } from '../operations/storableText.ts'

/** The app roles of the directory and ours. Of several the first in this order counts. */
const ROLE_OF_APP_ROLE = [
  ['TeamLead', 'team_lead'],
  ['ArbitrationLead', 'arbitration_lead'],
  ['Reviewer', 'reviewer'],
  ['Auditor', 'auditor'],
  ['Intake', 'intake'],
  ['Partner', 'partner'],
  ['Customer', 'customer'],
] as const satisfies readonly (readonly [string, CallerRole])[]

const OTHER_SIDES: readonly CallerRole[] = ['intake', 'partner', 'customer']

/** What an access token says of a person, in the form of Entra ID's. */
const TokenClaims = z.object({
  /** Id of the person in the directory. */
  oid: UserId.refine(isStorable),
  /** Their tenant: of a customer the tenant that they answer for. */
  tid: TenantId,
  name: z.string().trim().min(1).max(255).refine(isStorable),
  roles: z.array(z.string()).default([]),
  /** Of a partner: the location that they act for. */
  mpn_id: MpnId.optional(),
})

/** Who a verified token speaks of. Null = it names no role that this hub knows, or lacks what the role needs. */
export function personOf(payload: unknown): HubCaller | null {
  const claims = TokenClaims.safeParse(payload)
  if (!claims.success) return null
  const { oid: userId, tid, name, roles, mpn_id: mpnId } = claims.data
  const role = roleOf(roles)
  if (role === null || (role === 'partner' && mpnId === undefined)) return null
  return HubCaller.parse({
    userId,
    name,
    role,
    mpnId: role === 'partner' ? mpnId : null,
    customerTenantId: role === 'customer' ? tid : null,
  })
}

/** Nobody is of the team and of another side at once. */
function roleOf(said: readonly string[]): CallerRole | null {
  const known = ROLE_OF_APP_ROLE.filter(([name]) => said.includes(name)).map(([, role]) => role)
  const others = known.filter((role) => OTHER_SIDES.includes(role))
  if (others.length > 0 && others.length < known.length) return null
  return known[0] ?? null
}

/** The app role that a token of the hub's own names for a role. */
export function appRoleOf(role: CallerRole): string {
  const found = ROLE_OF_APP_ROLE.find(([, one]) => one === role)
  if (found === undefined) throw new Error(`No app role stands for ${role}`)
  return found[0]
}

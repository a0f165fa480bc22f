import type { Context } from 'hono'
import { type ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { findDocument, findTenant } from '../store/claimsRepo.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { StorableClaimId } from './pathParts.ts'

export interface Asked {
  readonly claimId: ClaimId
  readonly sha256: Sha256
}

/** The document that the address names; null = there is none. Claims that the caller may not see do not come this far. */
export async function askedDocument({ db }: HubPorts, context: Context<HubEnv>): Promise<Asked | null> {
  const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
  const sha256 = Sha256.safeParse(context.req.param('sha256'))
  if (!claimId.success || !sha256.success) return null
  const tenantId = await findTenant(db, claimId.data)
  if (tenantId === undefined) return null
  const key = { tenantId, claimId: claimId.data }
  const document = await findDocument(db, key, sha256.data)
  return document === undefined ? null : { claimId: claimId.data, sha256: sha256.data }
}

import type { Context } from 'hono'
import { SendReads, type ClaimReads, type ReadsKept } from '../api/reads.ts'
import { noteReads } from '../reads/noteReads.ts'
import { findTenant } from '../store/claimsRepo.ts'
import { listReads } from '../store/readsRepo.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { StorableClaimId } from './pathParts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** `POST /v1.0/reads`: what the caller looked at. Sent again it is the same. */
export const serveSendReads =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const asked = SendReads.safeParse(await readJson(context))
    if (!asked.success) return problem('bad_request')
    const kept = await noteReads(ports, context.var.user.userId, asked.data.reads)
    return context.json({ kept } satisfies ReadsKept)
  }

/** `GET /v1.0/claims/{id}/reads` */
export const serveReads =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
    const tenantId = claimId.success ? await findTenant(db, claimId.data) : undefined
    if (!claimId.success || tenantId === undefined) return problem('not_found')
    const value = await listReads(db, { tenantId, claimId: claimId.data })
    return context.json({ value } satisfies ClaimReads)
  }

import type { Context } from 'hono'
import { seenRecord } from '../store/claimRecords.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { listsTag } from './entityTag.ts'
import { StorableClaimId } from './pathParts.ts'
import { problem } from './problem.ts'

/** `GET /v1.0/claims/{id}`: one claim as it stands now. Its tag is its revision, which clocks and who holds it do not move. */
export const serveClaim =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
    if (!claimId.success) return problem('not_found')
    const record = await seenRecord(db, claimId.data, context.var.eyes)
    if (record === undefined) return problem('not_found')
    const etag = `"${record.revision}"`
    if (listsTag(context.req.header('if-none-match'), etag))
      return new Response(null, { status: 304, headers: { etag } })
    context.header('etag', etag)
    context.header('cache-control', 'no-cache')
    return context.json(record)
  }

import type { Context } from 'hono'
import { OperationRequest } from '../api/operations.ts'
import { applyOperation } from '../operations/applyOperation.ts'
import type { HubEnv, HubPorts } from './createHubApp.ts'
import { listsTag } from './entityTag.ts'
import { problem } from './problem.ts'
import { StorableClaimId } from './pathParts.ts'
import { readJson } from './readJson.ts'

/**
 * `POST /v1.0/claims/{id}/operations`: a refusal by the rules of the field is an answer, not an error. `If-Match` is looked at
 * after the operation's id: what was answered before gets the same answer again.
 */
export const serveOperation =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
    if (!claimId.success) return problem('not_found')
    const request = OperationRequest.safeParse(await readJson(context))
    if (!request.success) return problem('bad_request')
    const wanted = context.req.header('if-match')
    const fits = (revision: number) => wanted === undefined || listsTag(wanted, `"${revision}"`)
    const answer = await applyOperation(ports, claimId.data, context.var.user.userId, request.data, fits)
    if (answer === 'differs') return problem('operation_differs')
    return answer === 'stale' ? problem('precondition_failed') : context.json(answer)
  }

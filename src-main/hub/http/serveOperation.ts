import type { Context } from 'hono'
import { isOfOtherVersion, OperationRequest } from '../api/operations.ts'
import { applyOperation } from '../operations/applyOperation.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { listsTag } from './entityTag.ts'
import { problem } from './problem.ts'
import { StorableClaimId } from './pathParts.ts'
import { readJson } from './readJson.ts'

/**
 * `POST /v1.0/claims/{id}/operations`: a refusal by the rules of the field is an answer, not an error. What is refused as an error
 * leaves nothing behind. `If-Match` may name the revision that is meant.
 */
export const serveOperation =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
    if (!claimId.success) return problem('not_found')
    const sent = await readJson(context)
    const request = OperationRequest.safeParse(sent)
    if (!request.success)
      return problem(isOfOtherVersion(sent, request.error) ? 'schema_too_old' : 'bad_request')
    const ifMatch = context.req.header('if-match')
    const answer = await applyOperation(ports, {
      claimId: claimId.data,
      userId: context.var.user.userId,
      request: request.data,
      means: (revision) => ifMatch === undefined || listsTag(ifMatch, `"${revision}"`),
    })
    const said =
      answer.outcome === 'conflict' ? answer.reason : answer.outcome === 'unanswered' ? answer.code : ''
    ports.metrics?.operation(request.data.action.kind, answer.outcome, said)
    if (answer.outcome !== 'unanswered') return context.json(answer)
    const { code, expected } = answer
    return code === 'sequence_gap' || code === 'sequence_reused' ? problem(code, { expected }) : problem(code)
  }

import type { Context } from 'hono'
import { RenewRequest, TakeNextRequest } from '../api/assignments.ts'
import { renewLeases } from '../assignments/renewLeases.ts'
import { takeNext } from '../assignments/takeNext.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** `POST /v1.0/assignments/next` */
export const serveTakeNext =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const { user } = context.var
    const body = TakeNextRequest.safeParse(await readJson(context))
    if (!body.success) return problem('bad_request')
    const answer = await takeNext(ports, user, body.data.requestId)
    return answer === 'differs' ? problem('operation_differs') : context.json(answer)
  }

/** `POST /v1.0/assignments/renew` */
export const serveRenew =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const { user } = context.var
    const body = RenewRequest.safeParse(await readJson(context))
    if (!body.success) return problem('bad_request')
    return context.json(await renewLeases(ports, user.userId, body.data.claimIds))
  }

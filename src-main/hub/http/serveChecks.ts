import type { Context } from 'hono'
import { IntakeCheckRequest } from '../api/intake.ts'
import type { IntakeChecks } from '../api/intakeResult.ts'
import { checkClaims } from '../intake/checkClaims.ts'
import type { IntakePorts } from '../intake/intakeAct.ts'
import type { HubEnv } from './hubPorts.ts'
import { whyNotOwn } from './ownClaims.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** `POST /v1.0/intake/checks` */
export const serveChecks =
  (ports: IntakePorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const body = IntakeCheckRequest.safeParse(await readJson(context))
    if (!body.success) return problem('bad_request')
    const refused = await whyNotOwn(ports.db, context.var.caller, body.data.claims)
    if (refused !== null) return problem(refused)
    const answer: IntakeChecks = { results: await checkClaims(ports, body.data) }
    return context.json(answer)
  }

import type { Context } from 'hono'
import { AssignPolicy } from '../api/reference.ts'
import { assignPolicy } from '../policy/assignPolicy.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** `POST /v1.0/policyAssignments`: one team lead proposes from which submission day on a version judges, another puts it in force. */
export const serveAssignment =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const body = AssignPolicy.safeParse(await readJson(context))
    if (!body.success) return problem('bad_request')
    const answer = await assignPolicy(ports, context.var.user, body.data)
    if (answer.outcome === 'assigned') await ports.rules.refresh(ports.db)
    return context.json(answer)
  }

import type { Context } from 'hono'
import { DemoSignIn } from '../api/people.ts'
import type { OwnIssuer } from '../identity/ownIssuer.ts'
import { findDemoCaller, listDemoCallers, teamMember } from '../store/peopleRepo.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** `GET /v1.0/demo/users`: who may sign in without a password, on this machine alone. */
export const demoPeople =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> =>
    context.json({ users: (await listDemoCallers(db)).flatMap((one) => teamMember(one) ?? []) })

/** `POST /v1.0/demo/sign-in`: a token for one of them, or for the made-up Partner Center. */
export const demoSignIn =
  ({ db }: HubPorts, own: OwnIssuer) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const body = DemoSignIn.safeParse(await readJson(context))
    if (!body.success) return problem('bad_request')
    const user = await findDemoCaller(db, body.data.userId)
    if (user === undefined) return problem('not_found')
    context.header('cache-control', 'no-store')
    return context.json({ user, token: await own.issue(user) })
  }

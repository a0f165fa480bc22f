import type { Context } from 'hono'
import { CodeSignIn } from '../api/people.ts'
import type { OwnIssuer } from '../identity/ownIssuer.ts'
import { findDemoCaller } from '../store/peopleRepo.ts'
import { useSignInCode } from '../store/signInCodesRepo.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { addressOf, createLimiter } from './limits.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** `POST /v1.0/sign-in`: a token for a code. A try is counted before it is looked at, so that many at once count too. */
export const serveSignIn = ({ db, now, limits, trustedProxies }: HubPorts, own: OwnIssuer) => {
  const tries = createLimiter(limits.wrongCode)
  return async (context: Context<HubEnv>): Promise<Response> => {
    const body = CodeSignIn.safeParse(await readJson(context))
    if (!body.success) return problem('bad_request')
    const address = addressOf(context.env, trustedProxies)
    const refused = await tries.take(address)
    if (refused !== null) return refused
    const userId = await useSignInCode(db, body.data.code, now())
    const user = userId === undefined ? undefined : await findDemoCaller(db, userId)
    if (user === undefined) return problem('code_refused')
    await tries.giveBack(address)
    context.header('cache-control', 'no-store')
    return context.json({ user, token: await own.issue(user) })
  }
}

import { z } from 'zod'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { DemoSignedIn } from '../../hub/api/people.ts'
import { Problem } from '../../hub/api/problem.ts'

/** Who signed in to which hub, and the token for it. */
export const KeptSignIn = z.object({ hub: z.url(), userId: UserId, token: z.string().min(32) })
export type KeptSignIn = z.infer<typeof KeptSignIn>

/** The hub did not take the code. The message is one sentence for the person at the terminal. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused'
}

const PATIENCE_MS = 15_000

/** Exchanges a code for a token. The code is then used up. @throws SignInRefused */
export async function signInWithCode(hub: URL, code: string): Promise<KeptSignIn> {
  const answer = await fetch(new URL('/v1.0/sign-in', hub), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((cause: unknown) => {
    throw new SignInRefused(`The hub at ${hub.origin} cannot be reached, so the code was not taken.`, {
      cause,
    })
  })
  const body: unknown = await answer.json().catch(() => null)
  if (answer.status === 404) throw new SignInRefused(`The hub at ${hub.origin} takes no codes.`)
  if (!answer.ok) {
    const problem = Problem.safeParse(body)
    throw new SignInRefused(problem.success ? problem.data.detail : `The hub answered ${answer.status}.`)
  }
  const { user, token } = z.parse(DemoSignedIn, body)
  return { hub: hub.origin, userId: user.userId, token }
}

/** What the person at the terminal has to do so that the hub lets them in; null = nothing, or the hub is not to be reached now. */
export async function signInNote(hub: URL, kept: KeptSignIn | null): Promise<string | null> {
  const [path, bad] = kept === null ? ['/v1.0/demo/users', 404] : ['/v1.0/me', 401]
  try {
    const answer = await fetch(new URL(path, hub), {
      headers: kept === null ? {} : { authorization: `Bearer ${kept.token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    await answer.body?.cancel()
    return answer.status === bad
      ? `The hub at ${hub.origin} lets nobody in without a code: start again with --code CODE, which the hub prints when it is started with --demo-users.`
      : null
  } catch {
    return null
  }
}

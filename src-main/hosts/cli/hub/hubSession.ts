import type { z } from 'zod'
import { DemoPeople, DemoSignedIn } from '../../../hub/api/people.ts'
import { Problem } from '../../../hub/api/problem.ts'
import type { HubAddress } from './hubAddress.ts'
import { HubFailed } from './hubFailed.ts'

export interface HubRequest {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer> | FormData
}

/** A hub that somebody has signed in to. */
export interface HubSession {
  /** Answers of success alone. @throws HubFailed with one plain line for every other. */
  ask(path: string, request?: HubRequest): Promise<Response>
}

/** Before the second, third and fourth try, in milliseconds. */
const WAITS = [250, 1_000, 3_000] as const
const LONGEST_WAIT_MS = 30_000
/** Enough for a paper of the greatest size over a slow line. */
const PATIENCE_MS = 120_000

/**
 * Signs in with the first request. What gets no answer is sent again as it is: a request that may not happen twice carries an
 * `MS-RequestId`, by which the hub knows it again.
 * @param wait in milliseconds.
 */
export function openHubSession(address: HubAddress, wait: (ms: number) => Promise<unknown>): HubSession {
  const { url } = address
  let token: Promise<string> | undefined
  const send = async (path: string, request: HubRequest): Promise<Response> => {
    for (let attempt = 0; ; attempt += 1) {
      const { answer, error } = await fetchOnce(url, path, request)
      const isLast = attempt === WAITS.length
      if (answer === undefined && isLast)
        throw new HubFailed(`The hub at ${url.origin} cannot be reached.`, { cause: error })
      if (answer !== undefined && (isLast || !PASSING.includes(answer.status))) return answer
      await answer?.body?.cancel()
      await wait(retryAfter(answer) ?? WAITS[attempt] ?? 0)
    }
  }
  const signedIn = async (path: string, { headers, ...request }: HubRequest): Promise<Response> => {
    token ??= signIn(address, send)
    return send(path, { ...request, headers: { ...headers, authorization: `Bearer ${await token}` } })
  }
  return {
    async ask(path, request = {}) {
      let answer = await signedIn(path, request)
      if (answer.status === 401 && address.code === undefined) {
        // A token runs out, and a hub that was emptied has forgotten it.
        await answer.body?.cancel()
        token = undefined
        answer = await signedIn(path, request)
      }
      if (answer.ok) return answer
      throw await failureOf(answer, address)
    },
  }
}

/** Too many requests, or the hub is just away. */
const PASSING: readonly number[] = [429, 502, 503, 504]

/** An answer, or what went wrong on the way. */
async function fetchOnce(
  url: URL,
  path: string,
  request: HubRequest,
): Promise<{ readonly answer?: Response; readonly error?: unknown }> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    return { answer: await fetch(new URL(path, url.origin), { ...request, redirect: 'error', signal }) }
  } catch (error) {
    return { error }
  }
}

/** In milliseconds; null = the answer does not say. */
function retryAfter(answer: Response | undefined): number | null {
  const seconds = Number(answer?.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : null
}

async function signIn(
  { userId, code }: HubAddress,
  send: (path: string, request: HubRequest) => Promise<Response>,
): Promise<string> {
  if (code !== undefined) return takeCode(code, send)
  const answer = await send('/v1.0/demo/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId }),
  })
  if (answer.ok) return (await bodyOf(answer, DemoSignedIn)).token
  const people = await send('/v1.0/demo/users', {})
  const known = people.ok ? DemoPeople.safeParse(await people.json().catch(() => null)) : undefined
  const why =
    known?.success === true
      ? `it knows nobody whose id is ${userId}`
      : 'it lets nobody in without a code (--code CODE)'
  throw new HubFailed(`The hub refused the sign-in: ${why}.`)
}

/** A try that got no answer may have used the code up: then a new one is needed. */
async function takeCode(
  code: string,
  send: (path: string, request: HubRequest) => Promise<Response>,
): Promise<string> {
  const answer = await send('/v1.0/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  if (answer.ok) return (await bodyOf(answer, DemoSignedIn)).token
  const problem = Problem.safeParse(await answer.json().catch(() => null))
  const isRefused = problem.success && problem.data.code === 'code_refused'
  throw new HubFailed(
    `The hub refused the sign-in: ${isRefused ? 'the code is unknown, was used, or has run out' : 'it takes no codes'}.`,
  )
}

/** The JSON of an answer. @throws HubFailed when it has another form than this version knows. */
export async function bodyOf<Schema extends z.ZodType>(
  answer: Response,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const body: unknown = await answer.json().catch(() => undefined)
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new HubFailed('The answer of the hub has a form that this version does not know.')
}

async function failureOf(answer: Response, { userId }: HubAddress): Promise<HubFailed> {
  const { status } = answer
  const problem = Problem.safeParse(await answer.json().catch(() => null))
  if (status === 403)
    return new HubFailed(`${userId} may not act for partners and customers there.`, { status })
  if (!problem.success) return new HubFailed(`The hub answered ${status}.`, { status })
  const incident = answer.headers.get('x-incident')
  const traced = incident === null ? '' : ` (incident ${incident})`
  return new HubFailed(`The hub answered ${status}: ${problem.data.title}. ${problem.data.detail}${traced}`, {
    status,
  })
}

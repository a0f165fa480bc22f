import type { Context } from 'hono'
import type { Problem, ProblemCode } from '../api/problem.ts'

const PROBLEMS: Readonly<
  Record<ProblemCode, { readonly status: number; readonly title: string; readonly detail: string }>
> = {
  bad_request: { status: 400, title: 'Bad request', detail: 'Send what the interface of the hub asks for.' },
  unauthenticated: { status: 401, title: 'Not signed in', detail: 'Sign in and send the bearer token.' },
  code_refused: {
    status: 403,
    title: 'Code refused',
    detail: 'The code is unknown, was used, or has run out. Ask whoever started the hub for another.',
  },
  forbidden: { status: 403, title: 'Forbidden', detail: 'This caller may not ask here.' },
  not_found: {
    status: 404,
    title: 'Not found',
    detail: 'There is nothing under this address for this caller.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    detail: 'Use a method that the Allow header names.',
  },
  schema_too_old: {
    status: 400,
    title: 'Not understood by this hub',
    detail:
      'The operation has a word or a field that this version does not know. Keep it, and bring both to one version.',
  },
  sequence_gap: {
    status: 409,
    title: 'Operations are missing',
    detail: 'Send the operation with the number in `expected`, or begin at 1 under a new client id.',
  },
  sequence_reused: {
    status: 409,
    title: 'This number was used',
    detail: 'Another operation of this client id had this number. Begin at 1 under a new client id.',
  },
  precondition_failed: {
    status: 412,
    title: 'The claim is another one by now',
    detail: 'Get the claim again, look at it, and send what still holds.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    detail: 'Send it plain or with gzip.',
  },
  range_not_satisfiable: {
    status: 416,
    title: 'Range not satisfiable',
    detail: 'Ask for a range inside the document.',
  },
  operation_differs: {
    status: 422,
    title: 'Another operation has this id',
    detail: 'Send the same request under this id, or this request under a new one.',
  },
  too_large: { status: 413, title: 'Too large', detail: 'Send no more than 1 MB.' },
  too_many_requests: { status: 429, title: 'Too many requests', detail: 'Wait as long as Retry-After says.' },
  sync_state_not_found: {
    status: 410,
    title: 'Sync state not found',
    detail: 'Begin again without a token: the feed has started anew.',
  },
  internal: {
    status: 500,
    title: 'Internal error',
    detail: 'Try again later; the log of the hub has the incident.',
  },
  unavailable: {
    status: 503,
    title: 'Not available for now',
    detail: 'The hub cannot tell at present whether a token is good. Try again later.',
  },
}

export const statusOfProblem = (code: ProblemCode): number => PROBLEMS[code].status

export interface ProblemChange {
  readonly detail?: string
  readonly headers?: Readonly<Record<string, string>>
  /** With `sequence_gap`. */
  readonly expected?: number
}

/** An error as RFC 9457 has it. Says nothing of what was sent. */
export function problem(code: ProblemCode, change: ProblemChange = {}): Response {
  const known = PROBLEMS[code]
  const { status } = known
  const body: Problem = {
    type: `urn:proofdesk:problem:${code}`,
    title: known.title,
    status,
    code,
    detail: change.detail ?? known.detail,
    ...(change.expected === undefined ? {} : { expected: change.expected }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...change.headers },
  })
}

/** The handler for every method that an address does not take. */
export const methodNotAllowed = (allow: string) => (_context: Context) =>
  problem('method_not_allowed', { headers: { allow } })

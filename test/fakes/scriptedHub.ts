import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { OperationRequest, type OperationResult } from '../../src-main/hub/api/operations.ts'
import type { HubPort } from '../../src-main/workstation/ports.ts'
import { aCalendar } from '../builders/calendar.ts'
import { DOCS_2023, SEED_2020 } from '../builders/policy.ts'

export interface ScriptedAnswer {
  readonly status?: number
  readonly body?: unknown
  readonly bytes?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** What the test wants the hub to do; each may be changed at any time. */
export interface Script {
  /** False: connections are cut off before an answer. */
  up: boolean
  /** Pages of the feed by link; the first one is asked for under ''. */
  feed: (link: string) => ScriptedAnswer
  operation: (request: OperationRequest, claimId: string) => OperationResult | ScriptedAnswer
  document: (sha256: string) => ScriptedAnswer
  /** What claims are judged and timed by. `tag` is what the workstation says it has; '' = nothing. */
  reference: (tag: string) => ScriptedAnswer
}

const PEOPLE = [
  { userId: 'u-reviewer', name: 'Marta Ginevri', role: 'reviewer' },
  { userId: 'u-lead', name: 'Paul Brandt', role: 'team_lead' },
  { userId: 'u-auditor', name: 'Anneke Kuiper', role: 'auditor' },
]

/** The shipped profiles and a calendar without holidays, under one entity tag. */
export const REFERENCE = {
  policies: [SEED_2020, DOCS_2023],
  assignments: [],
  calendars: [aCalendar()],
}
const givenOnce: Script['reference'] = (tag) =>
  tag === '"r1"' ? { status: 304 } : { body: REFERENCE, headers: { etag: '"r1"' } }

/** Feed answers for tests that need no paging: these items once, then nothing new. */
export function feedOf(items: () => readonly unknown[]): Script['feed'] {
  return (link) => ({ body: { value: link === 'seen' ? [] : items(), '@odata.deltaLink': 'seen' } })
}

/** A hub over real HTTP that says what the test tells it to, and writes down what it was asked. */
export async function startScriptedHub(wishes: Partial<Script> = {}) {
  const script: Script = {
    up: true,
    feed: feedOf(() => []),
    operation: (request) => ({ outcome: 'applied', revision: request.claimRevision + 1 }),
    document: () => ({ status: 404 }),
    reference: givenOnce,
    ...wishes,
  }
  const received: OperationRequest[] = []
  const asked: string[] = []
  const server = createServer((request, response) => {
    if (!script.up) request.socket.destroy()
    else void answer(request, response, script, received, asked)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { script, received, asked, port: hubPortAt(`http://127.0.0.1:${port}`) }
}

/** The way to a hub that is already there; sends the user's id as its token. */
function hubPortAt(url: string): HubPort {
  return {
    state: () => 'ready',
    onChange: () => () => undefined,
    request: (user, path, { method = 'GET', body, signal, ifNoneMatch } = {}) =>
      fetch(`${url}${path.startsWith('/') ? path : `/v1.0/claims/delta?link=${encodeURIComponent(path)}`}`, {
        method,
        headers: {
          authorization: `Bearer ${user}`,
          'content-type': 'application/json',
          ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
        },
        ...(body === undefined ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  script: Script,
  received: OperationRequest[],
  asked: string[],
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://hub')
  asked.push(`${request.method} ${url.pathname}`)
  const said = { body: await text(request), tag: request.headers['if-none-match'] ?? '' }
  const { status = 200, body, bytes, headers = {} } = route(url, said, script, received)
  response.writeHead(status, headers)
  response.end(status === 304 ? undefined : (bytes ?? JSON.stringify(body ?? {})))
}

function route(
  url: URL,
  { body, tag }: { readonly body: string; readonly tag: string },
  script: Script,
  received: OperationRequest[],
): ScriptedAnswer {
  const [, , , claimId = '', part, sha256 = ''] = url.pathname.split('/')
  if (url.pathname === '/v1.0/demo/users') return { body: { users: PEOPLE } }
  if (url.pathname === '/v1.0/reference') return script.reference(tag)
  if (claimId === 'delta') return script.feed(url.searchParams.get('link') ?? '')
  if (part === 'documents') return script.document(sha256)
  if (part !== 'operations') return { status: 404 }
  const operation = OperationRequest.parse(JSON.parse(body))
  received.push(operation)
  const result = script.operation(operation, claimId)
  return 'outcome' in result ? { body: result } : result
}

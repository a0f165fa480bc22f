import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
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
  /** The connection breaks after so many of the bytes. */
  readonly cutAfter?: number
}

/** What the test wants the hub to do; each may be changed at any time. */
export interface Script {
  /** False: connections are cut off before an answer. */
  up: boolean
  /** Pages of the feed by link; the first one is asked for under ''. */
  feed: (link: string) => ScriptedAnswer
  operation: (request: OperationRequest, claimId: string) => OperationResult | ScriptedAnswer
  /** `range` is what of it was asked for; '' = all. */
  document: (sha256: string, range: string) => ScriptedAnswer
  /** Everybody of the team; 404 = this hub does not say. */
  people: () => ScriptedAnswer
  /** `next` and `renew`. */
  assignment: (act: string, body: unknown, user: string) => ScriptedAnswer
  claim: (claimId: string) => ScriptedAnswer
  /** How much people take on, and what workstations say of themselves; 404 = a hub of before. */
  team: (path: string, body: unknown) => ScriptedAnswer
  checkpoint: (deltaToken: string) => ScriptedAnswer
  bucket: (bucket: number, skipToken: string) => ScriptedAnswer
  facts: (sha256: string, readerVersion: string, facts: unknown) => ScriptedAnswer
  /** What was looked at. */
  reads: (body: unknown, user: string) => ScriptedAnswer
  /** Other claims with the same bytes. */
  sightings: (claimId: string, sha256: string) => ScriptedAnswer
  /** Other claims with papers that look or read the same. */
  alike: (claimId: string, sha256: string, request: unknown) => ScriptedAnswer
  /** The hub's clock, epoch milliseconds; null = its answers do not say. */
  time: (() => number) | null
  /** False: there is no line on which the hub tells of changes. */
  isLive: boolean
  /** True: requests are taken in and never answered. */
  isSilent: boolean
  /** What claims are judged and timed by. `tag` is what the workstation says it has; '' = nothing. */
  reference: (tag: string) => ScriptedAnswer
}

export const PEOPLE = [
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

const NOT_THERE = (): ScriptedAnswer => ({ status: 404 })

const PLAIN: Script = {
  up: true,
  feed: feedOf(() => []),
  operation: (request) => ({ outcome: 'applied', revision: request.claimRevision + 1 }),
  document: NOT_THERE,
  sightings: () => ({ body: { claims: [] } }),
  alike: () => ({ body: { found: [] } }),
  people: () => ({ body: { people: PEOPLE } }),
  assignment: NOT_THERE,
  claim: NOT_THERE,
  team: NOT_THERE,
  checkpoint: NOT_THERE,
  bucket: NOT_THERE,
  facts: NOT_THERE,
  reads: () => ({ body: { kept: 0 } }),
  time: null,
  isLive: false,
  isSilent: false,
  reference: givenOnce,
}

/** What a request brought along. */
interface Asked {
  readonly url: URL
  readonly body: Buffer
  readonly user: string
  readonly header: (name: string) => string
}

/** A hub over real HTTP that says what the test tells it to, and writes down what it was asked. */
export async function startScriptedHub(wishes: Partial<Script> = {}) {
  const script: Script = { ...PLAIN, ...wishes }
  const received: OperationRequest[] = []
  const asked: string[] = []
  const lines = new Set<ServerResponse>()
  const answered: string[] = []
  const watching = new Set<() => void>()
  const note = (list: string[], what: string) => {
    list.push(what)
    for (const look of watching) look()
  }
  const whenNoted = (list: readonly string[]) => (what: string, times: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (list.filter((one) => one === what).length < times) return
        watching.delete(look)
        resolve()
      }
      watching.add(look)
      look()
    })
  const server = createServer((request, response) => {
    if (!script.up) request.socket.destroy()
    else void answer(request, response)
  })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://hub')
    const what = `${request.method} ${url.pathname}`
    note(asked, what)
    response.sendDate = false
    if (script.time !== null) response.setHeader('date', new Date(script.time()).toUTCString())
    if (script.isSilent) return
    if (url.pathname === '/v1.0/claims/events' && script.isLive) return openLine(request, response)
    const body = await buffer(request)
    const header = (name: string) => String(request.headers[name] ?? '')
    const user = header('authorization').slice('Bearer '.length)
    send(response, route({ url, body, user, header }, script, received))
    note(answered, what)
  }
  const openLine = (request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(': here\n\n')
    lines.add(response)
    request.on('close', () => lines.delete(response))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    script,
    received,
    asked,
    port: hubPortAt(`http://127.0.0.1:${port}`),
    /** Resolves once this was asked so many times, from the beginning on. */
    whenAsked: whenNoted(asked),
    /** The same for answers that were given. */
    whenAnswered: whenNoted(answered),
    /** How many workstations listen. */
    listeners: () => lines.size,
    /** Tells them that something changed. */
    tell: () => lines.forEach((line) => line.write('event: changed\ndata: {}\n\n')),
    breakLines: () => lines.forEach((line) => line.destroy()),
  }
}

function send(response: ServerResponse, given: ScriptedAnswer): void {
  const { status = 200, body, bytes, headers = {}, cutAfter } = given
  if (bytes !== undefined && cutAfter !== undefined) {
    response.writeHead(status, { ...headers, 'content-length': String(bytes.byteLength) })
    response.write(bytes.slice(0, cutAfter), () => response.destroy())
    return
  }
  response.writeHead(status, headers)
  response.end(status === 304 ? undefined : (bytes ?? JSON.stringify(body ?? {})))
}

/** The way to a hub that is already there; sends the user's id as its token. */
function hubPortAt(url: string): HubPort {
  return {
    state: () => 'ready',
    onChange: () => () => undefined,
    request: (user, path, { method = 'GET', body, signal, ifNoneMatch, headers } = {}) =>
      fetch(`${url}${path.startsWith('/') ? path : `/v1.0/claims/delta?link=${encodeURIComponent(path)}`}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...headers,
          ...(user === null ? {} : { authorization: `Bearer ${user}` }),
          ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
        },
        ...(body === undefined ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
      }),
  }
}

function route(asked: Asked, script: Script, received: OperationRequest[]): ScriptedAnswer {
  const { url, body, user, header } = asked
  const said = () =>
    JSON.parse(String(header('content-encoding') === 'gzip' ? gunzipSync(body) : body)) as unknown
  const [, , collection, claimId = '', part, sha256 = '', facts, version = ''] = url.pathname.split('/')
  if (url.pathname === '/v1.0/demo/users') return { body: { users: PEOPLE } }
  if (url.pathname === '/v1.0/people') return script.people()
  if (collection === 'team' || collection === 'workstations' || part === 'capacity')
    return script.team(url.pathname, body.length === 0 ? null : said())
  if (url.pathname === '/v1.0/reference') return script.reference(header('if-none-match'))
  if (collection === 'reads') return script.reads(said(), user)
  if (collection === 'assignments') return script.assignment(claimId, said(), user)
  if (claimId === 'delta')
    return script.feed(url.searchParams.get('link') ?? url.searchParams.get('$deltatoken') ?? '')
  if (claimId === 'checkpoint') return script.checkpoint(url.searchParams.get('$deltatoken') ?? '')
  if (claimId === 'buckets') return script.bucket(Number(part), url.searchParams.get('$skiptoken') ?? '')
  if (facts === 'sightings') return script.sightings(claimId, sha256)
  if (facts === 'alike') return script.alike(claimId, sha256, said())
  if (facts === 'facts') return script.facts(sha256, decodeURIComponent(version), said())
  if (part === 'documents') return script.document(sha256, header('range'))
  if (part === undefined) return script.claim(claimId)
  if (part !== 'operations') return { status: 404 }
  const operation = OperationRequest.parse(said())
  received.push(operation)
  const result = script.operation(operation, claimId)
  return 'outcome' in result ? { body: result } : result
}

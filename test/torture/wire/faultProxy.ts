import {
  Agent,
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Clock } from '../../../src-main/workstation/ports.ts'
import type { Fault } from './fault.ts'
import { requestName } from './requestName.ts'

export interface SeenRequest {
  /** As `requestName` has it. */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body: Buffer
  readonly headers: IncomingMessage['headers']
}

export interface ProxyWishes {
  /** Of the hub; asked for each request, so that a hub may start anew elsewhere. */
  readonly target: () => string
  readonly clock: Clock
  /** Claims on a page of the feed: few, so that there is a next page. Null = as the reader asks. */
  readonly pageSize: number | null
}

export interface FaultProxy {
  readonly url: string
  /** What happens to the next requests; null = nothing, for this one or from now on. */
  plan: ((request: SeenRequest) => Fault | null) | null
  /** Sees every request as it was sent. */
  onRequest: (request: SeenRequest) => void
  /** Ends all faults: what was lost stays lost, what hangs goes on hanging. */
  heal(): void
  /** Whether anything moves: what hangs on purpose does not. */
  isBusy(): boolean
  /** Connections that hang on purpose. */
  parked(): number
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const DELAY_MS = 5_000
const LATE_MS = 20_000

/** A line between workstations and a hub, on which every request meets the fault that the plan has for it. */
export async function startFaultProxy({ target, clock, pageSize }: ProxyWishes): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true })
  let active = 0
  let parked = 0
  const late = new Set<() => void>()

  /** Runs after `ms`, or when something else passes, or at the healing. */
  const later = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const run = () => {
        callOff()
        late.delete(run)
        resolve()
      }
      const callOff = clock.after(ms, run)
      late.add(run)
    })
  const pass = () => {
    for (const run of late) run()
  }
  /** Keeps the connection open for good, and counts it as at rest. */
  const park = (response: ServerResponse) => {
    parked += 1
    response.once('close', () => (parked -= 1))
  }
  const wait = async (ms: number) => {
    active -= 1
    parked += 1
    await new Promise<void>((resolve) => {
      clock.after(ms, resolve)
    })
    parked -= 1
    active += 1
  }

  const ask = (seen: SeenRequest): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const hub = new URL(target())
      const path = pageSize === null ? seen.path : seen.path.replace(/(\$|%24)top=\d+/, `$top=${pageSize}`)
      const headers = { ...seen.headers, host: hub.host }
      const asked = httpRequest(
        { agent, hostname: hub.hostname, port: hub.port, method: seen.method, path, headers },
        resolve,
      )
      asked.once('error', reject)
      asked.end(seen.body)
    })
  const fetchWhole = async (seen: SeenRequest): Promise<Answer> => {
    const back = await ask(seen)
    const body = await buffer(back)
    return { status: back.statusCode ?? 500, headers: back.headers, body }
  }

  const cutShort = (seen: SeenRequest): Promise<void> =>
    new Promise((resolve) => {
      const hub = new URL(target())
      const head = Object.entries({ ...seen.headers, host: hub.host })
        .map(([name, value]) => `${name}: ${String(value)}\r\n`)
        .join('')
      const whole = Buffer.concat([
        Buffer.from(`${seen.method} ${seen.path} HTTP/1.1\r\n${head}\r\n`),
        seen.body,
      ])
      const half = seen.body.length > 0 ? whole.length - Math.ceil(seen.body.length / 2) : whole.length / 2
      const line = connect(Number(hub.port), hub.hostname, () => line.end(whole.subarray(0, half)))
      line.once('close', () => resolve()).once('error', () => resolve())
      line.resume()
      line.once('end', () => line.destroy())
    })

  async function carry(seen: SeenRequest, response: ServerResponse): Promise<void> {
    const back = await ask(seen)
    if (!String(back.headers['content-type']).startsWith('text/event-stream'))
      return give(response, {
        status: back.statusCode ?? 500,
        headers: back.headers,
        body: await buffer(back),
      })
    // A stream of events is at rest while nothing happens.
    response.writeHead(back.statusCode ?? 200, back.headers)
    response.flushHeaders()
    back.pipe(response)
    back.once('error', () => response.destroy())
    response.once('close', () => back.destroy())
    park(response)
  }

  async function meet(seen: SeenRequest, response: ServerResponse, fault: Fault): Promise<void> {
    if (fault.way === 'request') return meetOnTheWay(seen, response, fault.name)
    const back = await ask(seen)
    const isStream = String(back.headers['content-type']).startsWith('text/event-stream')
    const body = isStream ? Buffer.alloc(0) : await buffer(back)
    if (isStream) response.once('close', () => back.destroy())
    await spoil(response, { status: back.statusCode ?? 500, headers: back.headers, body }, fault.name)
  }

  type Named<Way> = Extract<Fault, { way: Way }>['name']
  async function meetOnTheWay(seen: SeenRequest, response: ServerResponse, name: Named<'request'>) {
    const socket = response.socket
    switch (name) {
      case 'drop':
        return void socket?.destroy()
      case 'reset':
        return void socket?.resetAndDestroy()
      case 'hang':
        return park(response)
      case 'delay':
        await wait(DELAY_MS)
        return carry(seen, response)
      case 'truncate':
        await cutShort(seen)
        return void socket?.destroy()
      case 'duplicate': {
        const [, second] = await Promise.all([fetchWhole(seen), fetchWhole(seen)])
        return give(response, second)
      }
      case 'late_copy':
        socket?.destroy()
        active -= 1
        await later(LATE_MS)
        active += 1
        return void (await fetchWhole(seen))
      case 'overtaken':
        active -= 1
        parked += 1
        await later(DELAY_MS)
        parked -= 1
        active += 1
        return carry(seen, response)
      case 'portal':
        return give(response, {
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: Buffer.from('<title>Welcome, guest</title>'),
        })
      case 'status_500':
      case 'status_503':
      case 'status_429':
        return give(response, refusal(name))
    }
  }

  async function spoil(response: ServerResponse, answer: Answer, name: Named<'answer'>): Promise<void> {
    const half = answer.body.subarray(0, Math.floor(answer.body.length / 2))
    const { 'content-length': _length, 'transfer-encoding': _chunked, ...headers } = answer.headers
    switch (name) {
      case 'drop':
        return void response.socket?.destroy()
      case 'reset':
        return void response.socket?.resetAndDestroy()
      case 'hang':
        return park(response)
      case 'delay':
        await wait(DELAY_MS)
        return give(response, answer)
      case 'truncate':
        response.writeHead(answer.status, { ...headers, 'content-length': answer.body.length + 1 })
        response.flushHeaders()
        return void response.write(half, () => response.socket?.destroy())
      case 'shorten':
        return give(response, { ...answer, body: half })
      case 'slow_close':
        response.writeHead(answer.status, headers)
        response.write(answer.body)
        return park(response)
      case 'status_500':
      case 'status_503':
      case 'status_429':
        return give(response, refusal(name))
    }
  }

  const server = createServer((asked, response) => {
    active += 1
    const isOver = () => {
      active -= 1
      if (late.size > 0) pass()
    }
    serve(asked, response)
      .catch(() => response.socket?.destroy())
      .finally(isOver)
  })
  async function serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(asked)
    const { method = 'GET', url: path = '/', headers } = asked
    const seen = { name: requestName(method, path, body.toString()), method, path, body, headers }
    proxy.onRequest(seen)
    const fault = proxy.plan?.(seen) ?? null
    await (fault === null ? carry(seen, response) : meet(seen, response, fault))
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const proxy: FaultProxy = {
    // A server that listens on a port has an address of this kind.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    plan: null,
    onRequest: () => undefined,
    heal() {
      proxy.plan = null
      pass()
    },
    isBusy: () => active > 0,
    parked: () => parked,
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return proxy
}

function give(response: ServerResponse, { status, headers, body }: Answer): void {
  const { 'transfer-encoding': _chunked, ...kept } = headers
  const hasNoBody = status === 304 || status === 204
  response.writeHead(status, { ...kept, ...(hasNoBody ? {} : { 'content-length': body.length }) })
  response.end(hasNoBody ? undefined : body)
}

/** As a gateway in front of the hub says it: not in the hub's own words. */
function refusal(name: 'status_500' | 'status_503' | 'status_429'): Answer {
  const status = Number(name.slice('status_'.length))
  const headers = { 'content-type': 'text/plain', ...(status === 429 ? { 'retry-after': '2' } : {}) }
  return { status, headers, body: Buffer.from('Not now.') }
}

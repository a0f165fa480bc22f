import { Agent, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface SeenRequest {
  /** As the sender counts it (LINE_ID); empty = nobody counts. */
  readonly id: string
  /** As `requestName` has it. */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body: Buffer
  readonly headers: IncomingMessage['headers']
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export const isStream = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  String(headers['content-type']).startsWith('text/event-stream')

export async function readAnswer(back: IncomingMessage): Promise<Answer> {
  return { status: back.statusCode ?? 500, headers: back.headers, body: await buffer(back) }
}

/** The side of a proxy that speaks to the hub. `target` is asked for each request: a hub may start anew elsewhere. */
export function createHubSide(target: () => string, pageSize: number | null) {
  const agent = new Agent({ keepAlive: true })
  const addressed = (seen: SeenRequest) => {
    const hub = new URL(target())
    const path = pageSize === null ? seen.path : seen.path.replace(/(\$|%24)top=\d+/, `$top=${pageSize}`)
    // A hub of this machine alone wants to be asked by its own name.
    return { hub, path, headers: { ...seen.headers, host: hub.host } }
  }
  const ask = (seen: SeenRequest): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { hub, path, headers } = addressed(seen)
      const asked = httpRequest(
        { agent, hostname: hub.hostname, port: hub.port, method: seen.method, path, headers },
        resolve,
      )
      asked.once('error', reject)
      asked.end(seen.body)
    })
  return {
    ask,
    /** Lets the hub act and forgets what it says; a stream of events, which has no end, is left at once. */
    async tell(seen: SeenRequest): Promise<void> {
      const back = await ask(seen)
      if (isStream(back)) back.destroy()
      else await readAnswer(back)
    },
    /** Sends half of the body, or of the head where there is none, and ends. */
    sendHalf: (seen: SeenRequest): Promise<void> =>
      new Promise((resolve) => {
        const { hub, path, headers } = addressed(seen)
        const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
        const head = Buffer.from(`${seen.method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
        const whole = Buffer.concat([head, seen.body])
        const cut = seen.body.length > 0 ? head.length + Math.floor(seen.body.length / 2) : head.length / 2
        const line = connect(Number(hub.port), hub.hostname, () => line.end(whole.subarray(0, cut)))
        line.resume()
        line.once('end', () => line.destroy())
        line.once('close', () => resolve()).once('error', () => resolve())
      }),
    close: () => agent.destroy(),
  }
}

export function give(response: ServerResponse, { status, headers, body }: Answer): void {
  const { 'transfer-encoding': _chunked, ...kept } = headers
  const hasNoBody = status === 304 || status === 204
  response.writeHead(status, { ...kept, ...(hasNoBody ? {} : { 'content-length': body.length }) })
  response.end(hasNoBody ? undefined : body)
}

/** As a gateway in front of the hub says it: not in the hub's own words. */
export function refusal(name: 'status_500' | 'status_503' | 'status_429'): Answer {
  const status = Number(name.slice('status_'.length))
  const headers = { 'content-type': 'text/plain', ...(status === 429 ? { 'retry-after': '2' } : {}) }
  return { status, headers, body: Buffer.from('Not now.') }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault } from './fault.ts'
import {
  type Answer,
  type createHubSide,
  give,
  isStream,
  readAnswer,
  refusal,
  type SeenRequest,
} from './hubSide.ts'
import type { Rest } from './rest.ts'

type Named<Way> = Extract<Fault, { way: Way }>['name']

/** A request with both ends of its line. */
export interface Carried {
  readonly seen: SeenRequest
  readonly response: ServerResponse
  readonly hub: ReturnType<typeof createHubSide>
  readonly rest: Rest
}

const DELAY_MS = 5_000
const LATE_MS = 20_000

/** Without any fault. */
export async function carry({ seen, response, hub, rest }: Carried): Promise<void> {
  const back = await hub.ask(seen)
  if (!isStream(back)) return give(response, await readAnswer(back))
  // A stream of events is at rest while nothing happens.
  response.writeHead(back.statusCode ?? 200, back.headers)
  response.flushHeaders()
  back.pipe(response)
  back.once('error', () => response.destroy())
  response.once('close', () => back.destroy())
  rest.park(response, seen.id)
}

/** With a fault before the hub sees it, or after it has acted. */
export async function mistreat(carried: Carried, fault: Fault): Promise<void> {
  const { seen, response, hub } = carried
  if (fault.way === 'request') {
    return isAlike(fault.name) ? befall(carried, fault.name) : mistreatRequest(carried, fault.name)
  }
  const back = await hub.ask(seen)
  if (isStream(back)) response.once('close', () => back.destroy())
  const answer = isStream(back) ? begunOf(back) : await readAnswer(back)
  return isAlike(fault.name) ? befall(carried, fault.name) : mistreatAnswer(carried, answer, fault.name)
}

/** What has come of a stream: its head. */
const begunOf = ({ statusCode = 200, headers }: IncomingMessage): Answer => ({
  status: statusCode,
  headers,
  body: Buffer.alloc(0),
})

/** What befalls a request in the same way as an answer; the hub has acted in the second case. */
const ALIKE = ['drop', 'reset', 'hang', 'status_500', 'status_503', 'status_429'] as const
type Alike = (typeof ALIKE)[number]
const isAlike = (name: string): name is Alike => ALIKE.some((one) => one === name)

function befall({ seen, response, rest }: Carried, name: Alike): void {
  switch (name) {
    case 'drop':
      return void response.socket?.destroy()
    case 'reset':
      return void response.socket?.resetAndDestroy()
    case 'hang':
      return rest.park(response, seen.id)
    case 'status_500':
    case 'status_503':
    case 'status_429':
      return give(response, refusal(name))
  }
}

async function mistreatRequest(carried: Carried, name: Exclude<Named<'request'>, Alike>): Promise<void> {
  const { seen, response, hub, rest } = carried
  switch (name) {
    case 'delay':
      await rest.wait(DELAY_MS, seen.id)
      return carry(carried)
    case 'truncate':
      await hub.sendHalf(seen)
      return void response.socket?.destroy()
    case 'duplicate':
      return void (await Promise.all([hub.tell(seen), carry(carried)]))
    case 'late_copy':
      response.socket?.destroy()
      await rest.letPass(LATE_MS, null)
      return hub.tell(seen)
    case 'overtaken':
      await rest.letPass(DELAY_MS, seen.id)
      return carry(carried)
    case 'portal': {
      const body = Buffer.from('<title>Welcome, guest</title>')
      return give(response, { status: 200, headers: { 'content-type': 'text/html' }, body })
    }
  }
}

async function mistreatAnswer(
  { seen, response, rest }: Carried,
  answer: Answer,
  name: Exclude<Named<'answer'>, Alike>,
): Promise<void> {
  const half = answer.body.subarray(0, Math.floor(answer.body.length / 2))
  const { 'content-length': _length, 'transfer-encoding': _chunked, ...headers } = answer.headers
  switch (name) {
    case 'delay':
      await rest.wait(DELAY_MS, seen.id)
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
      return rest.park(response, seen.id)
  }
}

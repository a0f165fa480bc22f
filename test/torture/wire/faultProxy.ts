import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Clock } from '../../../src-main/workstation/ports.ts'
import { LINE_ID } from './countedFetch.ts'
import type { Fault } from './fault.ts'
import { createHubSide, type SeenRequest } from './hubSide.ts'
import { carry, mistreat } from './mistreat.ts'
import { requestName } from './requestName.ts'
import { createRest } from './rest.ts'

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
  /** Requests that hang on purpose, by their ids. */
  parked(): ReadonlySet<string>
  close(): Promise<void>
}

/** A line between workstations and a hub, on which every request meets the fault that the plan has for it. */
export async function startFaultProxy({ target, clock, pageSize }: ProxyWishes): Promise<FaultProxy> {
  const hub = createHubSide(target, pageSize)
  const rest = createRest(clock)
  const server = createServer((asked, response) => {
    rest.begin()
    serve(asked, response)
      .catch(() => response.socket?.destroy())
      .finally(rest.end)
  })
  async function serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(asked)
    const { method = 'GET', url: path = '/', headers } = asked
    const id = String(headers[LINE_ID] ?? '')
    const seen = { id, name: requestName(method, path, body.toString()), method, path, body, headers }
    proxy.onRequest(seen)
    const fault = proxy.plan?.(seen) ?? null
    const carried = { seen, response, hub, rest }
    await (fault === null ? carry(carried) : mistreat(carried, fault))
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
      rest.pass()
    },
    isBusy: () => rest.active() > 0,
    parked: rest.parked,
    close: () =>
      new Promise((resolve) => {
        hub.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return proxy
}

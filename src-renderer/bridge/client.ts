import type { Input, MethodName, Output, Transport } from '../../src-preload/contract/index.ts'
import { BridgeError } from './bridgeError.ts'
import { createEventFeed, type EventFeed } from './events.ts'

/** The only way from a screen to the core. */
export interface Client {
  /** Rejects with a BridgeError when there is no business answer. */
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
  readonly events: EventFeed
  /** Called at once with the present state. Gives back the function that ends it. */
  onConnection(listener: (connected: boolean) => void): () => void
}

export function createClient(transport: Transport): Client {
  return {
    call: async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
      const reply = await transport.request(method, input)
      if (!reply.ok) throw new BridgeError(reply.error)
      // The router has held the value against the method's output schema before it crossed.
      return reply.value as Output<M>
    },
    events: createEventFeed(transport),
    onConnection: (listener) => transport.onConnection(listener),
  }
}

/** What a door has put on the window; null when none did, which is a fault of the host. */
export function transportOf(target: object): Transport | null {
  const bridge: unknown = Reflect.get(target, 'bridge')
  if (typeof bridge !== 'object' || bridge === null || !('request' in bridge)) return null
  // A door puts nothing else under this name; it is our own code on both sides.
  return bridge as Transport
}

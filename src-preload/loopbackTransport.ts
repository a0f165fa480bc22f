import type { Reply } from './contract/errors.ts'
import type { EventFrame } from './contract/events.ts'
import type { Transport } from './contract/index.ts'
import { failedReply } from './failedReply.ts'
import type { CoreFrame, WindowFrame } from './loopbackFrames.ts'
import { CLOSE_CONTRACT_MISMATCH } from './loopbackFrames.ts'
import { isPlainJson } from './plainJson.ts'

/** The part of a WebSocket that the door needs; the browser's own and the one of `ws` both have it. */
export interface SocketLike {
  send(text: string): void
  close(): void
  addEventListener(type: 'open', listener: () => void): void
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void
  addEventListener(type: 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
}

export interface LoopbackOptions {
  connect(): SocketLike
  readonly contractVersion: number
  /** Runs once after `ms`; the function given back calls it off. */
  after(ms: number, run: () => void): () => void
  /** First wait before connecting again; doubles up to `maxRetryMs`. */
  readonly retryMs?: number
  readonly maxRetryMs?: number
}

export interface LoopbackTransport extends Transport {
  close(): void
}

/** `waiting`: the last attempt failed and the next is due later. `ended`: closed, or the contracts differ. */
type Phase = 'connecting' | 'connected' | 'waiting' | 'ended'

/**
 * The bridge over a WebSocket. A call made while the socket is being opened waits for it; whatever is under way when the socket
 * drops is answered as retryable `offline`, and so is a call made while the core is known to be away.
 */
export function createLoopbackTransport(options: LoopbackOptions): LoopbackTransport {
  const { retryMs = 250, maxRetryMs = 5_000 } = options
  const waiting = new Map<number, (reply: Reply) => void>()
  const listeners = new Set<(frame: EventFrame) => void>()
  const watchers = new Set<(connected: boolean) => void>()
  const unsent: string[] = []
  let phase: Phase = 'connecting'
  let socket: SocketLike | undefined
  let cancelRetry = () => {}
  let nextId = 1
  let delayMs = retryMs
  let closedReply: 'offline' | 'contract_mismatch' = 'offline'

  function moveTo(next: Phase): void {
    const was = phase
    phase = next
    if ((was === 'connected') === (next === 'connected')) return
    for (const watcher of watchers) watcher(next === 'connected')
  }

  function failAll(): void {
    unsent.length = 0
    const open = [...waiting.values()]
    waiting.clear()
    for (const answer of open) answer(failedReply(closedReply))
  }

  function onFrame(frame: CoreFrame): void {
    if ('hello' in frame) {
      if (frame.error) return
      delayMs = retryMs
      moveTo('connected')
      for (const text of unsent.splice(0)) socket?.send(text)
    } else if ('reply' in frame) {
      if (frame.id === null) return
      waiting.get(frame.id)?.(frame.reply)
      waiting.delete(frame.id)
    } else {
      for (const listener of listeners) listener(frame)
    }
  }

  function onClose(code: number): void {
    socket = undefined
    if (phase === 'ended') return
    if (code === CLOSE_CONTRACT_MISMATCH) closedReply = 'contract_mismatch'
    moveTo(code === CLOSE_CONTRACT_MISMATCH ? 'ended' : 'waiting')
    failAll()
    if (phase !== 'waiting') return
    cancelRetry = options.after(delayMs, open)
    delayMs = Math.min(delayMs * 2, maxRetryMs)
  }

  function open(): void {
    phase = 'connecting'
    const opening = options.connect()
    socket = opening
    const hello: WindowFrame = { hello: options.contractVersion }
    opening.addEventListener('open', () => opening.send(JSON.stringify(hello)))
    // The core is our own: its frames have passed the router's schemas and are trusted here.
    opening.addEventListener('message', ({ data }) => onFrame(JSON.parse(String(data)) as CoreFrame))
    opening.addEventListener('close', ({ code }) => onClose(code))
    // An error is always followed by a close, which carries all there is to know.
    opening.addEventListener('error', () => {})
  }

  open()
  return {
    request(method, input) {
      if (!isPlainJson(input)) return Promise.resolve(failedReply('bad_request'))
      if (phase === 'waiting' || phase === 'ended') return Promise.resolve(failedReply(closedReply))
      const id = nextId++
      const frame: WindowFrame = { id, method, input }
      const text = JSON.stringify(frame)
      return new Promise((answer) => {
        waiting.set(id, answer)
        if (phase === 'connected') socket?.send(text)
        else unsent.push(text)
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onConnection(listener) {
      watchers.add(listener)
      listener(phase === 'connected')
      return () => void watchers.delete(listener)
    },
    close() {
      moveTo('ended')
      cancelRetry()
      failAll()
      socket?.close()
    },
  }
}

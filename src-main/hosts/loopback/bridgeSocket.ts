import type { WebSocket } from 'ws'
import { z } from 'zod'
import { CONTRACT_VERSION } from '../../../src-preload/contract/version.ts'
import { failedReply } from '../../../src-preload/failedReply.ts'
import { CLOSE_CONTRACT_MISMATCH, type CoreFrame } from '../../../src-preload/loopbackFrames.ts'
import type { Workstation } from '../../workstation/workstation.ts'

/** Longest frame that a window may send; the longest input of the contract is far below. */
export const MAX_FRAME_BYTES = 1_000_000
/** A window that leaves this much unread is gone for all that matters; it reads everything anew when it comes back. */
const MAX_UNREAD_BYTES = 16_000_000
const CLOSE_PROTOCOL_ERROR = 1002
const CLOSE_BINARY = 1003

const Hello = z.strictObject({ hello: z.int() })
const Call = z.strictObject({ id: z.int().min(0), method: z.string().max(100), input: z.unknown() })

/** Speaks the bridge over one socket: hello first, then calls and answers, and events counted up by one from 1. */
export function serveBridge(socket: WebSocket, core: Pick<Workstation, 'dispatch' | 'onEvent'>): void {
  let stopEvents: (() => void) | undefined
  let seq = 0

  function send(frame: CoreFrame): void {
    if (socket.readyState !== socket.OPEN) return
    socket.send(JSON.stringify(frame))
    if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate()
  }

  function welcome(frame: unknown): void {
    const hello = Hello.safeParse(frame)
    if (!hello.success) return socket.close(CLOSE_PROTOCOL_ERROR)
    if (hello.data.hello !== CONTRACT_VERSION) {
      const refused = failedReply('contract_mismatch')
      send({ hello: CONTRACT_VERSION, ...(refused.ok ? {} : { error: refused.error }) })
      return socket.close(CLOSE_CONTRACT_MISMATCH)
    }
    send({ hello: CONTRACT_VERSION })
    stopEvents = core.onEvent((event, payload) => send({ event, seq: ++seq, payload }))
  }

  async function answer(frame: unknown): Promise<void> {
    const call = Call.safeParse(frame)
    if (!call.success) return send({ id: idIn(frame), reply: failedReply('bad_request') })
    const { id, method, input } = call.data
    send({ id, reply: await core.dispatch(method, input) })
  }

  socket.on('message', (data, isBinary) => {
    // Text comes as one Buffer unless the socket is told otherwise.
    if (isBinary || !Buffer.isBuffer(data)) return socket.close(CLOSE_BINARY)
    const frame = parseJson(data.toString('utf8'))
    if (stopEvents === undefined) welcome(frame)
    // `dispatch` never rejects and `send` does not throw, so this cannot fail.
    else void answer(frame)
  })
  socket.on('close', () => stopEvents?.())
  // What breaks a frame (too long, not UTF-8) closes the socket by itself; the reason may quote what was sent.
  socket.on('error', () => {})
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function idIn(frame: unknown): number | null {
  if (typeof frame !== 'object' || frame === null || !('id' in frame)) return null
  return typeof frame.id === 'number' ? frame.id : null
}

/** Ends sockets that have not answered a ping by the time of the next. */
export function keepAlive(sockets: ReadonlySet<WebSocket>, everyMs = 20_000): () => void {
  const silent = new WeakSet<WebSocket>()
  const timer = setInterval(() => {
    for (const socket of sockets) {
      if (silent.has(socket)) {
        socket.terminate()
        continue
      }
      silent.add(socket)
      socket.once('pong', () => silent.delete(socket))
      socket.ping()
    }
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

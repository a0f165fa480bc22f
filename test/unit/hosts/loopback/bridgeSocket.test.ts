import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { keepAlive, serveBridge } from '../../../../src-main/hosts/loopback/bridgeSocket.ts'
import { CONTRACT_VERSION } from '../../../../src-preload/contract/index.ts'

/** A socket whose other end reads only when told to. */
class SlowSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  isTerminated = false
  pings = 0
  send(text: string) {
    this.bufferedAmount += text.length
  }
  ping() {
    this.pings += 1
  }
  terminate() {
    this.isTerminated = true
    this.readyState = 3
    this.emit('close')
  }
}
// Only what the code under test uses of a socket.
const asSocket = (socket: SlowSocket) => socket as unknown as WebSocket

afterEach(() => vi.useRealTimers())

describe('a window that does not read', () => {
  it('is cut off before it fills the memory, and hears no more', () => {
    const socket = new SlowSocket()
    const listeners = new Set<(event: 'sync.changed', payload: unknown) => void>()
    serveBridge(asSocket(socket), {
      dispatch: () => Promise.reject(new Error('nothing is asked here')),
      onEvent(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    })
    socket.emit('message', Buffer.from(JSON.stringify({ hello: CONTRACT_VERSION })), false)
    const payload = 'x'.repeat(1_000_000)
    let sent = 0
    while (listeners.size > 0 && sent < 100) {
      sent += 1
      for (const listener of listeners) listener('sync.changed', payload)
    }
    expect(socket.isTerminated).toBe(true)
    expect(sent).toBe(16)
  })
})

describe('keeping sockets alive', () => {
  it('ends the one that did not answer the last ping, and no other', () => {
    vi.useFakeTimers()
    const dead = new SlowSocket()
    const live = new SlowSocket()
    const stop = keepAlive(new Set([asSocket(dead), asSocket(live)]), 1_000)
    for (let turn = 0; turn < 3; turn++) {
      vi.advanceTimersByTime(1_000)
      live.emit('pong')
    }
    expect([dead.isTerminated, live.isTerminated]).toEqual([true, false])
    expect(live.pings).toBe(3)
    stop()
    vi.advanceTimersByTime(10_000)
    expect(live.pings).toBe(3)
  })
})

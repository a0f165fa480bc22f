import { describe, expect, it } from 'vitest'
import type { EventFrame } from '../../../src-preload/contract/events.ts'
import { createLoopbackTransport, type SocketLike } from '../../../src-preload/loopbackTransport.ts'
import { createManualClock } from '../../fakes/manualClock.ts'

type Listener = (event: never) => void

/** A socket that the test opens, answers and breaks by hand. */
class HandSocket implements SocketLike {
  readonly sent: unknown[] = []
  readonly listeners = new Map<string, Listener[]>()
  isClosed = false
  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  close() {
    this.isClosed = true
  }
  addEventListener(type: string, listener: Listener) {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener])
  }
  tell(type: 'open' | 'close' | 'error' | 'message', event: object = {}) {
    for (const listener of this.listeners.get(type) ?? []) listener(event as never)
  }
  say(frame: unknown) {
    this.tell('message', { data: JSON.stringify(frame) })
  }
  welcome() {
    this.tell('open')
    this.say({ hello: 1 })
  }
}

function aTransport() {
  const clock = createManualClock()
  const sockets: HandSocket[] = []
  const transport = createLoopbackTransport({
    contractVersion: 1,
    after: clock.after,
    connect() {
      const socket = new HandSocket()
      sockets.push(socket)
      return socket
    },
  })
  const latest = () => {
    const socket = sockets.at(-1)
    if (socket === undefined) throw new Error('No socket was opened.')
    return socket
  }
  return { transport, clock, sockets, latest }
}

const OFFLINE = { ok: false, error: { code: 'offline', retryable: true } }

describe('the loopback transport', () => {
  it('says hello first, and sends what was asked meanwhile once it is welcome', () => {
    const { transport, latest } = aTransport()
    void transport.request('a.b', { x: 1 })
    latest().tell('open')
    expect(latest().sent).toEqual([{ hello: 1 }])
    latest().say({ hello: 1 })
    expect(latest().sent).toEqual([{ hello: 1 }, { id: 1, method: 'a.b', input: { x: 1 } }])
  })

  it('gives answers to whom they belong, in whatever order they come', async () => {
    const { transport, latest } = aTransport()
    latest().welcome()
    const [one, two] = [transport.request('a', {}), transport.request('b', {})]
    latest().say({ id: 2, reply: { ok: true, value: 'two' } })
    latest().say({ id: null, reply: { ok: true, value: 'nobody' } })
    latest().say({ id: 99, reply: { ok: true, value: 'nobody' } })
    latest().say({ id: 1, reply: { ok: true, value: 'one' } })
    expect([await one, await two]).toEqual([
      { ok: true, value: 'one' },
      { ok: true, value: 'two' },
    ])
  })

  it('answers everything under way when the line breaks, and at once while it is away', async () => {
    const { transport, latest, sockets } = aTransport()
    latest().welcome()
    const open = [transport.request('a', {}), transport.request('b', {})]
    latest().tell('error')
    latest().tell('close', { code: 1006 })
    for (const reply of await Promise.all([...open, transport.request('c', {})])) {
      expect(reply).toMatchObject(OFFLINE)
    }
    expect(sockets.length).toBe(1)
  })

  it('answers calls that waited for a line that never opened', async () => {
    const { transport, latest } = aTransport()
    const reply = transport.request('a', {})
    latest().tell('close', { code: 1006 })
    expect(await reply).toMatchObject(OFFLINE)
  })

  it('comes back with growing waits, and quickly again after it was welcome', () => {
    const { clock, sockets, latest } = aTransport()
    const waits: number[] = []
    for (let turn = 0; turn < 7; turn++) {
      latest().tell('close', { code: 1006 })
      const before = sockets.length
      let waited = 0
      while (sockets.length === before) {
        clock.advance(50)
        waited += 50
      }
      waits.push(waited)
    }
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000])
    latest().welcome()
    latest().tell('close', { code: 1006 })
    clock.advance(250)
    expect(sockets.length).toBe(9)
  })

  it('tells of the connection at once and at every change, until nobody wants to know', () => {
    const { transport, latest, clock } = aTransport()
    const told: boolean[] = []
    const stop = transport.onConnection((connected) => told.push(connected))
    latest().welcome()
    latest().tell('close', { code: 1006 })
    clock.advance(250)
    latest().welcome()
    stop()
    latest().tell('close', { code: 1006 })
    expect(told).toEqual([false, true, false, true])
  })

  it('passes events on as they come', () => {
    const { transport, latest } = aTransport()
    const told: EventFrame[] = []
    const stop = transport.subscribe((frame) => told.push(frame))
    latest().welcome()
    const frame = { event: 'sync.changed', seq: 1, payload: {} }
    latest().say(frame)
    stop()
    latest().say(frame)
    expect(told).toEqual([frame])
  })

  it('refuses what is not plain JSON before it leaves', async () => {
    const { transport, latest } = aTransport()
    latest().welcome()
    const reply = await transport.request('a', { at: new Date() })
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad_request' } })
    expect(latest().sent.length).toBe(1)
  })

  it('ends for good when it is closed', async () => {
    const { transport, latest, clock, sockets } = aTransport()
    latest().welcome()
    const open = transport.request('a', {})
    transport.close()
    latest().tell('close', { code: 1000 })
    clock.advance(60_000)
    expect(await open).toMatchObject(OFFLINE)
    expect(await transport.request('b', {})).toMatchObject(OFFLINE)
    expect([sockets.length, latest().isClosed]).toEqual([1, true])
  })
})

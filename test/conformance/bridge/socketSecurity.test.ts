import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { CONTRACT_VERSION } from '../../../src-preload/contract/index.ts'
import { createLoopbackTransport } from '../../../src-preload/loopbackTransport.ts'
import { startHost, type TestHost } from './loopbackHost.ts'
import { createScriptedCore } from './scriptedCore.ts'
import { openLoopbackDoor } from './transports.ts'

interface Headers {
  readonly cookie?: string
  readonly origin?: string
  readonly host?: string
}

/** The status that an upgrade with these headers is refused with; 101 when it is let in. */
async function upgrade(host: TestHost, headers: Headers, path = '/bridge'): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers: { ...headers } })
  onTestFinished(() => socket.terminate())
  return new Promise((done) => {
    socket.once('open', () => done(101))
    socket.once('unexpected-response', (_request, response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
    socket.once('error', () => done(0))
  })
}

async function openSocket(host: TestHost): Promise<WebSocket> {
  const { app } = host.server.origins
  const headers = { cookie: await host.signIn(), origin: app }
  const socket = new WebSocket(`${app.replace('http', 'ws')}/bridge`, { headers })
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  return socket
}

async function nextFrame(socket: WebSocket): Promise<unknown> {
  const [data] = (await once(socket, 'message')) as [Buffer]
  return JSON.parse(data.toString('utf8'))
}

async function greet(socket: WebSocket): Promise<void> {
  const welcome = nextFrame(socket)
  socket.send(JSON.stringify({ hello: CONTRACT_VERSION }))
  await welcome
}

async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number]
  return code
}

describe('opening the socket', () => {
  it('needs our own Origin, exactly', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const { app, viewer } = host.server.origins
    for (const origin of [undefined, 'null', 'http://evil.tld', viewer, `${app}/`, app.toUpperCase()]) {
      expect(await upgrade(host, { cookie, ...(origin === undefined ? {} : { origin }) })).toBe(403)
    }
    expect(await upgrade(host, { cookie, origin: app })).toBe(101)
  })

  it('needs the right Host, and not the viewer’s', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const { app, viewer } = host.server.origins
    expect(await upgrade(host, { cookie, origin: app, host: 'rebind.evil.tld' })).toBe(403)
    expect(await upgrade(host, { cookie, origin: viewer, host: viewer.slice(7) })).toBe(403)
    expect(await upgrade(host, { cookie, origin: app, host: viewer.slice(7) })).toBe(403)
  })

  it('needs a session', async () => {
    const host = await startHost()
    const { app } = host.server.origins
    expect(await upgrade(host, { origin: app })).toBe(401)
    expect(await upgrade(host, { origin: app, cookie: `proofdesk-${host.port}=guess` })).toBe(401)
  })

  it('is possible on one path', async () => {
    const host = await startHost()
    const headers = { cookie: await host.signIn(), origin: host.server.origins.app }
    expect(await upgrade(host, headers, '/')).toBe(404)
    expect(await upgrade(host, headers, '/bridge/')).toBe(404)
  })
})

describe('speaking over the socket', () => {
  it('begins with hello; a call before it ends the connection', async () => {
    const host = await startHost()
    const socket = await openSocket(host)
    socket.send(JSON.stringify({ id: 1, method: 'claims.counts', input: {} }))
    expect(await closeCode(socket)).toBe(1002)
  })

  it('ends with its own code when the contracts differ', async () => {
    const host = await startHost()
    const socket = await openSocket(host)
    const welcome = nextFrame(socket)
    const closed = closeCode(socket)
    socket.send(JSON.stringify({ hello: CONTRACT_VERSION + 1 }))
    expect(await welcome).toMatchObject({ hello: CONTRACT_VERSION, error: { code: 'contract_mismatch' } })
    expect(await closed).toBe(4001)
  })

  it.each([
    ['no JSON', 'tell-nobody{', null],
    ['no object', '"tell-nobody"', null],
    ['no method', '{"id":3}', 3],
    ['a wrong id', '{"id":"tell-nobody","method":"claims.counts","input":{}}', null],
    ['a field too many', '{"id":4,"method":"claims.counts","input":{},"extra":"tell-nobody"}', 4],
    ['a method of the wrong type', '{"id":5,"method":["tell-nobody"],"input":{}}', 5],
  ])('refuses a frame with %s, quotes nothing and goes on', async (_what, frame, id) => {
    const host = await startHost()
    const socket = await openSocket(host)
    await greet(socket)
    const refused = nextFrame(socket)
    socket.send(frame)
    expect(await refused).toMatchObject({ id, reply: { ok: false, error: { code: 'bad_request' } } })
    const answered = nextFrame(socket)
    socket.send(JSON.stringify({ id: 9, method: 'claims.counts', input: {} }))
    expect(await answered).toMatchObject({ id: 9, reply: { ok: true } })
    expect(JSON.stringify([await refused, host.log])).not.toContain('tell-nobody')
  })

  it('takes no binary frame', async () => {
    const host = await startHost()
    const socket = await openSocket(host)
    await greet(socket)
    socket.send(Buffer.from(JSON.stringify({ id: 1, method: 'claims.counts', input: {} })))
    expect(await closeCode(socket)).toBe(1003)
  })

  it('takes no frame over a megabyte, and logs nothing of it', async () => {
    const host = await startHost()
    const socket = await openSocket(host)
    await greet(socket)
    socket.send(JSON.stringify({ id: 1, method: 'claims.counts', input: 'tell-nobody'.repeat(100_000) }))
    expect(await closeCode(socket)).toBe(1009)
    expect(JSON.stringify(host.log)).not.toContain('tell-nobody')
  })

  it('stops listening to the core when it closes', async () => {
    const scripted = createScriptedCore()
    const { transport, drop } = await openLoopbackDoor(scripted.core)
    await transport.request('sync.now', {})
    expect(scripted.listenerCount()).toBe(1)
    const offline = new Promise<void>((done) => {
      transport.onConnection((connected) => {
        if (!connected) done()
      })
    })
    drop?.()
    await offline
    const again = new Promise<void>((done) => {
      transport.onConnection((connected) => {
        if (connected) done()
      })
    })
    await again
    expect(scripted.listenerCount()).toBe(1)
  })
})

describe('the window’s end of the socket', () => {
  it('comes back by itself and counts events anew', async () => {
    const scripted = createScriptedCore()
    const { transport, drop } = await openLoopbackDoor(scripted.core)
    await transport.request('sync.now', {})
    const states: boolean[] = []
    const back = new Promise<void>((done) => {
      transport.onConnection((connected) => {
        states.push(connected)
        if (states.length === 3) done()
      })
    })
    drop?.()
    await back
    expect(states).toEqual([true, false, true])
    const frame = new Promise((done) => transport.subscribe(done))
    scripted.emit('sync.changed', {})
    expect(await frame).toEqual({ event: 'sync.changed', seq: 1, payload: {} })
  })

  it('tells every call that the contracts differ, and does not try again', async () => {
    const host = await startHost()
    const { app } = host.server.origins
    const headers = { cookie: await host.signIn(), origin: app }
    let attempts = 0
    const transport = createLoopbackTransport({
      contractVersion: CONTRACT_VERSION + 1,
      connect() {
        attempts += 1
        return new WebSocket(`${app.replace('http', 'ws')}/bridge`, { headers })
      },
      after: () => {
        throw new Error('It must not try again.')
      },
    })
    const mismatch = { ok: false, error: { code: 'contract_mismatch', retryable: false } }
    expect(await transport.request('claims.counts', {})).toMatchObject(mismatch)
    expect(await transport.request('claims.counts', {})).toMatchObject(mismatch)
    expect(attempts).toBe(1)
  })
})

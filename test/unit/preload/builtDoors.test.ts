import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createContext, Script } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../src-main/hosts/launcher/ensureBuilt.ts'
import { CONTRACT_VERSION, type Transport } from '../../../src-preload/contract/index.ts'

const root = resolve(import.meta.dirname, '../../..')

beforeAll(() => ensureBuilt({ root, parts: ['preload', 'door'], say: () => undefined }), 120_000)

/** Runs the built preload as Electron's sandbox does: no Node but a `require` that knows a handful of names. */
function runPreload() {
  const exposed: Record<string, unknown> = {}
  const invoked: unknown[][] = []
  const listeners = new Set<(event: object, frame: unknown) => void>()
  let answer: () => Promise<unknown> = () => Promise.resolve({ ok: true, value: 1 })
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (exposed[name] = api) },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        invoked.push(args)
        return answer()
      },
      on: (_channel: string, listener: (event: object, frame: unknown) => void) => listeners.add(listener),
      off: (_channel: string, listener: (event: object, frame: unknown) => void) =>
        listeners.delete(listener),
    },
  }
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`The sandbox has no ${name}.`)
    return electron
  }
  const source = readFileSync(join(root, 'out/preload/index.cjs'), 'utf8')
  new Script(source).runInContext(createContext({ require, exports: {}, module: { exports: {} } }))
  return {
    source,
    exposed,
    invoked,
    listeners,
    bridge: exposed['bridge'] as Transport,
    answerWith: (next: () => Promise<unknown>) => {
      answer = next
    },
  }
}

describe('the built preload of Electron', () => {
  it('needs Electron and nothing else, and gives the page three functions', () => {
    const { source, exposed } = runPreload()
    expect(source.match(/require\([^)]*\)/g)).toEqual(['require("electron")'])
    expect(Object.keys(exposed)).toEqual(['bridge'])
    expect(Object.entries(exposed['bridge'] as object).map(([name, value]) => [name, typeof value])).toEqual([
      ['request', 'function'],
      ['subscribe', 'function'],
      ['onConnection', 'function'],
    ])
  })

  it('says the contract version with every call', async () => {
    const { bridge, invoked } = runPreload()
    expect(await bridge.request('claims.counts', {})).toEqual({ ok: true, value: 1 })
    expect(invoked).toEqual([['bridge', CONTRACT_VERSION, 'claims.counts', {}]])
  })

  it('never rejects, and sends nothing that is not plain JSON', async () => {
    const { bridge, invoked, answerWith } = runPreload()
    expect(await bridge.request('a', { at: new Date() })).toMatchObject({ error: { code: 'bad_request' } })
    expect(invoked).toEqual([])
    answerWith(() => Promise.reject(new Error('Object has been destroyed')))
    expect(await bridge.request('a', {})).toMatchObject({ error: { code: 'offline', retryable: true } })
  })

  it('hands the page the frame and never the event that carried it', () => {
    const { bridge, listeners } = runPreload()
    const told: unknown[][] = []
    const stop = bridge.subscribe((...args) => told.push(args))
    const frame = { event: 'sync.changed', seq: 1, payload: {} }
    for (const listener of listeners) listener({ sender: 'secret' }, frame)
    expect(told).toEqual([[frame]])
    stop()
    expect(listeners.size).toBe(0)
  })
})

describe('the built door of the loopback host', () => {
  it('has put the bridge on the window when its script has run, fixed and frozen', () => {
    const opened: string[] = []
    class WebSocket {
      constructor(url: string) {
        opened.push(url)
      }
      addEventListener() {}
    }
    const window: { bridge?: Transport } = {}
    const context = createContext({ window, WebSocket, location: { host: '127.0.0.1:4711' }, setTimeout })
    new Script(readFileSync(join(root, 'out/door/loopback.js'), 'utf8')).runInContext(context)
    expect(opened).toEqual(['ws://127.0.0.1:4711/bridge'])
    expect(Object.keys(window.bridge ?? {})).toEqual(['request', 'subscribe', 'onConnection'])
    expect(Object.isFrozen(window.bridge)).toBe(true)
    expect(Reflect.set(window, 'bridge', 'other')).toBe(false)
  })
})

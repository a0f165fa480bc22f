import { EventEmitter } from 'node:events'
import { onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import { serveBridgeIpc } from '../../../src-main/hosts/electron/bridgeIpc.ts'
import type { ElectronApi } from '../../../src-main/hosts/electron/electronApi.ts'
import { openLoopbackServer } from '../../../src-main/hosts/loopback/loopbackServer.ts'
import type { Workstation } from '../../../src-main/workstation/workstation.ts'
import { CONTRACT_VERSION, type Transport } from '../../../src-preload/contract/index.ts'
import { createLoopbackTransport } from '../../../src-preload/loopbackTransport.ts'
import { createIpcChannel } from '../../fakes/electron/ipcChannel.ts'

/** Opens a way to this core. `drop` breaks the line while calls are under way; null where there is no line. */
export interface Door {
  readonly transport: Transport
  drop: (() => void) | null
}
export type OpenDoor = (core: Workstation) => Promise<Door>

const inProcess: OpenDoor = async (core) => {
  let seq = 0
  const transport: Transport = {
    request: core.dispatch,
    subscribe: (listener) => core.onEvent((event, payload) => listener({ event, seq: ++seq, payload })),
    onConnection(listener) {
      listener(true)
      return () => undefined
    },
  }
  return { transport, drop: null }
}

/** The real preload and the real IPC host, with a MessageChannel in the place of Electron's own line. */
const structuredClone: OpenDoor = async (core) => {
  const channel = createIpcChannel()
  const mainFrame = { url: 'app://proofdesk/' }
  const webContents = Object.assign(new EventEmitter(), { mainFrame, send: channel.sendToPage })
  const window = Object.assign(new EventEmitter(), { isDestroyed: () => false, webContents })
  channel.setSender(mainFrame)
  // Fakes that hold exactly what the IPC host uses of the two.
  serveBridgeIpc(channel as unknown as ElectronApi, core, window as never)
  let exposed: unknown
  vi.resetModules()
  vi.doMock('electron', () => ({
    ipcRenderer: channel.ipcRenderer,
    contextBridge: { exposeInMainWorld: (_name: string, api: unknown) => (exposed = api) },
  }))
  await import('../../../src-preload/electron.ts')
  vi.doUnmock('electron')
  onTestFinished(channel.close)
  return { transport: exposed as Transport, drop: channel.close }
}

export interface LoopbackDoor extends Door {
  readonly origin: string
  readonly cookie: string
}

/** The real loopback host and the real client of its door. */
export async function openLoopbackDoor(core: Workstation): Promise<LoopbackDoor> {
  const server = await openLoopbackServer({
    port: 0,
    doorFile: 'none',
    createCore: () => core,
    now: Date.now,
    log: () => undefined,
  })
  const origin = server.origins.app
  const answer = await fetch(server.mintLaunchUrl(), { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  let socket: WebSocket | undefined
  const transport = createLoopbackTransport({
    contractVersion: CONTRACT_VERSION,
    retryMs: 20,
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    connect() {
      socket = new WebSocket(`${origin.replace('http', 'ws')}/bridge`, { headers: { cookie, origin } })
      return socket
    },
  })
  onTestFinished(async () => {
    transport.close()
    await server.close()
  })
  return { transport, origin, cookie, drop: () => socket?.terminate() }
}

export const DOORS: readonly (readonly [string, OpenDoor])[] = [
  ['in process', inProcess],
  ['structured clone', structuredClone],
  ['socket', openLoopbackDoor],
]

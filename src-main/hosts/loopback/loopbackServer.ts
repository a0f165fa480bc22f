import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { BRIDGE_PATH } from '../../../src-preload/loopbackFrames.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Workstation } from '../../workstation/workstation.ts'
import type { Log } from '../services/fileLog.ts'
import { answerPlain } from './answer.ts'
import { keepAlive, MAX_FRAME_BYTES, serveBridge } from './bridgeSocket.ts'
import { maySpeak, type Origins, originsAt } from './gate.ts'
import { hasSession, servePage } from './pages.ts'
import { createPasses, type Passes } from './passes.ts'

export interface LoopbackOptions {
  /** 0 = any free port. */
  readonly port: number
  /** Built door script. */
  readonly doorFile: string
  /** The core is made once the port is known, since its pages name their origins. */
  createCore(origins: Origins): Workstation
  now(): number
  readonly log: Log
  readonly pingEveryMs?: number
}

export interface LoopbackServer {
  readonly origins: Origins
  readonly core: Workstation
  /** An address that opens the app once, within five minutes, on its queue or on a claim. */
  mintLaunchUrl(claimId?: ClaimId | null): string
  /** Told how many windows are connected whenever that changes. */
  onWindows(listener: (count: number) => void): void
  /** Closes all connections and stops the core. */
  close(): Promise<void>
}

/** Listens on 127.0.0.1 alone and starts the core. Rejects when the port is taken or the core refuses its profile. */
export async function openLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { log } = options
  // A missing Host header is for us to refuse: with 403, like every other wrong Host.
  const server = createServer({ requireHostHeader: false })
  const origins = originsAt(await listen(server, options.port))
  const core = options.createCore(origins)
  const passes = createPasses(options.now)
  const started = core.start().then(() => core)
  const pages = { origins, passes, doorFile: options.doorFile, core: started }
  const bridge = createBridgeDoor(core, origins, passes)

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    servePage(request, response, pages).catch((error: unknown) => {
      log({ level: 'error', event: 'page.failed', error })
      if (response.headersSent) response.destroy()
      else answerPlain(response, 500, 'This could not be served; see the log.')
    })
  })
  server.on('upgrade', bridge.onUpgrade)
  server.on('clientError', (_error, socket) => socket.destroy())
  const stopPings = keepAlive(bridge.sockets.clients, options.pingEveryMs)

  function shut(): void {
    stopPings()
    for (const socket of bridge.sockets.clients) socket.terminate()
    server.closeAllConnections()
    server.close()
  }

  try {
    await started
  } catch (error) {
    shut()
    throw error
  }
  return {
    origins,
    core,
    mintLaunchUrl: (claimId = null) =>
      `${origins.app}/launch?token=${passes.mintLaunchToken()}${claimId === null ? '' : `&claim=${claimId}`}`,
    onWindows: bridge.onWindows,
    async close() {
      shut()
      await core.stop()
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen({ host: '127.0.0.1', port }, done)
  })
  // A TCP server has an AddressInfo as soon as it listens.
  return (server.address() as AddressInfo).port
}

function createBridgeDoor(core: Workstation, origins: Origins, passes: Passes) {
  const watchers = new Set<(count: number) => void>()
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  })
  const tell = () => {
    for (const watcher of watchers) watcher(sockets.clients.size)
  }
  return {
    sockets,
    onWindows: (watcher: (count: number) => void) => void watchers.add(watcher),
    onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      socket.on('error', () => socket.destroy())
      if (!maySpeak(request, origins)) return refuse(socket, '403 Forbidden')
      if (!hasSession(request, { origins, passes })) return refuse(socket, '401 Unauthorized')
      if (request.url !== BRIDGE_PATH) return refuse(socket, '404 Not Found')
      sockets.handleUpgrade(request, socket, head, (opened) => {
        opened.once('close', tell)
        tell()
        serveBridge(opened, core)
      })
    },
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

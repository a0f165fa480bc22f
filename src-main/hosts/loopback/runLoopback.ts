import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { claimOfLink } from '../../../src-preload/contract/vocabulary/claimLink.ts'
import { startNodeEntry } from '../services/childEntry.ts'
import { hasDisplay } from '../services/display.ts'
import type { HostFlags } from '../services/hostFlags.ts'
import { createHostServices, type HostServices } from '../services/hostServices.ts'
import { systemClock } from '../services/systemClock.ts'
import { watchParent } from '../services/watchParent.ts'
import type { Printer } from '../../workstation/ports.ts'
import type { AppWindow } from './browserWindow.ts'
import { openLoopbackServer, type LoopbackServer } from './loopbackServer.ts'
import { DOOR_PATH } from './pages.ts'

/** A Mac keeps a browser without windows alive, and Edge may stay in the background: there the last socket tells. */
const WINDOW_GONE_AFTER_MS = 30_000
const COMPILE_CACHE_MS = 5_000
/** One Ctrl-C arrives twice: from the terminal, and from npm, which passes its own on. */
const SAME_SIGNAL_MS = 1_000

/** Starts the loopback host and resolves with the exit code when it has ended. */
export async function runLoopback(flags: HostFlags): Promise<number> {
  const services = createHostServices({
    flags,
    startEntry: startNodeEntry,
    readerNode: () => process.execPath,
  })
  const ended = whenToldToEnd()
  await services.signIn()
  const server = await openServer(flags, services)
  const launch = await openWindow(flags, services, server)
  announce(flags, services, server, launch)
  services.startHub()
  void services.signInNote().then((note) => note !== null && process.stderr.write(`${note}\n`))
  // Written at an orderly end anyway; a first run that is killed leaves it for the second one too.
  systemClock.after(COMPILE_CACHE_MS, flushCompileCache)
  services.log({
    level: 'info',
    event: 'host.ready',
    facts: { host: 'loopback', window: launch.window !== undefined },
  })

  await Promise.race([ended, launch.window?.closed ?? ended, whenWindowsGone(server, launch.window)])
  await launch.window?.close()
  await server.close()
  await services.stop()
  return 0
}

function openServer(flags: HostFlags, services: HostServices): Promise<LoopbackServer> {
  return openLoopbackServer({
    port: flags.port,
    doorFile: services.product.door,
    now: Date.now,
    log: services.log,
    createCore: ({ app, viewer }) =>
      services.createCore(
        { kind: 'loopback', appOrigin: app, viewerOrigin: viewer, doorScript: DOOR_PATH },
        { printer: printerOf(services) },
      ),
  })
}

/** Loaded with the first page that is printed: no start waits for it. */
function printerOf({ data }: HostServices): Printer {
  let printer: Promise<Printer> | undefined
  const load = async (): Promise<Printer> => {
    const [{ createBrowserPrinter }, { findBrowser }] = await Promise.all([
      import('./browserPrinter.ts'),
      import('./findBrowser.ts'),
    ])
    return createBrowserPrinter({
      findBrowser: () => findBrowser(),
      folder: data.printing,
      isRoot: process.getuid?.() === 0,
    })
  }
  const atHand = () => (printer ??= load())
  return {
    isThere: async () => (await atHand()).isThere(),
    print: async (html) => (await atHand()).print(html),
  }
}

const launchUrl = ({ opens }: HostFlags, server: LoopbackServer): string =>
  server.mintLaunchUrl(opens === null ? null : claimOfLink(opens))

interface Launch {
  readonly window?: AppWindow
  /** One plain sentence for the terminal; null = nothing to say. */
  readonly note: string | null
}

async function openWindow(flags: HostFlags, services: HostServices, server: LoopbackServer): Promise<Launch> {
  if (!flags.opensWindow) return { note: null }
  if (!hasDisplay()) return { note: 'There is no display; open this address in a browser of this machine:' }
  // Loaded only where a window is wanted: the start of a host without one is measured.
  const { findBrowser } = await import('./findBrowser.ts')
  const browser = findBrowser()
  if (browser === undefined) {
    return {
      note: 'No Chromium, Chrome or Edge was found (PROOFDESK_BROWSER may name one); open this address:',
    }
  }
  const { openBrowserWindow } = await import('./browserWindow.ts')
  const isRoot = process.getuid?.() === 0
  const window = openBrowserWindow({
    browser,
    launchUrl: launchUrl(flags, server),
    profileDir: services.data.browser,
    dataDir: services.data.root,
    isRoot,
  })
  server.onWindows((count) => {
    if (count > 0) window.forgetLaunch()
  })
  return { window, note: isRoot ? 'Running as root: the browser is started with --no-sandbox.' : null }
}

function announce(flags: HostFlags, services: HostServices, server: LoopbackServer, launch: Launch): void {
  if (launch.note !== null) process.stderr.write(`${launch.note}\n`)
  if (flags.json) {
    say(JSON.stringify({ url: launchUrl(flags, server), dataDir: services.data.root }))
  } else if (launch.window === undefined) {
    say(launchUrl(flags, server))
  } else {
    process.stderr.write('Proofdesk is open. Ctrl-C ends it.\n')
  }
}

/** Straight to the descriptor: a stream would be built for this one line, and whoever waits for it would wait for that too. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

/** Resolves on the first signal, or when npm, which started us, is no more. Told again later, it ends everything at once. */
function whenToldToEnd(): Promise<void> {
  return new Promise((done) => {
    let askedAt: number | undefined
    const onSignal = () => {
      askedAt ??= performance.now()
      if (performance.now() - askedAt > SAME_SIGNAL_MS) process.exit(130)
      done()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
    if (process.env['npm_lifecycle_event'] !== undefined) watchParent(done)
  })
}

function whenWindowsGone(server: LoopbackServer, window: AppWindow | undefined): Promise<void> {
  return new Promise((done) => {
    if (window === undefined || process.platform === 'linux') return
    let timer: NodeJS.Timeout | undefined
    server.onWindows((count) => {
      clearTimeout(timer)
      if (count === 0) timer = setTimeout(done, WINDOW_GONE_AFTER_MS)
    })
  })
}

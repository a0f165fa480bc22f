import { createHostServices, type HostServices } from '../services/hostServices.ts'
import { BadFlags } from '../services/badFlags.ts'
import { type HostFlags, parseStartFlags, START_USAGE } from '../services/hostFlags.ts'
import type { ProductPaths } from '../services/productPaths.ts'
import type { Workstation } from '../../workstation/workstation.ts'
import { readManagedSettings } from '../services/signIn/managedSettings.ts'
import { watchParent } from '../services/watchParent.ts'
import { serveBridgeIpc } from './bridgeIpc.ts'
import { APP_ORIGIN, type ElectronApi, VIEWER_ORIGIN } from './electronApi.ts'
import { askedBy, type ClaimLinks, createClaimLinks } from './claimLinks.ts'
import { lastStart, rememberStart } from './lastStart.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { createMenuBar } from './menu.ts'
import { safeStorageKeys } from './safeStorageKeys.ts'
import { saveDialog } from './saveDialog.ts'
import { clearOnLock } from './clearOnLock.ts'
import { desktopNotices } from './desktopNotices.ts'
import { externalDoor } from './externalDoor.ts'
import { declareSchemes, serveSchemes } from './schemes.ts'
import { safeStorageBox } from './safeStorageBox.ts'
import { forbiddenSwitch } from './switches.ts'
import { utilityStarter } from './utilityChild.ts'
import { taskIn, withoutTask } from './quickTasks.ts'
import { showUnread } from './unreadBadge.ts'
import { openWindow } from './window.ts'
import { createWindowPrinter } from './windowPrinter.ts'

/** Everything that must happen before Electron is ready happens in this call, without a pause in between. */
export function main(electron: ElectronApi, args: readonly string[]): void {
  const { app } = electron
  const forbidden = forbiddenSwitch(app)
  if (forbidden !== null) {
    process.stderr.write(
      `Proofdesk does not start with --${forbidden}: it would be open to other programs.\n`,
    )
    return app.exit(2)
  }
  const asked = askedBy(args)
  const task = taskIn(asked.flags)
  const words = withoutTask(asked.flags)
  // Neither of the two has words of its own: the system starts us so, wherever the person's work lies.
  const isOrdinary = asked.link === null && (task === null || words.length > 0)
  const flags = readFlags(words, isOrdinary)
  if (flags === undefined) return app.exit(2)
  app.enableSandbox()
  declareSchemes(electron)
  const services = createHostServices({
    flags,
    startEntry: utilityStarter(electron),
    readerNode,
    box: safeStorageBox(electron),
    openBrowser: externalDoor(electron),
  })
  app.setPath('userData', services.data.browser)
  // One window for each data folder: the second start brings the first to the front.
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  const links = followLinks(app, asked.link ?? flags.opens, services)
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  if (process.env['PROOFDESK_LAUNCHED'] !== undefined) watchParent(() => app.quit())
  app
    .whenReady()
    .then(() => open(electron, flags, services, { links, task }))
    .then(() => isOrdinary && remember(flags, services))
    .catch((error: unknown) => {
      services.log({ level: 'error', event: 'host.refused', error })
      electron.dialog.showErrorBox('Proofdesk', error instanceof Error ? error.message : String(error))
      app.exit(1)
    })
}

/** @param first the link by which this start came; null = none. */
function followLinks(app: ElectronApi['app'], first: string | null, { log }: HostServices): ClaimLinks {
  const links = createClaimLinks(log)
  if (first !== null) links.take(first)
  // macOS hands links over so, also the one that it starts us with.
  app.on('open-url', (event, url) => {
    event.preventDefault()
    links.take(url)
  })
  app.on('second-instance', (_event, words) => {
    // Its flags are those of a window that is not opened.
    const { link } = askedBy(words)
    if (link !== null) links.take(link)
  })
  return links
}

/** Electron's own binary takes no permission flags, so the packaged Node bounds the reader here too. */
const readerNode = (product: ProductPaths) => product.reader.node

function readFlags(args: readonly string[], isOrdinary: boolean): HostFlags | undefined {
  try {
    const managed = readManagedSettings()
    return (isOrdinary ? null : lastStart(managed)) ?? parseStartFlags(args, managed)
  } catch (error) {
    if (!(error instanceof BadFlags)) throw error
    process.stderr.write(`${error.message}\n\n${START_USAGE}`)
    return undefined
  }
}

/** A start that led to a window is what links and tasks open from now on. */
function remember(flags: HostFlags, { log }: HostServices): void {
  try {
    rememberStart(flags)
  } catch (error) {
    log({ level: 'warn', event: 'host.startNotRemembered', error })
  }
}

async function open(
  electron: ElectronApi,
  flags: HostFlags,
  services: HostServices,
  wanted: { readonly links: ClaimLinks; readonly task: string | null },
): Promise<void> {
  const { app } = electron
  const host = {
    kind: 'electron',
    appOrigin: APP_ORIGIN,
    viewerOrigin: VIEWER_ORIGIN,
    doorScript: null,
  } as const
  await services.signIn()
  const menuBar = createMenuBar(electron)
  let bringForward: () => void = () => undefined
  const core = services.createCore(host, {
    chooseCopyPlace: saveDialog(electron),
    openExternal: externalDoor(electron),
    showMenu: menuBar.show,
    printer: createWindowPrinter(electron),
    notify: desktopNotices(electron, () => bringForward()),
    keeper: safeStorageKeys(electron),
  })
  await core.start()
  serveSchemes(electron, core)
  lockSession(electron.session.defaultSession)
  const window = openWindow(electron, services)
  const feed = serveBridgeIpc(electron, core, window)
  const run = (command: string) => feed('menu.command', { command })
  clearOnLock(electron, window)
  menuBar.onChoice(run)
  window.once('closed', showUnread(electron, core, window))
  bringForward = () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  app.on('second-instance', (_event, words) => {
    bringForward()
    const task = taskIn(words)
    if (task !== null) run(task)
  })
  endInOrder(app, core, services)
  const first = wanted.links.waiting()
  await window.loadURL(`${APP_ORIGIN}/${first === null ? '' : `#/claims/${first}`}`)
  if (wanted.task !== null) run(wanted.task)
  wanted.links.onLink((claimId) => {
    feed('link.followed', { claimId })
    bringForward()
  })
  services.startHub()
  announce(flags, services)
}

function endInOrder(app: ElectronApi['app'], core: Workstation, services: HostServices): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    const ended = Promise.allSettled([core.stop(), services.stop()])
    void ended.then(() => app.exit(0))
  })
}

function announce(flags: HostFlags, services: HostServices): void {
  void services.signInNote().then((note) => note !== null && process.stderr.write(`${note}\n`))
  services.log({ level: 'info', event: 'host.ready', facts: { host: 'electron', window: true } })
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ url: `${APP_ORIGIN}/`, dataDir: services.data.root })}\n`)
  }
}

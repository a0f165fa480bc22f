import { createHostServices, type HostServices } from '../services/hostServices.ts'
import { BadFlags, type HostFlags, parseStartFlags, START_USAGE } from '../services/hostFlags.ts'
import type { ProductPaths } from '../services/productPaths.ts'
import { readManagedSettings } from '../services/signIn/managedSettings.ts'
import { watchParent } from '../services/watchParent.ts'
import { serveBridgeIpc } from './bridgeIpc.ts'
import { APP_ORIGIN, type ElectronApi, VIEWER_ORIGIN } from './electronApi.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { createMenuBar } from './menu.ts'
import { saveDialog } from './saveDialog.ts'
import { clearOnLock } from './clearOnLock.ts'
import { desktopNotices } from './desktopNotices.ts'
import { externalDoor } from './externalDoor.ts'
import { declareSchemes, serveSchemes } from './schemes.ts'
import { safeStorageBox } from './safeStorageBox.ts'
import { forbiddenSwitch } from './switches.ts'
import { utilityStarter } from './utilityChild.ts'
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
  const flags = readFlags(args)
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
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  if (process.env['PROOFDESK_LAUNCHED'] !== undefined) watchParent(() => app.quit())
  app
    .whenReady()
    .then(() => open(electron, flags, services))
    .catch((error: unknown) => {
      services.log({ level: 'error', event: 'host.refused', error })
      electron.dialog.showErrorBox('Proofdesk', error instanceof Error ? error.message : String(error))
      app.exit(1)
    })
}

/** Electron's own binary takes no permission flags, so the packaged Node bounds the reader here too. */
const readerNode = (product: ProductPaths) => product.node

function readFlags(args: readonly string[]): HostFlags | undefined {
  try {
    return parseStartFlags(args, readManagedSettings())
  } catch (error) {
    if (!(error instanceof BadFlags)) throw error
    process.stderr.write(`${error.message}\n\n${START_USAGE}`)
    return undefined
  }
}

async function open(electron: ElectronApi, flags: HostFlags, services: HostServices): Promise<void> {
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
  })
  await core.start()
  serveSchemes(electron, core)
  lockSession(electron.session.defaultSession)
  const window = openWindow(electron, services)
  const feed = serveBridgeIpc(electron, core, window)
  clearOnLock(electron, window)
  menuBar.onChoice((command) => feed('menu.command', { command }))
  bringForward = () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  app.on('second-instance', bringForward)
  app.once('will-quit', (event) => {
    event.preventDefault()
    const ended = Promise.allSettled([core.stop(), services.stop()])
    void ended.then(() => app.exit(0))
  })
  await window.loadURL(`${APP_ORIGIN}/`)
  services.startHub()
  void services.signInNote().then((note) => note !== null && process.stderr.write(`${note}\n`))
  services.log({ level: 'info', event: 'host.ready', facts: { host: 'electron', window: true } })
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ url: `${APP_ORIGIN}/`, dataDir: services.data.root })}\n`)
  }
}

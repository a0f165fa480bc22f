/**
 * Stands in for Electron under plain Node: holds what the host sets up, and lets a test play the page and the system. Typed
 * against the package, so that a name or an argument that Electron does not have fails the type check.
 */
import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown

/** Everything that the host told this Electron, in the words of Electron. */
export const record = {
  calls: [] as string[],
  schemes: [] as Electron.CustomScheme[],
  protocols: new Map<string, (request: Request) => Response | Promise<Response>>(),
  handlers: new Map<string, Handler>(),
  windows: [] as FakeWindow[],
  menu: [] as Electron.MenuItemConstructorOptions[],
  forks: [] as { readonly module: string; readonly args: readonly string[] }[],
  errors: [] as string[],
  /** Addresses that the system's browser was handed. */
  external: [] as string[],
  paths: {} as Record<string, string>,
  /** File names that were proposed for copies, and where the person puts the next one; null = nowhere. */
  saveDialogs: [] as string[],
  copyTo: null as string | null,
  exitCode: null as number | null,
  /** Messages of the desktop, in the order in which they were shown. */
  notices: [] as FakeNotification[],
  /** A desktop without messages. */
  hasNotices: true,
  /** A print that never comes to its end. */
  printsForEver: false,
  /** What keeps secrets on this desktop, whether it does so now, and whether it has a newer key for them. */
  keyBackend: 'gnome_libsecret' as ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>,
  keepsKeys: true,
  isKeyOld: false,
  hasLock: true,
  /** Numbers at the program's sign, in the order in which they were set. */
  badges: [] as number[],
  /** Pictures in the corner of the program's sign with their words, in the order in which they were set; null = taken away. */
  overlays: [] as { readonly image: FakeImage | null; readonly words: string }[],
  /** What Windows and macOS were told to offer by the program's sign. */
  userTasks: [] as Electron.Task[],
  dockMenu: [] as Electron.MenuItemConstructorOptions[],
}

class FakeContents extends EventEmitter {
  readonly mainFrame = { url: '' }
  getURL = () => this.mainFrame.url
  readonly #window: FakeWindow
  constructor(window: FakeWindow) {
    super()
    this.#window = window
  }
  /** What it would print: the page as the window's own session serves it, and by which options. */
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    if (record.printsForEver) return new Promise(() => {})
    const page = await this.#window.session.answer(this.mainFrame.url)
    return Buffer.from(`%PDF-fake ${JSON.stringify(options)}\n${await page.text()}`)
  }
  readonly sent: { readonly channel: string; readonly frame: unknown }[] = []
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler
  }
  send(channel: string, frame: unknown) {
    // What Electron would clone must be clonable.
    this.sent.push({ channel, frame: structuredClone(frame) })
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents(this)
  readonly options: Electron.BrowserWindowConstructorOptions
  bounds: Electron.Rectangle
  readonly session: FakeSession
  isShown = false
  isGone = false
  isBig = false
  focused = 0
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    record.calls.push('new BrowserWindow')
    this.options = options
    const { x = 0, y = 0, width = 0, height = 0 } = options
    this.bounds = { x, y, width, height }
    const own = FakeSession.all.get(options.webPreferences?.session ?? {})
    this.session = own ?? fakeSession
    record.windows.push(this)
    fakeApp.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string) {
    record.calls.push(`loadURL ${url}`)
    this.webContents.mainFrame.url = url
    this.webContents.emit('did-navigate', {}, url)
    this.emit('ready-to-show')
    return Promise.resolve()
  }
  show() {
    this.isShown = true
  }
  maximize() {
    this.isBig = true
  }
  isMaximized = () => this.isBig
  isMinimized = () => false
  isDestroyed = () => this.isGone
  destroy() {
    this.isGone = true
  }
  restore() {}
  focus() {
    this.focused += 1
  }
  getNormalBounds = () => this.bounds
  setOverlayIcon(image: FakeImage | null, words: string) {
    if (this.isGone) throw new TypeError('Object has been destroyed')
    record.overlays.push({ image, words })
  }
}

/** A picture with its bitmaps, by the scale at which each is shown. */
export class FakeImage {
  readonly bitmaps: { readonly scale: number; readonly side: number; readonly pixels: Buffer }[] = []
  addRepresentation({ scaleFactor = 1, width = 0, height = 0, buffer }: Electron.AddRepresentationOptions) {
    // Electron takes four bytes for each pixel and reads beyond no end.
    if (buffer?.length !== width * height * 4) throw new Error('invalid buffer size')
    this.bitmaps.push({ scale: scaleFactor, side: width, pixels: buffer })
  }
}

export class FakeNotification extends EventEmitter {
  static isSupported = () => record.hasNotices
  readonly options: Electron.NotificationConstructorOptions
  constructor(options: Electron.NotificationConstructorOptions) {
    super()
    this.options = options
  }
  show() {
    record.notices.push(this)
  }
}

class FakeApp extends EventEmitter {
  isPackaged = false
  readonly commandLine = {
    switches: new Set<string>(),
    hasSwitch(name: string): boolean {
      return this.switches.has(name)
    },
  }
  enableSandbox() {
    record.calls.push('enableSandbox')
  }
  requestSingleInstanceLock() {
    record.calls.push('requestSingleInstanceLock')
    return record.hasLock
  }
  setPath(name: string, path: string) {
    record.paths[name] = path
  }
  getPath = (name: string) => `/home/of/${name}`
  getLocale = () => 'it-IT'
  whenReady() {
    record.calls.push('whenReady')
    return Promise.resolve()
  }
  setBadgeCount(count = 0) {
    record.badges.push(count)
    return true
  }
  setUserTasks(tasks: Electron.Task[]) {
    record.userTasks = tasks
    return true
  }
  readonly dock = {
    setMenu: (menu: unknown) => {
      // The fake's menus are the templates that they are made of.
      record.dockMenu = menu as Electron.MenuItemConstructorOptions[]
    },
  }
  quit() {
    record.calls.push('quit')
    const event = { isPrevented: false, preventDefault: () => (event.isPrevented = true) }
    this.emit('will-quit', event)
  }
  exit(code = 0) {
    record.exitCode = code
    this.emit('exited')
  }
}

class FakeSession extends EventEmitter {
  readonly set: Record<string, unknown> = {}
  readonly filters: { readonly urls: readonly string[]; readonly decide: unknown }[] = []
  readonly webRequest = {
    /** The last one counts, as in Electron. */
    onBeforeRequest: (filter: unknown, decide: unknown = filter) => {
      const urls = filter === decide ? ['<all_urls>'] : (filter as { urls: string[] }).urls
      this.filters.splice(0, 1, { urls, decide })
    },
  }
  /** Every session by itself, as a window names the one that it is to have. */
  static readonly all = new Map<unknown, FakeSession>()
  readonly #protocols = new Map<string, (request: Request) => Response | Promise<Response>>()
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
      void this.#protocols.set(scheme, handler),
  } satisfies Pick<Electron.Protocol, 'handle'>
  constructor() {
    super()
    FakeSession.all.set(this, this)
  }
  /** What a page at this address gets: nothing where the session's filter cancels it. */
  async answer(url: string): Promise<Response> {
    for (const { decide } of this.filters) {
      const ask = decide as (details: { url: string }, done: (said: { cancel?: boolean }) => void) => void
      let isCancelled = false
      ask({ url }, ({ cancel = false }) => (isCancelled ||= cancel))
      if (isCancelled) throw new Error('ERR_BLOCKED_BY_CLIENT')
    }
    const answer = await this.#protocols.get(new URL(url).protocol.slice(0, -1))?.(new Request(url))
    if (answer === undefined) throw new Error('ERR_UNKNOWN_URL_SCHEME')
    return answer
  }
  setPermissionRequestHandler = (handler: unknown) => (this.set['request'] = handler)
  setPermissionCheckHandler = (handler: unknown) => (this.set['check'] = handler)
  setDevicePermissionHandler = (handler: unknown) => (this.set['device'] = handler)
  setDisplayMediaRequestHandler = (handler: unknown) => (this.set['display'] = handler)
  setSpellCheckerEnabled = (enabled: boolean) => (this.set['spelling'] = enabled)
}

const fakeApp = new FakeApp()
export const fakeSession = new FakeSession()

class FakeUtility extends EventEmitter {
  readonly stderr = null
  readonly stdout = null
  readonly pid = 1
  kill() {
    queueMicrotask(() => this.emit('exit', 0))
    return true
  }
  postMessage() {}
}

// From here on: the names that Electron exports, each held to the part of its type that the host uses.
type App = Pick<
  Electron.App,
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'setBadgeCount'
  | 'setUserTasks'
  | 'setPath'
  | 'getLocale'
  | 'quit'
  | 'exit'
  | 'isPackaged'
>
export const app = fakeApp satisfies App & {
  whenReady(): Promise<unknown>
  commandLine: Pick<Electron.CommandLine, 'hasSwitch'>
}
export const BrowserWindow = FakeWindow
export const Notification = FakeNotification
export const nativeImage = {
  createFromBitmap(buffer: Buffer, { width, height, scaleFactor = 1 }: Electron.CreateFromBitmapOptions) {
    const image = new FakeImage()
    image.addRepresentation({ buffer, width, height, scaleFactor })
    return image
  },
}
export const ipcMain = {
  handle: (channel: string, handler: Handler) => void record.handlers.set(channel, handler),
} satisfies Pick<Electron.IpcMain, 'handle'>
export const protocol = {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
    record.calls.push('registerSchemesAsPrivileged')
    record.schemes.push(...schemes)
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
    void record.protocols.set(scheme, handler),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>
/** Seals by writing the text in hexadecimal; what another one sealed it does not open. */
export const safeStorage = {
  getSelectedStorageBackend: () => record.keyBackend,
  isAsyncEncryptionAvailable: () => Promise.resolve(record.keepsKeys),
  encryptStringAsync: (text: string) =>
    Promise.resolve(Buffer.from(`v1:${Buffer.from(text).toString('hex')}`)),
  async decryptStringAsync(sealed: Buffer) {
    const text = sealed.toString()
    if (!record.keepsKeys || !text.startsWith('v1:'))
      throw new Error('Error while decrypting the ciphertext provided.')
    return { result: Buffer.from(text.slice(3), 'hex').toString(), shouldReEncrypt: record.isKeyOld }
  },
} satisfies Pick<
  Electron.SafeStorage,
  'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>
export const screen = {
  getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1280, height: 700 } }) as Electron.Display,
} satisfies Pick<Electron.Screen, 'getDisplayMatching'>
const partitions = new Map<string, FakeSession>()
export const session = {
  defaultSession: fakeSession,
  fromPartition(partition: string, _options?: Electron.FromPartitionOptions) {
    const known = partitions.get(partition) ?? new FakeSession()
    partitions.set(partition, known)
    return known
  },
}
class FakePower extends EventEmitter {}
export const powerMonitor = new FakePower()
export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: Electron.MenuItemConstructorOptions[]) => {
    record.menu = template
  },
}
export const dialog = {
  showErrorBox: (_title: string, content: string) => void record.errors.push(content),
  showSaveDialog: (options: Electron.SaveDialogOptions) => {
    record.saveDialogs.push(options.defaultPath ?? '')
    return Promise.resolve({ canceled: record.copyTo === null, filePath: record.copyTo ?? '' })
  },
}
export const shell = {
  openExternal: (address: string) => {
    record.external.push(address)
    return Promise.resolve()
  },
} satisfies Pick<Electron.Shell, 'openExternal'>
dialog satisfies Pick<Electron.Dialog, 'showErrorBox'>
export const utilityProcess = {
  fork(module: string, args: readonly string[] = []) {
    record.forks.push({ module, args })
    return new FakeUtility()
  },
}

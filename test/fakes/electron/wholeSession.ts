/** One session of the Electron host from start to quit; gives back all that a test may ask about it. */
import type { MenuTitle } from '../../../src-preload/contract/host.ts'
import { CONTRACT_VERSION } from '../../../src-preload/contract/version.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, fakeSession, type FakeWindow, record } from './electron.ts'

type Ask = (...args: unknown[]) => unknown

const navigations = [
  'app://proofdesk/',
  'app://proofdesk/index.html#/claims',
  'app://proofdesk.evil.tld/',
  'app://evil/',
  'https://ours.evil.tld/',
  'http://127.0.0.1/',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'file://server/share',
  'about:blank',
  'viewer://documents/',
]

/** Which of the addresses an event lets through. */
function letThrough(window: FakeWindow, event: string, isMainFrame: boolean): string[] {
  return navigations.filter((url) => {
    let stopped = false
    window.webContents.emit(event, { url, isMainFrame, preventDefault: () => (stopped = true) })
    return !stopped
  })
}

function isStopped(target: { emit(name: string, event: object): boolean }, event: string): boolean {
  let stopped = false
  target.emit(event, { preventDefault: () => (stopped = true) })
  return stopped
}

function permissions() {
  const names = [
    'clipboard-sanitized-write',
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'usb',
    'serial',
    'hid',
    'fullscreen',
    'pointerLock',
    'midi',
    'fileSystem',
    'unknown',
  ]
  const origins = ['app://proofdesk/', 'viewer://documents/', 'https://evil.tld/']
  const granted: string[] = []
  for (const name of names) {
    for (const origin of origins) {
      const request = fakeSession.set['request'] as Ask
      for (const isMainFrame of [true, false]) {
        request(
          null,
          name,
          (yes: boolean) => yes && granted.push(`request ${name} ${origin} ${isMainFrame}`),
          {
            requestingUrl: origin,
            isMainFrame,
          },
        )
      }
      if ((fakeSession.set['check'] as Ask)(null, name, origin, {}) === true)
        granted.push(`check ${name} ${origin}`)
    }
  }
  return granted
}

async function askBridge(window: FakeWindow) {
  // A test may play frames that Electron's types would not allow.
  const bridge = record.handlers.get('bridge') as Ask | undefined
  const ask = (senderFrame: unknown, ...args: unknown[]) => bridge?.({ senderFrame }, ...args)
  const own = window.webContents.mainFrame
  const list = { filter: { text: '' }, offset: 0, limit: 10 }
  return {
    own: await ask(own, CONTRACT_VERSION, 'claims.list', list),
    hostInfo: await ask(own, CONTRACT_VERSION, 'host.info', {}),
    otherVersion: await ask(own, CONTRACT_VERSION + 1, 'claims.list', list),
    noText: await ask(own, CONTRACT_VERSION, { toString: () => 'claims.list' }, list),
    frameInWindow: await ask({ url: 'app://proofdesk/' }, CONTRACT_VERSION, 'claims.list', list),
    noFrame: await ask(null, CONTRACT_VERSION, 'claims.list', list),
    movedAway: await withUrl(own, 'https://evil.tld/', () => ask(own, CONTRACT_VERSION, 'claims.list', list)),
  }
}

async function withUrl<T>(frame: { url: string }, url: string, run: () => T): Promise<T> {
  const before = frame.url
  frame.url = url
  try {
    return await run()
  } finally {
    frame.url = before
  }
}

async function page(url: string) {
  const handler = record.protocols.get(new URL(url).protocol.slice(0, -1))
  const answer = await handler?.(new Request(url))
  return {
    status: answer?.status,
    policy: answer?.headers.get('content-security-policy'),
    body: (await answer?.text())?.slice(0, 2000),
  }
}

function clickMenu(id: string): void {
  const items = record.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  const item = items.find((each) => each.id === id)
  ;(item?.click as (() => void) | undefined)?.()
}

const MENU: MenuTitle[] = [
  {
    label: 'Go & see',
    entries: [
      {
        kind: 'command',
        command: 'go.trays',
        label: 'Outbox and conflicts',
        keys: 'g t',
        isEnabled: true,
        isChosen: null,
      },
      {
        kind: 'command',
        command: 'document.find',
        label: 'Find',
        keys: '$mod+f',
        isEnabled: false,
        isChosen: null,
      },
      { kind: 'line' },
      { kind: 'role', role: 'copy', label: 'Copy' },
      {
        kind: 'group',
        label: 'Work as',
        entries: [
          {
            kind: 'command',
            command: 'as:u-auditor',
            label: 'Teodor',
            keys: null,
            isEnabled: true,
            isChosen: true,
          },
        ],
      },
    ],
  },
]

export async function play(run: () => Promise<unknown>): Promise<unknown> {
  const dataDir = process.argv[process.argv.indexOf('--data-dir') + 1] ?? ''
  const place = { x: 5000, y: -300, width: 2000, height: 500, isMaximized: true }
  writeFileSync(join(dataDir, 'window.json'), JSON.stringify(place))
  await run()
  while (!record.calls.some((call) => call.startsWith('loadURL')))
    await new Promise((done) => setImmediate(done))
  const [window] = record.windows
  if (window === undefined) throw new Error('No window was opened.')
  const asked = await askBridge(window)
  const menuBefore = record.menu
  const own = window.webContents.mainFrame
  const bridge = record.handlers.get('bridge') as Ask | undefined
  const askOwn = (method: string, input: unknown) =>
    bridge?.({ senderFrame: own }, CONTRACT_VERSION, method, input)
  await askOwn('host.showMenu', { titles: MENU })
  clickMenu('go.trays')
  await askOwn('settings.set', { locale: 'en' })
  const links = [
    await askOwn('host.openExternal', { place: 'programGuides' }),
    await askOwn('host.openExternal', { place: 'https://evil.tld/' }),
  ]
  const pages = {
    app: await page('app://proofdesk/'),
    viewer: await page('viewer://documents/'),
    strange: await page('app://evil/'),
    climb: await page('app://proofdesk/..%2f..%2fpackage.json'),
  }
  app.emit('second-instance', {}, ['proofdesk'], '/somewhere')
  window.bounds = { x: 10, y: 20, width: 900, height: 600 }
  window.isBig = false
  window.emit('close')
  app.quit()
  await new Promise((done) => app.once('exited', done))
  return {
    calls: record.calls,
    schemes: record.schemes,
    protocols: [...record.protocols.keys()],
    channels: [...record.handlers.keys()],
    options: window.options,
    shown: window.isShown,
    userData: record.paths['userData'],
    asked,
    events: window.webContents.sent,
    menuBefore,
    links,
    external: record.external,
    menuAfter: record.menu,
    navigate: letThrough(window, 'will-navigate', true),
    redirect: letThrough(window, 'will-redirect', true),
    frameNavigate: letThrough(window, 'will-frame-navigate', false),
    mainFrameNavigate: letThrough(window, 'will-frame-navigate', true),
    webview: isStopped(window.webContents, 'will-attach-webview'),
    download: isStopped(fakeSession, 'will-download'),
    opened: window.webContents.openHandler?.({ url: 'app://proofdesk/' }),
    granted: permissions(),
    device: (fakeSession.set['device'] as Ask)({}),
    display: await new Promise((done) => (fakeSession.set['display'] as Ask)({}, done)),
    spelling: fakeSession.set['spelling'],
    blocked: fakeSession.filters.map(({ urls }) => urls),
    blockAnswer: await new Promise((done) => (fakeSession.filters[0]?.decide as Ask | undefined)?.({}, done)),
    pages,
    focused: window.focused,
    exitCode: record.exitCode,
    errors: record.errors,
  }
}

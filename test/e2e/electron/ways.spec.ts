import { expect, type Frame, type Page } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'
import { askBridge, documentFrame, PRELOAD, test } from '../launch/desktop.ts'
import { screensOf } from '../launch/screens.ts'

test('nothing that a page may ask a person for is given, but the writing of plain text to the clipboard', async ({
  desktop,
}) => {
  const { page } = await desktop.open()
  await screensOf(page).settled()
  const answers = await page.evaluate(async () => {
    const got = async (attempt: () => Promise<string | void>): Promise<string> => {
      try {
        return (await attempt()) ?? 'nothing'
      } catch (error) {
        return error instanceof Error ? error.name : 'refused'
      }
    }
    const stateOf = (name: string) =>
      got(async () => (await navigator.permissions.query({ name: name as PermissionName })).state)
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
    return {
      states: Object.fromEntries(
        await Promise.all(names.map(async (name) => [name, await stateOf(name)] as const)),
      ),
      notification: await got(() => Notification.requestPermission()),
      place: await got(
        () =>
          new Promise((done, fail) => navigator.geolocation.getCurrentPosition(() => done('given'), fail)),
      ),
      camera: await got(async () => (await navigator.mediaDevices.getUserMedia({ video: true })).id),
      screen: await got(async () => (await navigator.mediaDevices.getDisplayMedia()).id),
      midi: await got(async () => typeof (await navigator.requestMIDIAccess())),
      reading: await got(() => navigator.clipboard.readText()),
      writing: await got(() => navigator.clipboard.writeText('CPR-2211908')),
    }
  })
  expect(Object.values(answers.states).filter((state) => state === 'granted')).toEqual([])
  expect(answers.notification).not.toBe('granted')
  expect(answers.place).not.toBe('given')
  expect(answers.camera).toMatch(/Error$/)
  expect(answers.screen).toMatch(/Error$/)
  expect(answers.midi).toMatch(/Error$/)
  expect(answers.reading).toMatch(/Error$/)
  expect(answers.writing).toBe('nothing')
})

/** Addresses that no window and no frame of ours goes to. */
const STRANGE = [
  'https://ours.evil.tld/',
  'http://127.0.0.1/',
  'app://proofdesk.evil.tld/',
  'app://evil/',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:void (window.wasRun = true)',
]

interface Tried {
  readonly url: string
  readonly isStopped: boolean
}

/** From now on every attempt to go somewhere is noted, behind the host's own answer to it. */
const noteNavigations = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ webContents }) => {
    const tried: Tried[] = []
    Object.assign(globalThis, { tried })
    for (const contents of webContents.getAllWebContents())
      contents.on('will-frame-navigate', (event) =>
        tried.push({ url: event.url, isStopped: event.defaultPrevented }),
      )
  })
const navigations = (app: ElectronApplication): Promise<readonly Tried[]> =>
  app.evaluate(() => (globalThis as unknown as { tried: Tried[] }).tried)

async function tryToGo(from: Page | Frame, address: string): Promise<void> {
  await from.evaluate((url) => {
    try {
      location.href = url
    } catch {
      // Chromium refuses some by itself.
    }
  }, address)
}

test('a window goes nowhere but to the app and a document’s frame nowhere but to its own page', async ({
  desktop,
}) => {
  const { app, page } = await desktop.open()
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await expect(screens.mark(1)).toBeAttached()
  await noteNavigations(app)
  const frame = documentFrame(page)
  const [at, frameAt] = [page.url(), frame.url()]
  for (const address of [...STRANGE, 'viewer://documents/']) await tryToGo(page, address)
  for (const address of [...STRANGE, 'app://proofdesk/']) await tryToGo(frame, address)
  // What the engine does not refuse by itself the host was asked about.
  const asked = ['https://ours.evil.tld/', 'app://evil/', 'viewer://documents/', 'app://proofdesk/']
  await expect
    .poll(async () => (await navigations(app)).map(({ url }) => url))
    .toEqual(expect.arrayContaining(asked))
  expect((await navigations(app)).filter(({ isStopped }) => !isStopped)).toEqual([])
  expect([page.url(), frame.url()]).toEqual([at, frameAt])
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
  expect(await askBridge(page, 'claims.counts', {})).toMatchObject({ ok: true })
})

test('no page opens a window, by script or by a link', async ({ desktop }) => {
  const { app, page } = await desktop.open()
  await screensOf(page).settled()
  const opened = await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'app://proofdesk/', target: '_blank' })
    document.body.append(link)
    link.click()
    return ['app://proofdesk/', 'https://evil.tld/', 'about:blank', ''].map((url) => window.open(url))
  })
  expect(opened).toEqual([null, null, null, null])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a call from another window is refused, whatever page it shows', async ({ desktop }) => {
  const { app, page } = await desktop.open()
  await screensOf(page).settled()
  const pages = ['app://proofdesk/', 'viewer://documents/', 'data:text/html,x', 'about:blank']
  // The very script that our window has: the door is the same, who stands before it is not.
  const answers = await app.evaluate(
    async ({ BrowserWindow }, { preload, pages }) => {
      const said: unknown[] = []
      for (const url of pages) {
        const preferences = { preload, sandbox: true, contextIsolation: true }
        const window = new BrowserWindow({ show: false, webPreferences: preferences })
        await window.loadURL(url)
        said.push(await window.webContents.executeJavaScript(`bridge.request('claims.counts', {})`))
        window.destroy()
      }
      return said
    },
    { preload: PRELOAD, pages },
  )
  const forbidden = expect.objectContaining({
    ok: false,
    error: expect.objectContaining({ code: 'forbidden' }),
  })
  expect(answers).toEqual(pages.map(() => forbidden))
  expect(await askBridge(page, 'claims.counts', {})).toMatchObject({ ok: true })
})

test('the product’s schemes give out its pages and no file beside them, however it is asked for', async ({
  desktop,
}) => {
  const { app, page } = await desktop.open()
  await screensOf(page).settled()
  const tricks = ['app://proofdesk', 'viewer://documents'].flatMap((origin) =>
    [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
      '/..\\..\\package.json',
      '/index.html%00/../../package.json',
      '/assets/..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
      '//etc/passwd',
      '/C:/Windows/win.ini',
      '/file:///etc/passwd',
      '/package.json',
    ].map((path) => `${origin}${path}`),
  )
  const get = (urls: readonly string[]) =>
    app.evaluate(async ({ net }, addresses) => {
      const answers: { url: string; status: number; text: string }[] = []
      for (const url of addresses) {
        const answer = await net.fetch(url).catch(() => null)
        answers.push({ url, status: answer?.status ?? 0, text: (await answer?.text()) ?? '' })
      }
      return answers
    }, urls)
  expect((await get(['app://proofdesk/', 'viewer://documents/'])).map(({ status }) => status)).toEqual([
    200, 200,
  ])
  const answers = await get([...tricks, 'app://evil/', 'viewer://evil/'])
  expect(answers.filter(({ status }) => status === 200)).toEqual([])
  expect(answers.filter(({ text }) => /devDependencies|root:|\[fonts\]/.test(text))).toEqual([])
})

import { expect, test } from '@playwright/test'
import { LAUNCH, openViewer } from './openViewer.ts'
import { statementOfWork, wantsToAct } from './pdfs.ts'
import { VIEWER_PROTOCOL } from '../../../src-renderer/viewer-frame/messages.ts'
import { type SeenRequest, startViewerSite, type ViewerSite } from './viewerSite.ts'

test.use({ launchOptions: LAUNCH, viewport: { width: 900, height: 800 } })

let site: ViewerSite
test.beforeAll(async () => {
  site = await startViewerSite()
})
test.afterAll(() => site.close())

/** What the app's own origin was asked since; the frame may still be loading fonts from its own. */
function toApp(since: number): readonly SeenRequest[] {
  return site.requests.slice(since).filter(({ host }) => !host.startsWith('viewer.'))
}

test('from inside the frame neither bridge nor page, cookies, routes or network of the app can be reached', async ({
  page,
}) => {
  const { bytes } = await statementOfWork()
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  expect(await page.evaluate(() => window.bridge?.secret)).toBe('only for the app')
  const before = site.requests.length

  const reached = await frame.evaluate(async (app) => {
    const attempt = async (act: () => unknown): Promise<string> => {
      try {
        const value = await act()
        return value === null ? 'null' : `reached a ${typeof value}`
      } catch (error) {
        return error instanceof Error ? error.name : 'Error'
      }
    }
    const loads = (element: HTMLImageElement | HTMLIFrameElement | HTMLScriptElement, url: string) =>
      new Promise((resolve, reject) => {
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => reject(new DOMException('', 'Refused')))
        element.src = url
        document.body.append(element)
      })
    return {
      bridge: await attempt(() => window.parent.bridge?.secret),
      page: await attempt(() => window.parent.document.title),
      topPage: await attempt(() => window.top?.document.title),
      storage: await attempt(() => window.parent.localStorage.length),
      element: await attempt(() => window.frameElement),
      cookie: document.cookie,
      fetchApp: await attempt(() =>
        fetch(`${app}/scenario.json`, { credentials: 'include', mode: 'no-cors' }),
      ),
      fetchDocument: await attempt(() => fetch(`${app}/documents/sow`, { mode: 'no-cors' })),
      fetchWorld: await attempt(() => fetch('https://example.com/', { mode: 'no-cors' })),
      beacon: await attempt(() => (navigator.sendBeacon(`${app}/beacon`, 'x') ? 'queued' : null)),
      socket: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(app.replace('http', 'ws'))
            socket.addEventListener('open', () => resolve('open'))
            socket.addEventListener('error', () => reject(new DOMException('', 'Refused')))
          }),
      ),
      image: await attempt(() => loads(new Image(), `${app}/image.png`)),
      script: await attempt(() => loads(document.createElement('script'), `${app}/script.js`)),
      blobWorker: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
            worker.addEventListener('message', () => resolve('ran'))
            worker.addEventListener('error', () => reject(new DOMException('', 'Refused')))
          }),
      ),
      window: await attempt(() => window.open(app)),
      navigateTop: await attempt(() => {
        if (window.top) window.top.location.href = 'about:blank'
        return 'navigated'
      }),
    }
  }, site.appOrigin)

  expect(reached).toEqual({
    bridge: 'SecurityError',
    page: 'SecurityError',
    topPage: 'SecurityError',
    storage: 'SecurityError',
    element: 'null',
    cookie: '',
    fetchApp: 'TypeError',
    fetchDocument: 'TypeError',
    fetchWorld: 'TypeError',
    // Chromium queues and then refuses; what counts is the server's log below.
    beacon: expect.any(String),
    socket: 'Refused',
    image: 'Refused',
    script: 'Refused',
    blobWorker: 'Refused',
    window: 'null',
    navigateTop: 'SecurityError',
  })
  expect(toApp(before)).toEqual([])
  expect(site.requests.filter(({ host }) => host.startsWith('viewer.')).map(({ cookie }) => cookie)).toEqual(
    site.requests.filter(({ host }) => host.startsWith('viewer.')).map(() => undefined),
  )
  expect(page.url()).toBe(`${site.appOrigin}/`)
})

test('the worker that parses the document cannot reach the app or the world either', async ({ page }) => {
  const { bytes } = await statementOfWork()
  await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  const worker = page.workers().find((candidate) => candidate.url().includes('pdf.worker'))
  if (!worker) throw new Error('pdf.js runs without its worker')
  const before = site.requests.length
  const reached = await worker.evaluate(async (app) => {
    const refused = (url: string): Promise<boolean> =>
      fetch(url, { mode: 'no-cors' }).then(
        () => false,
        () => true,
      )
    return [await refused(`${app}/documents/sow`), await refused('https://example.com/')]
  }, site.appOrigin)
  expect(reached).toEqual([true, true])
  expect(toApp(before)).toEqual([])
})

test('a document that wants to act makes no request, opens nothing and leads nowhere when clicked', async ({
  page,
  context,
}) => {
  const bytes = await wantsToAct(site.appOrigin)
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  const frame = await openViewer(page, site, [{ id: 'acts', name: 'acts.pdf', bytes }])
  const links = frame.locator('.annotationLayer .linkAnnotation')
  await expect(links.first()).toBeAttached()
  expect(await links.count()).toBeGreaterThan(0)
  const frameUrl = frame.url()
  const served = site.requests.length
  const requested = asked.length

  const boxes = await links.evaluateAll((elements) =>
    elements.map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }),
  )
  const offset = await page.locator('iframe').boundingBox()
  for (const { x, y } of boxes) {
    await page.mouse.click(x + (offset?.x ?? 0), y + (offset?.y ?? 0))
    await page.mouse.click(x + (offset?.x ?? 0), y + (offset?.y ?? 0), { button: 'middle' })
  }
  await expect(frame.locator('.annotationLayer a[href]')).toHaveCount(0)
  expect({
    served: toApp(served),
    asked: asked.slice(requested).filter((url) => !url.startsWith(site.viewerOrigin)),
    windows: context.pages().length,
    frameUrl: frame.url(),
    pageUrl: page.url(),
  }).toEqual({ served: [], asked: [], windows: 1, frameUrl, pageUrl: `${site.appOrigin}/` })
  expect(
    asked.filter(
      (url) =>
        !url.startsWith(site.appOrigin) && !url.startsWith(site.viewerOrigin) && !url.startsWith('blob:'),
    ),
  ).toEqual([])
})

test('the frame stays blank and silent in a page that is not the app', async ({ page }) => {
  const refused = page.waitForEvent('requestfailed').catch(() => undefined)
  await page.goto('about:blank')
  await page.setContent(`<iframe src="${site.viewerOrigin}/index.html"></iframe>`)
  await refused
  expect(page.frames().map((frame) => frame.url())).not.toContain(`${site.viewerOrigin}/index.html`)
})

test('words of a stranger are not heard: wrong version, unknown kind, extra fields, another window', async ({
  page,
}) => {
  const { bytes } = await statementOfWork()
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await page.evaluate(
    ([origin, v]) => {
      const view = document.querySelector('iframe')?.contentWindow
      view?.postMessage({ v: v + 1, type: 'goToPage', page: 3 }, origin)
      view?.postMessage({ v, type: 'jumpToPage', page: 3 }, origin)
      view?.postMessage({ v, type: 'goToPage', page: 3, and: 'more' }, origin)
      view?.postMessage({ v, type: 'goToPage', page: '3' }, origin)
      // To the app, with the right words, but out of the app's own window.
      window.postMessage({ v, type: 'pageChanged', documentId: 'sow', page: 3 }, window.location.origin)
    },
    [site.viewerOrigin, VIEWER_PROTOCOL] as const,
  )
  // A message that counts comes after them on the same line: once it shows, the others have been dropped.
  await page.evaluate(() => window.underTest?.zoom(0.5))
  await expect(page.getByText('50%')).toBeVisible()
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await frame.evaluate(
    (v) => window.parent.postMessage({ v, type: 'pageChanged', documentId: 'sow', page: 0 }, '*'),
    VIEWER_PROTOCOL,
  )
  await frame.evaluate(
    (v) => window.parent.postMessage({ v, type: 'pageChanged', documentId: 'sow', page: 2 }, '*'),
    VIEWER_PROTOCOL,
  )
  await expect(page.getByText('Page 2 of 3')).toBeVisible()
})

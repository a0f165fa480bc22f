import { expect, test } from '@playwright/test'
import { LAUNCH, openViewer, viewOf } from './openViewer.ts'
import { accents, statementOfWork } from './pdfs.ts'
import { startViewerSite, type ViewerSite } from './viewerSite.ts'

test.use({ launchOptions: LAUNCH, viewport: { width: 900, height: 800 } })

let site: ViewerSite
test.beforeAll(async () => {
  site = await startViewerSite()
})
test.afterAll(() => site.close())

test('the next paper stands there before a byte of it was asked for again, and gives way to the page itself', async ({
  page,
}) => {
  const next = { id: 'next', name: 'next.pdf', bytes: (await statementOfWork()).bytes }
  const sha256 = 'b'.repeat(64)
  site.files.set('next', next.bytes)
  await openViewer(page, site, [{ id: 'now', name: 'now.pdf', bytes: await accents() }], {
    next: { sha256, url: '/documents/next' },
  })
  await expect(page.getByText('Page 1 of 2')).toBeVisible()
  const askedFor = () => site.requests.filter(({ path }) => path === '/documents/next').length
  await expect.poll(askedFor).toBe(1)
  const sheet = page.locator('[aria-hidden] > canvas')
  let mayGo = () => {}
  const held = new Promise<void>((resolve) => (mayGo = resolve))
  await page.route('**/documents/next', async (route) => {
    await held
    await route.continue()
  })
  await expect.poll(() => page.evaluate(() => window.underTest?.ahead)).toEqual([sha256])
  const opened = viewOf({ ...next, sha256 })
  await page.evaluate((document) => window.underTest?.setDocuments([document]), opened)
  await expect(sheet).toBeVisible()
  const drawn = await sheet.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    return [...data].some((value, at) => at % 4 === 0 && value < 128)
  })
  expect(drawn).toBe(true)
  const ahead = await sheet.boundingBox()
  mayGo()
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await expect(sheet).toHaveCount(0)
  const shown = await page.frameLocator('iframe').locator('.page').first().boundingBox()
  expect(Math.abs((shown?.x ?? 0) - (ahead?.x ?? 99))).toBeLessThan(3)
  expect(Math.abs((shown?.y ?? 0) - (ahead?.y ?? 99))).toBeLessThan(3)
  expect(Math.abs((shown?.width ?? 0) - (ahead?.width ?? 99))).toBeLessThan(3)
})

test('what cannot be drawn ahead disturbs nothing', async ({ page }) => {
  site.files.set('odd', Buffer.from('Dear reviewer'))
  await openViewer(page, site, [{ id: 'now', name: 'now.pdf', bytes: await accents() }], {
    next: { sha256: 'c'.repeat(64), url: '/documents/odd' },
  })
  await expect(page.getByText('Page 1 of 2')).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Page 2 of 2')).toBeVisible()
})

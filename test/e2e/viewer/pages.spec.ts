import { expect, type Frame, test } from '@playwright/test'
import { LAUNCH, openViewer } from './openViewer.ts'
import { accents, statementOfWork } from './pdfs.ts'
import { startViewerSite, type ViewerSite } from './viewerSite.ts'

test.use({ launchOptions: LAUNCH, viewport: { width: 900, height: 800 } })

let site: ViewerSite
test.beforeAll(async () => {
  site = await startViewerSite()
})
test.afterAll(() => site.close())

const sow = async () => ({ id: 'sow', name: 'SOW.pdf', bytes: (await statementOfWork()).bytes })

/** Whether a small page has ink on it. */
const isDrawn = (frame: Frame, page: number): Promise<boolean> =>
  frame.evaluate((at) => {
    const canvas = document.querySelectorAll<HTMLCanvasElement>('#thumbs li')[at - 1]?.querySelector('canvas')
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    return [...data].some((value, i) => i % 4 === 0 && value < 128)
  }, page)

test('small pages show what is on them, go to their page, and say which were seen', async ({ page }) => {
  const frame = await openViewer(page, site, [await sow()])
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await page.getByRole('button', { name: 'Small pages' }).click()
  const small = frame.getByRole('list', { name: 'Small pages' })
  await expect(small.getByRole('button')).toHaveCount(3)
  await expect.poll(() => isDrawn(frame, 1)).toBe(true)
  await expect(small.getByRole('button', { name: 'Page 1 of 3' })).toHaveAttribute('aria-current', 'page')
  await small.getByRole('button', { name: 'Page 3 of 3' }).click()
  await expect(page.getByText('Page 3 of 3')).toBeVisible()
  await small.getByRole('button', { name: 'Page 3 of 3' }).press('ArrowUp')
  await expect(small.getByRole('button', { name: 'Page 2 of 3' })).toBeFocused()
  await expect(page.getByText('Page 2 of 3')).toBeVisible()
  await page.getByRole('button', { name: 'Fit page' }).click()
  await expect(small.getByRole('button', { name: 'Page 2 of 3, seen' })).toBeVisible()
  await page.getByRole('button', { name: 'Small pages' }).click()
  await expect(small).toBeHidden()
})

test('small pages far down are not drawn before they are in sight', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 300 })
  const frame = await openViewer(page, site, [await sow()])
  await page.getByRole('button', { name: 'Small pages' }).click()
  await expect.poll(() => isDrawn(frame, 1)).toBe(true)
  // The second one begins above the edge of the window.
  await expect(frame.locator('#thumbs canvas')).toHaveCount(2)
  await frame.locator('#thumbs li').nth(2).scrollIntoViewIfNeeded()
  await expect(frame.locator('#thumbs li').nth(2).locator('canvas')).toHaveCount(1)
})

test('the whole document is printed as it is turned, after the app was told', async ({ page }) => {
  const frame = await openViewer(page, site, [await sow()])
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await frame.evaluate(() => {
    window.print = () => {
      const sheets = [...document.querySelectorAll<HTMLImageElement>('#print img')]
      document.body.dataset['printed'] = sheets
        .map(({ naturalWidth, naturalHeight }) => (naturalWidth > naturalHeight ? 'lying' : 'upright'))
        .join(' ')
    }
  })
  await page.getByRole('button', { name: 'Print' }).click()
  await expect(frame.locator('body')).toHaveAttribute('data-printed', 'upright upright upright')
  expect(await page.evaluate(() => window.underTest?.taken)).toEqual([['sow', 'print']])
  await page.getByRole('button', { name: 'Turn right' }).click()
  await frame.locator('#scroller').press('Control+p')
  await expect(frame.locator('body')).toHaveAttribute('data-printed', 'lying lying lying')
  await expect(frame.locator('#print img')).toHaveCount(0)
})

test('on paper nothing but the pages is seen', async ({ page }) => {
  const frame = await openViewer(page, site, [await sow()])
  await page.emulateMedia({ media: 'print' })
  await expect(frame.locator('#scroller')).toBeHidden()
  await expect(frame.locator('#thumbs')).toBeHidden()
})

test('a copy is the app’s to save; what came of it is said and can be put away', async ({ page }) => {
  await openViewer(page, site, [{ id: 'accents', name: 'accents.pdf', bytes: await accents() }])
  await expect(page.getByText('Page 1 of 2')).toBeVisible()
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await expect(page.getByText('Saved as /home/x.pdf')).toBeVisible()
  expect(await page.evaluate(() => window.underTest?.taken)).toEqual([['accents', 'copy']])
  await page.getByRole('button', { name: 'Close this note' }).click()
  await expect(page.getByText('Saved as /home/x.pdf')).toBeHidden()
})

import { expect, test } from '@playwright/test'
import { evidence, LAUNCH, openViewer, viewOf } from './openViewer.ts'
import { accents, corrupt, encrypted, statementOfWork } from './pdfs.ts'
import { pngOf } from './pictures.ts'
import { startViewerSite, type ViewerSite } from './viewerSite.ts'

test.use({ launchOptions: LAUNCH, viewport: { width: 900, height: 800 } })

let site: ViewerSite
test.beforeAll(async () => {
  site = await startViewerSite()
})
test.afterAll(() => site.close())

test('search counts accents as the reviewer asks: 7 without, 5 with, 6 whole words', async ({ page }) => {
  const frame = await openViewer(page, site, [{ id: 'accents', name: 'accents.pdf', bytes: await accents() }])
  await expect(page.getByText('Page 1 of 2')).toBeVisible()
  await frame.locator('#scroller').press('Control+f')
  const field = page.getByRole('textbox', { name: 'Find in document' })
  await expect(field).toBeFocused()
  await field.fill('perche')
  const count = page.getByRole('search').getByRole('status')
  await expect(count).toHaveText('1 of 7')
  await field.press('Enter')
  await expect(count).toHaveText('2 of 7')
  await field.press('Shift+Enter')
  await field.press('Shift+Enter')
  await expect(count).toHaveText('7 of 7')
  await expect(page.getByText('Page 2 of 2')).toBeVisible()
  await page.getByRole('button', { name: 'Whole words only' }).click()
  await expect(count).toHaveText(/of 6$/)
  await page.getByRole('button', { name: 'Whole words only' }).click()
  await field.fill('perché')
  await page.getByRole('button', { name: 'Accents matter' }).click()
  await expect(count).toHaveText(/of 5$/)
  await field.fill('nowhere')
  await expect(count).toHaveText('Not found')
  await field.press('Escape')
  await expect(field).toBeHidden()
  await expect(frame.locator('.highlight')).toHaveCount(0)
})

const png = pngOf(200, 100)
/** Says 100,000 × 100,000 in its header and holds nothing. */
const bomb = Buffer.concat([png.subarray(0, 16), Buffer.from('000186a0000186a0', 'hex'), png.subarray(24)])
const failures = [
  ['a file under a password', 'locked.pdf', encrypted, 'locked with a password'],
  ['a damaged file', 'damaged.pdf', corrupt, 'damaged and cannot be read'],
  ['an empty file', 'empty.pdf', () => new Uint8Array(0), 'empty: it holds 0 bytes'],
  [
    'a text of which nothing was read',
    'letter.pdf',
    () => Buffer.from('Dear reviewer'),
    'no kind of file that can be shown',
  ],
  ['a picture that would fill the memory', 'bomb.png', () => bomb, 'more than 50 million pixels'],
  ['a picture that is cut off', 'half.png', () => png.subarray(0, 30), 'damaged and cannot be read'],
] as const
for (const [what, name, bytes, reason] of failures) {
  test(`${what} is named with its reason and leaves the rest at work`, async ({ page }) => {
    const good = await statementOfWork()
    await openViewer(page, site, [
      { id: 'bad', name, bytes: await bytes() },
      { id: 'good', name: 'good.pdf', bytes: good.bytes },
    ])
    await expect(page.getByText(`${name} could not be shown`)).toBeVisible()
    await expect(page.getByText(reason)).toBeVisible()
    await page.getByRole('tab', { name: 'good.pdf' }).click()
    await expect(page.getByText('Page 1 of 3')).toBeVisible()
  })
}

test('a document that has not arrived is said to be missing and opens when it does', async ({ page }) => {
  const { bytes } = await statementOfWork()
  await openViewer(page, site, [{ id: 'late', name: 'late.pdf' }])
  await expect(page.getByText('late.pdf is not on this machine yet')).toBeVisible()
  site.files.set('late', bytes)
  await page.evaluate(
    (documents) => window.underTest?.setDocuments(documents),
    [viewOf({ id: 'late', name: 'late.pdf', bytes })],
  )
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
})

test('bytes that cannot be fetched can be tried again', async ({ page }) => {
  const { bytes } = await statementOfWork()
  await page.route('**/documents/flaky', (route) => route.abort())
  await openViewer(page, site, [{ id: 'flaky', name: 'flaky.pdf', bytes }])
  await expect(page.getByText('could not be read from this machine')).toBeVisible()
  await page.unroute('**/documents/flaky')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
})

test('a picture is a page with marks, zoom and turning like any other', async ({ page }) => {
  // In points of a page that is 842 long, as the facts of a picture count.
  const marks = [evidence('half', 1, 1, [[0, 0, 421, 0, 421, 421, 0, 421]])]
  const frame = await openViewer(page, site, [
    { id: 'scan', name: 'scan.png', mediaType: 'image/png', bytes: png, marks },
  ])
  await expect(page.getByText('Page 1 of 1')).toBeVisible()
  const shares = (): Promise<number[]> =>
    frame.evaluate(() => {
      const paper = document.querySelector('#picture')?.getBoundingClientRect()
      const mark = document.querySelector('button.mark')?.getBoundingClientRect()
      if (!paper || !mark) return []
      const sides = [
        (mark.left - paper.left) / paper.width,
        (mark.top - paper.top) / paper.height,
        mark.width / paper.width,
        mark.height / paper.height,
      ]
      return sides.map((side) => Math.round(side * 100) / 100)
    })
  await expect.poll(shares).toEqual([0, 0, 0.5, 1])
  await page.getByRole('button', { name: 'Turn right' }).click()
  await expect.poll(shares).toEqual([0, 0, 1, 0.5])
})

test('the share of a page that stood in the window grows with scrolling and reaches the whole', async ({
  page,
}) => {
  const { bytes } = await statementOfWork()
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  const shareOf = (number: number): Promise<number | undefined> =>
    page.evaluate((n) => window.underTest?.seen.filter((sight) => sight.page === n).at(-1)?.share, number)
  await expect.poll(() => shareOf(1)).toBeGreaterThan(0.4)
  expect(await shareOf(1)).toBeLessThan(0.8)
  expect(await shareOf(3)).toBeUndefined()
  const first = (await shareOf(1)) ?? 1
  for (let i = 0; i < 5; i++) await frame.locator('#scroller').press('ArrowDown')
  await expect.poll(() => shareOf(1)).toBeGreaterThan(first)
  await frame.locator('#scroller').press('PageDown')
  await expect.poll(() => shareOf(1)).toBe(1)
})

test('keys of the app reach it from the frame, keys that scroll do not', async ({ page }) => {
  const { bytes } = await statementOfWork()
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  const pages = frame.locator('#scroller')
  for (const key of ['PageDown', 'e', 'Shift+E', 'Control+k', 'Escape', 'ArrowDown', 'F6'])
    await pages.press(key)
  await expect
    .poll(() =>
      page.evaluate(() => window.underTest?.keys.map(({ key, modifiers }) => [key, modifiers.ctrl])),
    )
    .toEqual([
      ['e', false],
      ['E', false],
      ['k', true],
      ['Escape', false],
      ['F6', false],
    ])
})

test('the tools go from page to page, zoom and fit, and say where they are', async ({ page }) => {
  const { bytes } = await statementOfWork()
  await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  const fit = page.getByRole('button', { name: 'Fit width' })
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await expect(fit).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Page 2 of 3')).toBeVisible()
  await page.evaluate(() => window.underTest?.zoom(1))
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect(page.getByText('110%')).toBeVisible()
  await expect(fit).toHaveAttribute('aria-pressed', 'false')
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true')
})

test('zooming in the same moment as turning the page stays on the new page', async ({ page }) => {
  const { bytes } = await statementOfWork()
  await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).evaluate((next: HTMLElement) => {
    next.click()
    window.underTest?.zoom(1.5)
  })
  await expect(page.getByText('150%')).toBeVisible()
  await expect(page.getByText('Page 2 of 3')).toBeVisible()
})

test('a frame that starts anew is told everything again', async ({ page }) => {
  const { bytes, lines } = await statementOfWork()
  const quad = lines[2]?.quad ?? []
  const documents = [{ id: 'sow', name: 'SOW.pdf', bytes, marks: [evidence('m', 1, 1, [quad])] }]
  await openViewer(page, site, documents, { language: 'it' })
  await page.evaluate(() => window.underTest?.activate({ documentId: 'sow', markId: 'm' }))
  await expect(page.getByText('Pagina 1 di 3')).toBeVisible()
  const inFrame = page.frameLocator('iframe')
  await inFrame.locator('html').evaluate(() => {
    document.body.textContent = ''
    window.location.reload()
  })
  const mark = inFrame.getByRole('button', { name: 'Prova 1: Label m' })
  await expect(mark).toHaveAttribute('aria-current', 'true')
  await expect(inFrame.getByRole('region', { name: 'Pagina 1 di 3' })).toBeVisible()
})

test('changing documents faster than they open ends on the last one, with its own marks', async ({
  page,
}) => {
  const [sow, other] = [await statementOfWork(), await accents()]
  const quad = sow.lines[2]?.quad ?? []
  const frame = await openViewer(page, site, [
    { id: 'sow', name: 'SOW.pdf', bytes: sow.bytes, marks: [evidence('sow', 1, 1, [quad])] },
    { id: 'other', name: 'other.pdf', bytes: other, marks: [evidence('other', 2, 1, [quad])] },
  ])
  for (const name of ['other.pdf', 'SOW.pdf', 'other.pdf', 'SOW.pdf', 'other.pdf']) {
    await page.getByRole('tab', { name }).click()
  }
  await expect(page.getByText('Page 1 of 2')).toBeVisible()
  await expect(frame.locator('button.mark')).toHaveCount(1)
  await expect(frame.getByRole('button', { name: 'Evidence 2: Label other' })).toBeAttached()
  await expect(frame.locator('.page')).toHaveCount(2)
})

test('a document is shown again at the page where it was left', async ({ page }) => {
  const [sow, other] = [await statementOfWork(), await accents()]
  await openViewer(page, site, [
    { id: 'sow', name: 'SOW.pdf', bytes: sow.bytes },
    { id: 'other', name: 'other.pdf', bytes: other },
  ])
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Page 2 of 3')).toBeVisible()
  await page.getByRole('tab', { name: 'other.pdf' }).click()
  await expect(page.getByText('Page 1 of 2')).toBeVisible()
  await page.getByRole('tab', { name: 'SOW.pdf' }).click()
  await expect(page.getByText('Page 2 of 3')).toBeVisible()
})

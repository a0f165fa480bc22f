import { expect, type Frame, type Page, test } from '@playwright/test'
import { evidence, LAUNCH, openViewer } from './openViewer.ts'
import { statementOfWork, turnedAndCropped } from './pdfs.ts'
import { startViewerSite, type ViewerSite } from './viewerSite.ts'

test.use({ launchOptions: LAUNCH, viewport: { width: 1000, height: 900 } })

let site: ViewerSite
test.beforeAll(async () => {
  site = await startViewerSite()
})
test.afterAll(() => site.close())

interface Sides {
  left: number
  top: number
  right: number
  bottom: number
}

/** The upright box around the red pixels of the sharpest drawing of a page, in CSS pixels of the window. */
function redField(frame: Frame, page: number, near: Sides): Promise<Sides | null> {
  return frame.evaluate(
    ({ pageNumber, near: around }) => {
      const drawings = document.querySelectorAll<HTMLCanvasElement>(
        `.page[data-page-number="${pageNumber}"] canvas`,
      )
      // At high zoom pdf.js lays a sharp cut-out over a coarse drawing of the whole page.
      const canvas = [...drawings].at(-1)
      if (!canvas?.width) return null
      const copy = new OffscreenCanvas(canvas.width, canvas.height)
      const context = copy.getContext('2d')
      if (!context) return null
      context.drawImage(canvas, 0, 0)
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
      const rect = canvas.getBoundingClientRect()
      const toX = (x: number): number => rect.left + (x / width) * rect.width
      const toY = (y: number): number => rect.top + (y / height) * rect.height
      const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const at = (y * width + x) * 4
          const isRed = (data[at] ?? 0) > 200 && (data[at + 1] ?? 255) < 128
          // The two fields of a page are farther apart than this, so only one of them is looked at.
          const isNear =
            toX(x) > around.left - 30 &&
            toX(x) < around.right + 30 &&
            toY(y) > around.top - 30 &&
            toY(y) < around.bottom + 30
          if (!isRed || !isNear) continue
          box.left = Math.min(box.left, toX(x))
          box.top = Math.min(box.top, toY(y))
          box.right = Math.max(box.right, toX(x + 1))
          box.bottom = Math.max(box.bottom, toY(y + 1))
        }
      }
      return box
    },
    { pageNumber: page, near },
  )
}

/** The farthest that any side of a mark stands from the field it belongs to, in CSS pixels. */
async function offBy(frame: Frame, page: number, id: string): Promise<number> {
  const mark = await frame.locator(`li[data-id="${id}"] button.mark`).evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return { left, top, right, bottom }
  })
  const field = await redField(frame, page, mark)
  if (!field) return Number.POSITIVE_INFINITY
  return Math.max(
    Math.abs(field.left - mark.left),
    Math.abs(field.top - mark.top),
    Math.abs(field.right - mark.right),
    Math.abs(field.bottom - mark.bottom),
  )
}

/** All marks of all four pages, turned in the file by 0 to 270 degrees, at one turn and zoom of the view. */
async function expectMarksOnWords(page: Page, turns: number, scale: number): Promise<void> {
  const { bytes, quads } = await turnedAndCropped()
  const marks = [1, 2, 3, 4].flatMap((number) =>
    quads.map((quad, i) => evidence(`p${number}q${i}`, number * 2 + i, number, [quad])),
  )
  const frame = await openViewer(page, site, [{ id: 'turned', name: 'turned.pdf', bytes, marks }])
  await expect(page.getByText('Page 1 of 4')).toBeVisible()
  await page.evaluate((times) => {
    for (let i = 0; i < times; i++) window.underTest?.rotate()
  }, turns)
  await page.evaluate((to) => window.underTest?.zoom(to), scale)
  for (const { id, page: number } of marks) {
    await page.evaluate((markId) => window.underTest?.activate({ documentId: 'turned', markId }), id)
    await expect.poll(() => offBy(frame, number, id), id).toBeLessThanOrEqual(1)
  }
}

for (const turns of [0, 1, 2, 3]) {
  for (const scale of [0.6, 1, 1.75]) {
    test(`marks stand on their words within a pixel, view turned ${turns * 90} degrees at ${scale * 100} %`, ({
      page,
    }) => expectMarksOnWords(page, turns, scale))
  }
}

test('marks stand on their words within a pixel where only a part of the page is drawn sharply', ({ page }) =>
  expectMarksOnWords(page, 0, 5))

test.describe('on a screen of 125 %', () => {
  test.use({ deviceScaleFactor: 1.25 })
  for (const scale of [1, 1.75]) {
    test(`marks stand on their words within a pixel at ${scale * 100} %`, ({ page }) =>
      expectMarksOnWords(page, 1, scale))
  }
})

test('walking to a mark brings it into the window and makes it the current one', async ({ page }) => {
  const { bytes, lines } = await statementOfWork()
  const signer = lines.find((line) => line.text.startsWith('Elena'))
  if (!signer) throw new Error('No signer')
  const marks = [
    evidence('signer', 4, signer.page, [signer.quad], { label: 'Signer, the customer’s director' }),
  ]
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes, marks }])
  const mark = frame.getByRole('button', { name: 'Evidence 4: Signer, the customer’s director' })
  await expect(mark).toBeAttached()
  await expect(mark).not.toBeInViewport()
  await page.evaluate(() => window.underTest?.activate({ documentId: 'sow', markId: 'signer' }))
  await expect(mark).toBeInViewport()
  await expect(mark).toHaveAttribute('aria-current', 'true')
  await expect(page.getByText('Page 2 of 3')).toBeVisible()
})

test('a number never covers ink: it stands in the blank margin, or beside the paper where there is none', async ({
  page,
}) => {
  const { bytes, lines } = await statementOfWork()
  const marks = lines.slice(0, 15).map((line, i) => evidence(`m${i}`, i + 1, line.page, [line.quad]))
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes, marks }])
  for (const last of ['m0', 'm14']) {
    await page.evaluate((id) => window.underTest?.activate({ documentId: 'sow', markId: id }), last)
    await expect(frame.locator(`li[data-id="${last}"] .badge`)).toBeVisible()
  }
  const places = await frame.evaluate(() =>
    [...document.querySelectorAll('#marks .badge')].map((badge) => {
      const pageNumber = badge.closest('ol')?.dataset['page']
      const canvas = document.querySelector<HTMLCanvasElement>(
        `.page[data-page-number="${pageNumber}"] canvas`,
      )
      if (!canvas) return { beside: false, ink: -1 }
      const own = badge.getBoundingClientRect()
      const paper = canvas.getBoundingClientRect()
      const copy = new OffscreenCanvas(Math.ceil(own.width), Math.ceil(own.height))
      const context = copy.getContext('2d')
      if (own.right <= paper.left + 0.01 || !context) return { beside: true, ink: 0 }
      const byX = canvas.width / paper.width
      const byY = canvas.height / paper.height
      const from = [(own.left - paper.left) * byX, (own.top - paper.top) * byY] as const
      context.drawImage(canvas, ...from, own.width * byX, own.height * byY, 0, 0, copy.width, copy.height)
      const { data } = context.getImageData(0, 0, copy.width, copy.height)
      return { beside: false, ink: data.filter((value, i) => i % 4 === 0 && value < 200).length }
    }),
  )
  expect(places.map(({ ink }) => ink)).toEqual(Array(15).fill(0))
  expect(places.map(({ beside }) => beside)).toEqual([...Array(12).fill(false), ...Array(3).fill(true)])
})

test('a click on a word or its number tells the app which mark was chosen', async ({ page }) => {
  const { bytes, lines } = await statementOfWork()
  const [, customer, partner] = lines
  if (!customer || !partner) throw new Error('No lines')
  const marks = [evidence('customer', 1, 1, [customer.quad]), evidence('partner', 2, 1, [partner.quad])]
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes, marks }])
  await frame.locator('li[data-id="customer"] .badge').click()
  const word = await frame.locator('li[data-id="partner"] button.mark').boundingBox()
  if (!word) throw new Error('The mark has no place')
  await page.mouse.click(word.x + word.width / 2, word.y + word.height / 2)
  await expect
    .poll(() => page.evaluate(() => window.underTest?.activated))
    .toEqual([
      { documentId: 'sow', markId: 'customer' },
      { documentId: 'sow', markId: 'partner' },
    ])
})

test('a mark says its label on focus and is chosen with Enter, without the key reaching the app', async ({
  page,
}) => {
  const { bytes, lines } = await statementOfWork()
  const line = lines[3]
  if (!line) throw new Error('No line')
  const label = 'Suite only: SharePoint Online is implied, not named'
  const marks = [evidence('near', 9, 1, [line.quad], { tone: 'nearest', label })]
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes, marks }])
  const mark = frame.getByRole('button', { name: `Nearest candidate 9, not evidence: ${label}` })
  await mark.focus()
  await expect(frame.locator('.tip')).toHaveText(label)
  await expect(frame.locator('.tip')).toBeVisible()
  const before = await frame.locator('.tip').boundingBox()
  await page.evaluate(() => window.underTest?.zoom(1.5))
  await expect.poll(async () => (await frame.locator('.tip').boundingBox())?.y).not.toBe(before?.y)
  await expect(frame.locator('.tip')).toBeVisible()
  await mark.press('Enter')
  await mark.press('j')
  await expect.poll(() => page.evaluate(() => window.underTest?.activated.length)).toBe(1)
  await expect.poll(() => page.evaluate(() => window.underTest?.keys.map(({ key }) => key))).toEqual(['j'])
})

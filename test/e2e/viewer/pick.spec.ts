import { expect, type Page, test } from '@playwright/test'
import { evidence, LAUNCH, openViewer } from './openViewer.ts'
import { statementOfWork } from './pdfs.ts'
import { startViewerSite, type ViewerSite } from './viewerSite.ts'

test.use({ launchOptions: LAUNCH, viewport: { width: 900, height: 800 } })

let site: ViewerSite
test.beforeAll(async () => {
  site = await startViewerSite()
})
test.afterAll(() => site.close())

const picked = (page: Page) => page.evaluate(() => window.underTest?.picked)
const start = async (page: Page) => {
  await page.getByRole('button', { name: 'Mark your own evidence' }).click()
  await expect(page.getByText('Drag a rectangle.')).toBeVisible()
}

for (const turns of [0, 1, 2, 3]) {
  test(`a rectangle drawn around a line is a quad around that line, turned ${turns * 90}°`, async ({
    page,
  }) => {
    const { bytes, lines } = await statementOfWork()
    const { quad = [], text = '' } = lines[2] ?? {}
    const marks = [evidence('line', 1, 1, [quad])]
    const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes, marks }])
    await expect(page.getByText('Page 1 of 3')).toBeVisible()
    for (let turn = 0; turn < turns; turn++) await page.evaluate(() => window.underTest?.rotate())
    await page.evaluate(() => window.underTest?.activate({ documentId: 'sow', markId: 'line' }))
    await start(page)
    const mark = await frame.locator('button.mark').boundingBox()
    if (!mark) throw new Error('The mark is not on the screen')
    await page.mouse.move(mark.x - 3, mark.y - 3)
    await page.mouse.down()
    await page.mouse.move(mark.x + mark.width / 2, mark.y + mark.height, { steps: 3 })
    await page.mouse.move(mark.x + mark.width + 3, mark.y + mark.height + 3)
    await page.mouse.up()
    await expect.poll(() => picked(page)).toHaveLength(1)
    const [place] = (await picked(page)) ?? []
    expect([place?.document, place?.page]).toEqual(['sow', 1])
    expect(place?.text).toContain(text.split(' ')[0])
    place?.quads[0]?.forEach((value, at) => expect(Math.abs(value - (quad[at] ?? 0))).toBeLessThan(6))
    await expect(page.getByText('Drag a rectangle.')).toBeHidden()
  })
}

test('a rectangle is moved and sized by keys alone', async ({ page }) => {
  const { bytes } = await statementOfWork()
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await start(page)
  const field = frame.locator('#pick')
  const before = await field.boundingBox()
  const pages = frame.locator('#scroller')
  for (const key of ['ArrowRight', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']) await pages.press(key)
  const after = await field.boundingBox()
  expect((after?.x ?? 0) - (before?.x ?? 0)).toBeCloseTo(8, 0)
  expect((after?.y ?? 0) - (before?.y ?? 0)).toBeCloseTo(8, 0)
  expect((after?.height ?? 0) - (before?.height ?? 0)).toBeCloseTo(16, 0)
  await pages.press('Enter')
  await expect.poll(() => picked(page)).toMatchObject([{ document: 'sow', page: 1 }])
  await expect(field).toBeHidden()
})

test('words are selected by keys alone', async ({ page }) => {
  const { bytes } = await statementOfWork()
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  await expect(frame.locator('.textLayer span').first()).toBeAttached()
  await start(page)
  const pages = frame.locator('#scroller')
  await pages.press('t')
  const selected = () => frame.evaluate(() => document.getSelection()?.toString().trim().split(/\s+/) ?? [])
  await expect.poll(selected).toHaveLength(1)
  const [first] = await selected()
  await pages.press('ArrowRight')
  expect(await selected()).not.toEqual([first])
  await pages.press('Shift+ArrowRight')
  await expect.poll(async () => (await selected()).length).toBe(2)
  const words = (await selected()).join(' ')
  await pages.press('Enter')
  await expect.poll(() => picked(page)).toMatchObject([{ document: 'sow', page: 1, text: words }])
})

test('text that was selected before is what is meant', async ({ page }) => {
  const { bytes } = await statementOfWork()
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  await expect(frame.locator('.textLayer span').first()).toBeAttached()
  const text = await frame.evaluate(() => {
    const spans = [...document.querySelectorAll('.textLayer span')].filter(
      (span) => span.textContent.length > 5,
    )
    const [first] = spans
    if (first) document.getSelection()?.selectAllChildren(first)
    return first?.textContent.trim()
  })
  await page.getByRole('button', { name: 'Mark your own evidence' }).click()
  await expect.poll(() => picked(page)).toMatchObject([{ document: 'sow', page: 1, text }])
})

test('Escape ends it, and the app’s keys work again', async ({ page }) => {
  const { bytes } = await statementOfWork()
  const frame = await openViewer(page, site, [{ id: 'sow', name: 'SOW.pdf', bytes }])
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await start(page)
  await frame.locator('#scroller').press('Escape')
  await expect.poll(() => picked(page)).toEqual([null])
  await frame.locator('#scroller').press('e')
  // It comes from the frame by message.
  await expect.poll(() => page.evaluate(() => window.underTest?.keys.map(({ key }) => key))).toEqual(['e'])
})

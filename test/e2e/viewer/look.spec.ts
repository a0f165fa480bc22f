import { expect, type Frame, type Page, test } from '@playwright/test'
import type { ViewerMark } from '../../../src-renderer/viewer-frame/messages.ts'
import { violationsIn, without } from '../axe.ts'
import { evidence, LAUNCH, openViewer } from './openViewer.ts'
import { corrupt, type PlacedText, statementOfWork } from './pdfs.ts'
import { startViewerSite, type ViewerSite } from './viewerSite.ts'

test.use({ launchOptions: LAUNCH, viewport: { width: 735, height: 735 } })

let site: ViewerSite
test.beforeAll(async () => {
  site = await startViewerSite()
})
test.afterAll(() => site.close())

function demoMarks(lines: readonly PlacedText[]): readonly ViewerMark[] {
  const place = (start: string): PlacedText => {
    const line = lines.find(({ text }) => text.startsWith(start))
    if (!line) throw new Error(`No line ${start}`)
    return line
  }
  const mark = (number: number, start: string, label: string, rest: Partial<ViewerMark> = {}): ViewerMark => {
    const { page, quad } = place(start)
    return evidence(`e${number}`, number, page, [quad], { label, ...rest })
  }
  const right = place('Cliente').quad.map((value, i) => (i % 2 === 0 ? value + 240 : value))
  return [
    mark(1, 'Partner', 'Partner named, matches the claim'),
    mark(2, 'Cliente', 'Customer named, matches the claim'),
    evidence('e3', 3, 1, [right], { label: 'Seat of the customer, read apart from its name' }),
    mark(7, 'Microsoft Teams', 'Item named and ticked'),
    mark(8, 'La gestione', 'Nearest candidate for Intune: a negated mention', { tone: 'nearest' }),
    mark(9, 'Licenze', 'Suite only: SharePoint Online is implied, not named', { tone: 'nearest' }),
    mark(10, 'Configurazione', 'Partner’s work: configuration, migration'),
    evidence('flag', 0, 1, [place('3 Prodotti').quad], { number: null, tone: 'flag', label: 'Hidden text' }),
    mark(4, 'Elena', 'Signer’s name, equals the customer contact'),
    mark(5, 'Data', 'Two readings: 11 Dec or 12 Nov 2025'),
  ]
}

async function openDemo(page: Page, theme: 'light' | 'dark', language: 'en' | 'it' = 'en'): Promise<Frame> {
  const { bytes, lines } = await statementOfWork()
  const frame = await openViewer(
    page,
    site,
    [
      { id: 'sow', name: 'SOW NA-2025-118.pdf', bytes, marks: demoMarks(lines) },
      {
        id: 'mail',
        name: 'E-mail 14 ott.msg',
        mediaType: 'application/vnd.ms-outlook',
        bytes: Buffer.from('x'),
      },
      { id: 'bad', name: 'Allegato A, rapporto di adozione e formazione.pdf', bytes: corrupt() },
      { id: 'late', name: 'Allegato B.pdf' },
    ],
    { theme, language },
  )
  await page.evaluate(() => window.underTest?.activate({ documentId: 'sow', markId: 'e7' }))
  await expect(frame.locator('li[data-id="e7"] .badge')).toBeVisible()
  return frame
}

for (const theme of ['light', 'dark'] as const) {
  test(`viewer and pages pass axe in ${theme}`, async ({ page }, info) => {
    const frame = await openDemo(page, theme)
    await page.screenshot({ path: info.outputPath(`${theme}.png`) })
    await frame.locator('li[data-id="e10"] button.mark').focus()
    await page.screenshot({ path: info.outputPath(`${theme}-focus.png`) })
    await frame.locator('#scroller').press('Control+f')
    await page.getByRole('textbox', { name: 'Find in document' }).fill('di')
    await expect(page.getByRole('search').getByRole('status')).toContainText('1 of')
    await page.screenshot({ path: info.outputPath(`${theme}-find.png`) })
    for (const one of page.frames())
      expect(await violationsIn(one, without('landmark-one-main', 'page-has-heading-one', 'region'))).toEqual(
        [],
      )
    await page.getByRole('tab', { name: /Allegato A/ }).click()
    await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
    await expect(page.getByText('damaged and cannot be read')).toBeVisible()
    await page.screenshot({ path: info.outputPath(`${theme}-failed.png`) })
  })
}

test('in forced colours the paper keeps its own and every mark has an outline', async ({ page }, info) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const frame = await openDemo(page, 'dark')
  await page.screenshot({ path: info.outputPath('forced.png') })
  const outlines = await frame.locator('button.mark').evaluateAll((marks) =>
    marks.map((mark) => {
      const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(mark)
      return `${outlineStyle} ${outlineWidth} ${backgroundColor}`
    }),
  )
  expect(new Set(outlines)).toEqual(
    new Set(['solid 2px rgba(0, 0, 0, 0)', 'dashed 2px rgba(0, 0, 0, 0)', 'solid 4px rgba(0, 0, 0, 0)']),
  )
})

test('the viewer speaks Italian, also inside the frame', async ({ page }, info) => {
  const frame = await openDemo(page, 'light', 'it')
  await expect(page.getByText('Pagina 1 di 3')).toBeVisible()
  await expect(frame.getByRole('region', { name: 'Pagina 1 di 3' })).toBeVisible()
  await expect(frame.getByRole('button', { name: 'Prova 7: Item named and ticked' })).toBeAttached()
  await page.screenshot({ path: info.outputPath('italian.png') })
})

test('at 320 px nothing but the document needs to be scrolled sideways', async ({ page }, info) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openDemo(page, 'light')
  await page.screenshot({ path: info.outputPath('narrow.png') })
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
  ).toBe(true)
})

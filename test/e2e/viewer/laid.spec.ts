import { expect, type Frame, test } from '@playwright/test'
import { laidDocument } from '../../../src-main/workstation/documents/laidDocument.ts'
import type { DocumentFacts } from '../../../src-main/poe/facts/documentFacts.ts'
import { aMail } from '../../builders/poe/mails.ts'
import { docxOf, paragraph, picture, pngHead, run, table } from '../../builders/poe/officeFiles.ts'
import { readHere } from '../../builders/poe/readers.ts'
import { evidence, LAUNCH, openViewer, type TestDocument } from './openViewer.ts'
import { startViewerSite, type ViewerSite } from './viewerSite.ts'

test.use({ launchOptions: LAUNCH, viewport: { width: 900, height: 800 } })

let site: ViewerSite
test.beforeAll(async () => {
  site = await startViewerSite()
})
test.afterAll(() => site.close())

const cell = (text: string): string => paragraph(text)
const WORD_FILE = docxOf(
  [
    paragraph(run('Statement of work', '<w:b/><w:sz w:val="36"/>')),
    paragraph('Larkfield Systems migrated 41 mailing lists for Ottermill Paper, perché no.'),
    table([cell('Product'), cell('Seats')], [cell('Microsoft Teams'), cell('250')]),
    paragraph(picture('rId7', 120, 40)),
    ...Array.from({ length: 60 }, (_, at) => paragraph(`Clause ${at + 1} of the work.`)),
    paragraph(run('<script>document.title = "owned"</script> is text.')),
  ].join(''),
  {
    links: [{ id: 'rId7', kind: 'image', target: 'media/one.png' }],
    parts: { 'word/media/one.png': pngHead(640, 213) },
  },
)

/** Lets the site answer for a file as the product does: its bytes, and its pages as they were read. */
async function laidFile(id: string, name: string, bytes: Uint8Array, rest: Partial<TestDocument> = {}) {
  const facts = await readHere(bytes)
  site.files.set(`${id}/laid`, Buffer.from(JSON.stringify(laidDocument(facts))))
  return { facts, document: { id, name, bytes, mediaType: 'application/octet-stream', ...rest } }
}

const quadOf = (facts: DocumentFacts, text: string): number[] =>
  facts.pages.flatMap(({ words }) => words).find((word) => word.text === text)?.quad ?? []

interface Sides {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where a word and the mark on it stand on the screen. */
const places = (frame: Frame, word: string): Promise<readonly (Sides | null)[]> =>
  frame.evaluate((text) => {
    const sides = (element: Element | undefined | null) => {
      const rect = element?.getBoundingClientRect()
      return rect ? { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom } : null
    }
    const span = [...document.querySelectorAll('.laid-sheet span')].find((one) => one.textContent === text)
    return [sides(span), sides(document.querySelector('button.mark'))]
  }, word)

test('a Word file is shown as it was read: words, table and the place of its picture, and nothing of its markup', async ({
  page,
}) => {
  const { document } = await laidFile('word', 'SOW.docx', WORD_FILE)
  const frame = await openViewer(page, site, [document])
  await expect(page.getByText('Page 1 of 1')).toBeVisible()
  await expect(page.getByText('Shown as it was read.')).toBeVisible()
  const paper = frame.getByRole('region', { name: 'Page 1 of 1' })
  await expect(paper).toContainText('Larkfield Systems migrated 41 mailing lists')
  await expect(paper).toContainText('Microsoft Teams')
  await expect(paper).toContainText('Picture, 640 × 213 pixels')
  await expect(paper).toContainText('<script>document.title')
  expect(await frame.title()).toBe('Document')
  expect(await frame.locator('#laid script, #laid a, #laid img').count()).toBe(0)
})

test('the head and the words of a mail stand on one page', async ({ page }) => {
  const { document } = await laidFile('mail', 'ok.eml', aMail({ subject: 'Teams accepted' }))
  const frame = await openViewer(page, site, [document])
  const paper = frame.getByRole('region', { name: 'Page 1 of 1' })
  await expect(paper).toContainText('From: Karin Vogt')
  await expect(paper).toContainText('Subject: Teams accepted')
  await expect(paper).toContainText('we confirm that Larkfield Systems Ltd deployed')
})

for (const turn of [0, 90, 180, 270]) {
  for (const scale of [0.5, 1, 2.5]) {
    test(`evidence lies on its word, turned by ${turn}° at ${scale * 100}%`, async ({ page }) => {
      const { facts, document } = await laidFile('word', 'SOW.docx', WORD_FILE)
      const marks = [evidence('m', 1, 1, [quadOf(facts, 'Ottermill')])]
      const frame = await openViewer(page, site, [{ ...document, marks }])
      await expect(page.getByText('Page 1 of 1')).toBeVisible()
      for (let at = 0; at < turn; at += 90) await page.evaluate(() => window.underTest?.rotate())
      await page.evaluate((to) => window.underTest?.zoom(to), scale)
      await expect
        .poll(async () => {
          const [word, mark] = await places(frame, 'Ottermill')
          if (!word || !mark) return 'not there'
          // The mark is a line high, the word's own box no higher; both begin and end with the word.
          const room = 4 * scale
          const holds =
            word.left >= mark.left - room &&
            word.right <= mark.right + room &&
            word.top >= mark.top - room &&
            word.bottom <= mark.bottom + room
          return holds ? 'on it' : JSON.stringify([word, mark])
        })
        .toBe('on it')
    })
  }
}

test('search goes through laid pages, with and without accents, and scrolls to what it found', async ({
  page,
}) => {
  const { document } = await laidFile('word', 'SOW.docx', WORD_FILE)
  const frame = await openViewer(page, site, [document])
  await expect(page.getByText('Page 1 of 1')).toBeVisible()
  await frame.locator('#scroller').press('Control+f')
  const field = page.getByRole('textbox', { name: 'Find in document' })
  const count = page.getByRole('search').getByRole('status')
  await field.fill('perche')
  await expect(count).toHaveText('1 of 1')
  await page.getByRole('button', { name: 'Accents matter' }).click()
  await expect(count).toHaveText('Not found')
  await field.fill('clause 60')
  await expect(count).toHaveText('1 of 1')
  const isInSight = () =>
    frame.evaluate(() => {
      const ranges = [...(CSS.highlights.get('found-now') ?? [])]
      const rect = ranges[0] instanceof Range ? ranges[0].getBoundingClientRect() : null
      return rect !== null && rect.top > 0 && rect.bottom < window.innerHeight
    })
  await expect.poll(isInSight).toBe(true)
  await field.press('Escape')
  expect(await frame.evaluate(() => CSS.highlights.size)).toBe(0)
})

test('pages that are no such thing are refused and leave the rest at work', async ({ page }) => {
  const { document } = await laidFile('word', 'SOW.docx', WORD_FILE)
  site.files.set('word/laid', Buffer.from('{"pages":[{"html":"<b>"}]}'))
  const mail = await laidFile('mail', 'ok.eml', aMail())
  const frame = await openViewer(page, site, [document, mail.document])
  await expect(page.getByText('SOW.docx could not be shown')).toBeVisible()
  await page.getByRole('tab', { name: 'ok.eml' }).click()
  await expect(frame.getByRole('region', { name: 'Page 1 of 1' })).toContainText('Karin Vogt')
})

test('hidden text is marked as hidden where it stands, and the marks can be switched off', async ({
  page,
}) => {
  const bytes = docxOf(paragraph(run('Signed by '), run('Karin Vogt', '<w:vanish/>'), run('in the mill.')))
  const { facts, document } = await laidFile('hiding', 'SOW.docx', bytes)
  const [hidden] = facts.pages[0]?.hiddenWords ?? []
  const mark = evidence('h', 1, 1, [hidden?.quad ?? []], {
    number: null,
    tone: 'hidden',
    label: 'Karin Vogt',
  })
  const frame = await openViewer(page, site, [{ ...document, marks: [mark] }])
  const place = frame.getByRole('button', { name: 'Hidden text, not evidence: Karin Vogt' })
  await expect(place).toBeVisible()
  const tag = await place.evaluate((element) => getComputedStyle(element, '::before').content)
  expect(tag).toBe('"hidden"')
  await page.getByRole('button', { name: 'Mark hidden text' }).click()
  await expect(place).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Mark hidden text' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
})

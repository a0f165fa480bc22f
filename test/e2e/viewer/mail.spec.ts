import { expect, type Frame, type Page, test } from '@playwright/test'
import type { DocumentFacts } from '../../../src-main/poe/facts/documentFacts.ts'
import type { NodeReader } from '../../../src-main/poe/reader/nodeReader.ts'
import { lookedDocument } from '../../../src-main/workstation/documents/laidDocument.ts'
import { aMail, CONFIRMATION } from '../../builders/poe/mails.ts'
import { aReader } from '../../builders/poe/readers.ts'
import { evidence, LAUNCH, openViewer, type TestDocument } from './openViewer.ts'
import { pngOf } from './pictures.ts'
import { startViewerSite, type ViewerSite } from './viewerSite.ts'

test.use({ launchOptions: LAUNCH, viewport: { width: 900, height: 1000 } })

let site: ViewerSite
let reader: NodeReader
test.beforeAll(async () => {
  site = await startViewerSite()
  reader = aReader()
})
test.afterAll(async () => {
  reader.close()
  await site.close()
})

/** Lets the site answer for a mail as the product does: as the reader process says that it is shown. */
async function shownMail(id: string, bytes: Uint8Array, rest: Partial<TestDocument> = {}) {
  const look = await reader.look(bytes)
  if (look === null) throw new Error('The mail could not be looked at')
  site.files.set(`${id}/laid`, Buffer.from(JSON.stringify(lookedDocument(look))))
  const paper: TestDocument = { id, name: `${id}.eml`, bytes, mediaType: 'message/rfc822', ...rest }
  return { facts: look.facts, paper }
}

const HTML = [
  '<p>Hello Owen,</p>',
  '<p>we confirm that Larkfield Systems Ltd deployed <a href="https://teams.example/plan?id=4">the plan</a> as',
  ' <a href="https://evil.example/login">www.ottermill.example</a> says.</p>',
  '<p><img src="cid:mill@ottermill" alt="Ottermill Paper" width="240" height="80"></p>',
  '<p><img src="https://pics.example/seal.png" alt="Our seal" width="300" height="90"></p>',
  '<img src="https://track.example/open?who=1" width="1" height="1">',
  '<p><img src="data:image/svg+xml,%3Csvg%20onload=%22document.title=1%22/%3E" width="200" height="40"></p>',
  '<p>Karin Vogt, signed for Ottermill.</p>',
].join('')
const INLINE = [{ id: 'mill@ottermill', type: 'image/png', bytes: pngOf(480, 160) }]

/** Everything that this page asks anybody for. */
function askedOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  return asked
}

const inlays = (frame: Frame) => frame.locator('.laid-inlay')

test('a mail shows its own pictures, names what lies elsewhere and where its links lead, and asks nobody', async ({
  page,
}, info) => {
  const asked = askedOf(page)
  const { paper } = await shownMail('pictures', aMail({ html: HTML, inline: INLINE }))
  const frame = await openViewer(page, site, [paper])
  await expect(page.getByText('Page 1 of 1')).toBeVisible()
  const picture = frame.getByRole('img', { name: '“Ottermill Paper” · Picture of the mail' })
  await expect(picture).toBeVisible()
  const grey = await picture.evaluate((element) =>
    element instanceof HTMLCanvasElement
      ? [...(element.getContext('2d')?.getImageData(5, 5, 1, 1).data ?? [])]
      : [],
  )
  expect(grey).toEqual([0xee, 0xee, 0xee, 0xff])
  await expect(inlays(frame)).toHaveText([
    '“the plan” leads to https://teams.example/plan?id=4',
    '“www.ottermill.example” leads elsewhere: https://evil.example/login',
    '',
    '“Our seal” · Not fetched: https://pics.example/seal.png',
    'Not fetched: https://track.example/open?who=1',
    'Picture of a kind that is not drawn here',
  ])
  expect(await frame.locator('#laid :is(a, img, iframe, svg, object, [href], [src])').count()).toBe(0)
  await inlays(frame).first().click()
  await page.screenshot({ path: info.outputPath('mail.png') })
  const hosts = asked.map((url) => new URL(url).hostname)
  expect(hosts.filter((host) => host !== '127.0.0.1' && !host.endsWith('localhost'))).toEqual([])
  expect(await frame.title()).toBe('Document')
})

const quadOf = (facts: DocumentFacts, text: string): number[] =>
  facts.pages.flatMap(({ words }) => words).find((word) => word.text === text)?.quad ?? []

for (const [turn, scale] of [
  [0, 1],
  [90, 0.5],
  [180, 2.5],
  [270, 1],
] as const) {
  test(`evidence under pictures and lines of ours lies on its word, turned by ${turn}° at ${scale * 100}%`, async ({
    page,
  }) => {
    const { facts, paper } = await shownMail('pictures', aMail({ html: HTML, inline: INLINE }))
    const marks = [evidence('m', 1, 1, [quadOf(facts, 'signed')])]
    const frame = await openViewer(page, site, [{ ...paper, marks }])
    await expect(page.getByText('Page 1 of 1')).toBeVisible()
    for (let at = 0; at < turn; at += 90) await page.evaluate(() => window.underTest?.rotate())
    await page.evaluate((to) => window.underTest?.zoom(to), scale)
    await expect
      .poll(() =>
        frame.evaluate((room) => {
          const span = [...document.querySelectorAll('.laid-sheet span')].find(
            (one) => one.textContent === 'signed',
          )
          const [word, mark] = [span, document.querySelector('button.mark')].map((one) =>
            one?.getBoundingClientRect(),
          )
          if (!word || !mark) return 'not there'
          const isIn =
            word.left >= mark.left - room &&
            word.right <= mark.right + room &&
            word.top >= mark.top - room &&
            word.bottom <= mark.bottom + room
          return isIn ? 'on it' : JSON.stringify([word, mark])
        }, 4 * scale),
      )
      .toBe('on it')
  })
}

const TWO_TEXTS = aMail({
  html: `<p>${CONFIRMATION.replace('we confirm', 'we do not confirm').replaceAll('\n', '<br>')}</p>`,
  text: CONFIRMATION.replace('25 key users', '52 key users'),
})

test('two texts of a mail that say different things are both shown, with the words that only one has', async ({
  page,
}, info) => {
  const { paper } = await shownMail('two', TWO_TEXTS)
  const plain = await shownMail('one', aMail({ html: '<p>Only this.</p>', text: 'Only this.' }))
  const frame = await openViewer(page, site, [paper, plain.paper])
  await expect(page.getByText('Page 1 of 2')).toBeVisible()
  await expect(page.getByText('This mail says one thing as HTML')).toBeVisible()
  const [html, text] = [1, 2].map((number) => frame.getByRole('region', { name: `Page ${number} of 2` }))
  await expect(html?.getByText('As HTML') ?? frame.locator('none')).toBeVisible()
  await expect(html?.locator('.laid-differs') ?? frame.locator('none')).toHaveText(['do', 'not', '25'])
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(text?.getByText('As plain text') ?? frame.locator('none')).toBeVisible()
  await expect(text?.locator('.laid-differs') ?? frame.locator('none')).toHaveText(['52'])
  await page.screenshot({ path: info.outputPath('below.png') })

  const beside = page.getByRole('button', { name: 'HTML and plain text side by side' })
  await beside.focus()
  await page.keyboard.press('Enter')
  await expect(beside).toHaveAttribute('aria-pressed', 'true')
  const sides = () =>
    frame.evaluate(() =>
      [...document.querySelectorAll('.laid-page')].map((one) => {
        const { left, right, top } = one.getBoundingClientRect()
        return { left, right, top, isInside: left >= 0 && right <= window.innerWidth }
      }),
    )
  await expect
    .poll(async () => {
      const [left, right] = await sides()
      return left && right && left.top === right.top && left.right < right.left && right.isInside
    })
    .toBe(true)
  await page.screenshot({ path: info.outputPath('beside.png') })

  await page.getByRole('tab', { name: 'one.eml' }).click()
  await expect(page.getByText('Page 1 of 1')).toBeVisible()
  await expect(beside).toHaveCount(0)
  await expect(page.getByText('This mail says one thing as HTML')).toHaveCount(0)
})

test('a mail’s second text is searched, and pictures are on paper too', async ({ page }) => {
  const { paper } = await shownMail('two', TWO_TEXTS)
  const pictures = await shownMail('pictures', aMail({ html: HTML, inline: INLINE }))
  const frame = await openViewer(page, site, [paper, pictures.paper])
  await expect(page.getByText('Page 1 of 2')).toBeVisible()
  await frame.locator('#scroller').press('Control+f')
  await page.getByRole('textbox', { name: 'Find in document' }).fill('52 key')
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1')
  await page.getByRole('tab', { name: 'pictures.eml' }).click()
  await expect(page.getByText('Page 1 of 1')).toBeVisible()
  await page.getByRole('button', { name: 'Small pages' }).click()
  const small = frame.locator('#thumbs canvas').first()
  await expect(small).toBeVisible()
  const greys = () =>
    small.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return pixels.filter((value, at) => at % 4 === 0 && value === 0xee).length
    })
  await expect.poll(greys).toBeGreaterThan(50)
})

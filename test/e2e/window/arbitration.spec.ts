import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

test('a case is found, opened, turned round and left by keys alone', async ({ page }) => {
  await page.goto(site.urlOf('board'))
  const partners = page.getByRole('columnheader')
  await expect(partners).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Arbitration' })).toBeVisible()
  const first = page.getByRole('button', { name: /Brightwater Foods/ })
  await page.keyboard.press('k')
  await expect(first).toBeFocused()
  await page.keyboard.press('j')
  await expect(page.getByRole('button', { name: /Ceramiche Valdorcia/ })).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(partners).toHaveCount(3)

  const namesNow = () => partners.getByRole('link').allTextContents()
  const before = await namesNow()
  await page.keyboard.press('x')
  await expect.poll(namesNow).toEqual(before.toReversed())
  // Letters stay left to right, so the ladder points to the party under its new letter.
  await expect(partners.first()).toContainText('A')
  const ladder = page.getByRole('complementary', { name: 'Rule ladder' })
  const ahead = before.toReversed().indexOf('Tidewater Apps Pty Ltd')
  await expect(ladder).toContainText(`Recency points to ${'ABC'[ahead] ?? ''}.`)
})

test('only what differs is left when it is asked for, and how much is hidden is said', async ({ page }) => {
  await page.goto(site.urlOf('board'))
  const rows = page.getByRole('rowheader')
  await expect(rows).toHaveCount(11)
  const toggle = page.getByRole('button', { name: /Only differences/ })
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await expect(rows).toHaveText([
    'Customer signature',
    'Dates',
    'Acknowledged on',
    'Engagement',
    'Submitted',
    'Asked and told',
  ])
  await expect(page.getByText('5 equal rows are hidden')).toBeVisible()
})

test('nothing is compared while a claim of the case is not here, and it is said what to do', async ({
  page,
}) => {
  await page.goto(site.urlOf('missingParty'))
  await expect(page.getByRole('alert')).toContainText('Quillstone Advisory LLP')
  await expect(page.getByRole('alert')).toContainText('Synchronise')
  await expect(page.getByRole('columnheader')).toHaveCount(2)
  await expect(page.getByRole('complementary', { name: 'Rule ladder' })).toContainText('Nothing is compared')
})

/** Of A on the left and B on the right: whoever was drawn there. */
const paper = (page: Page, side: 'left' | 'right') => page.frameLocator(`[data-side=${side}] iframe`)
const pane = (page: Page, side: 'left' | 'right') => page.locator(`section[data-side=${side}]`)
const chip = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}[,:]`) }).first()

/** The board with both papers open; by partner, on which side each stands. */
async function openPapers(page: Page): Promise<void> {
  await page.goto(site.urlOf('board'))
  for (const side of ['left', 'right'] as const)
    await expect(paper(page, side).locator('canvas').first()).toBeAttached()
}

test('a chip shows its place in its party’s paper, and a key the same criterion in both', async ({
  page,
}) => {
  await openPapers(page)
  await expect(pane(page, 'left')).toContainText('Cascade Ledger Partners')
  await expect(pane(page, 'left')).toContainText('page 1 of 3')
  await chip(page, 'A3').press('Enter')
  await expect(chip(page, 'A3')).toHaveAttribute('aria-pressed', 'true')
  await expect(pane(page, 'left')).toContainText('page 3 of 3')
  const current = (side: 'left' | 'right') => paper(page, side).locator('button[aria-current=true]')
  await expect(current('left')).toHaveAccessibleName(/A3.*Dates.*Date: 12 March 2026/)
  await expect(current('right')).toHaveCount(0)

  await page.keyboard.press('b')
  await expect(current('right')).toHaveAccessibleName(/B3.*Dates.*Completed 3 September 2026/)
  await expect(page.getByRole('button', { name: 'Dates: show in both papers' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.press('b')
  await expect(current('left')).toHaveAccessibleName(/A4.*Products/)
  await expect(current('right')).toHaveAccessibleName(/B4.*Products/)
  await page.getByRole('button', { name: 'Engagement: show in both papers' }).press('Enter')
  await expect(current('right')).toHaveAccessibleName(/B7.*Engagement/)
})

test('keys walk the places of the paper that was touched last, also from among its pages', async ({
  page,
}) => {
  await openPapers(page)
  const numbers = (side: 'left' | 'right') => paper(page, side).locator('.on .badge')
  await page.keyboard.press('e')
  await expect(numbers('left')).toHaveText('A1')
  await pane(page, 'right').getByRole('button', { name: 'Next evidence' }).press('Enter')
  await expect(numbers('right')).toHaveText('B1')
  await page.keyboard.press('e')
  await expect(numbers('right')).toHaveText('B2')
  await paper(page, 'left').getByText('The partner brings').click()
  await page.keyboard.press('e')
  await expect(numbers('left')).toHaveText('A2')
  await expect(numbers('right')).toHaveText('B2')
  await page.keyboard.press('Shift+E')
  await expect(numbers('left')).toHaveText('A1')
})

test('both papers scroll together from where each was put, until that is switched off', async ({ page }) => {
  await openPapers(page)
  await chip(page, 'A3').click()
  await chip(page, 'B2').click()
  await expect(pane(page, 'left')).toContainText('page 3 of 3')
  const pagesOf = (side: 'left' | 'right') => paper(page, side).locator('#scroller')
  const topOf = (side: 'left' | 'right') => pagesOf(side).evaluate((element) => element.scrollTop)
  const [left, right] = [await topOf('left'), await topOf('right')]
  await pagesOf('right').evaluate((element) => element.scrollBy(0, 120))
  await expect.poll(async () => (await topOf('left')) - left).toBeGreaterThan(60)
  await expect(pane(page, 'left')).toContainText('page 3 of 3')

  await page.keyboard.press('l')
  await expect(page.getByRole('button', { name: /Scroll together/ })).toHaveAttribute('aria-pressed', 'false')
  const stays = await topOf('left')
  await pagesOf('right').evaluate((element) => element.scrollBy(0, -100))
  await expect.poll(() => topOf('right')).toBeLessThan(right + 60)
  expect(await topOf('left')).toBe(stays)
})

test('a third party is put beside another, a second document of one is opened, and sides are swapped', async ({
  page,
}) => {
  await openPapers(page)
  await chip(page, 'C1').click()
  await expect(pane(page, 'right').getByRole('combobox', { name: 'Party shown here' })).toHaveValue(
    '42880203',
  )
  await expect(paper(page, 'right').locator('.on .badge')).toHaveText('C1')
  await pane(page, 'left').getByRole('combobox', { name: 'Document shown here' }).selectOption({ index: 1 })
  await expect(paper(page, 'left').getByText('Number porting')).toBeAttached()
  await page.keyboard.press('x')
  // Who stood under C stands under A now, and so does every number in the margin.
  await expect(paper(page, 'left').locator('.on .badge')).toHaveText('A1')
  await expect(pane(page, 'left')).toContainText('Letter of the customer.pdf')
  await expect(pane(page, 'right')).toContainText('Timesheets of the rollout.pdf')
})

test('a paper takes the whole room and gives it back before the board is left', async ({ page }) => {
  await openPapers(page)
  await page.keyboard.press('m')
  await expect(page.getByRole('table')).toBeHidden()
  await expect(pane(page, 'right')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('table')).toBeVisible()
  await expect(pane(page, 'right')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Arbitration' })).toBeVisible()
})

test('where there is room for one paper the other waits behind a button', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await openPapers(page)
  const shown = page.getByRole('group', { name: 'Paper shown' })
  await expect(pane(page, 'right')).toBeHidden()
  await shown.getByRole('button', { name: /^B / }).click()
  await expect(pane(page, 'left')).toBeHidden()
  await chip(page, 'A3').click()
  await expect(pane(page, 'left')).toBeInViewport()
  await expect(paper(page, 'left').locator('.on .badge')).toBeInViewport()
  await page.evaluate(() => document.querySelector('table')?.scrollIntoView())
  await page.keyboard.press('s')
  await expect(page.getByRole('region', { name: 'Papers of two parties' })).toBeInViewport({ ratio: 0.5 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('no frame of a paper is made before the board is painted', async ({ page }) => {
  await page.addInitScript(() => {
    let frames = Number.NaN
    const count = () => {
      frames += 1
      requestAnimationFrame(count)
    }
    new MutationObserver(() => {
      if (Number.isNaN(frames) && document.querySelector('table') !== null) {
        frames = 0
        requestAnimationFrame(count)
      }
      if (document.querySelector('iframe') !== null)
        document.documentElement.dataset['framesBefore'] ??= `${frames}`
    }).observe(document, { childList: true, subtree: true })
  })
  await openPapers(page)
  const before = await page.evaluate(() => document.documentElement.dataset['framesBefore'])
  expect(Number(before)).toBeGreaterThan(0)
})

test('a page that two papers share is opened in both by a key, and marked in each', async ({ page }) => {
  await openPapers(page)
  const shared = page.getByRole('region', { name: 'Shared evidence' })
  await expect(shared).toContainText('A page 2 and B page 2 are near-identical (96%).')
  await expect(shared).toContainText('One paper of C was not read yet')
  await page.keyboard.press('s')
  await expect(pane(page, 'left')).toContainText('page 2 of 3')
  await expect(pane(page, 'right')).toContainText('page 2 of 2')
  for (const side of ['left', 'right'] as const) {
    const mark = paper(page, side).getByRole('button', { name: /A page 2 and B page 2 are near-identical/ })
    // It means the page as a whole: its sign in the margin is all that there is of it.
    const sign = paper(page, side).locator('[data-id="shared 1"] .badge')
    await expect(sign).toBeVisible()
    await expect.poll(() => mark.boundingBox()).toEqual(await sign.boundingBox())
  }

  // From another party's papers the way leads to both just the same.
  await chip(page, 'C1').click()
  await shared.getByRole('button', { name: /^Open both/ }).press('Enter')
  await expect(pane(page, 'left')).toContainText('MSA annex.pdf')
  await expect(pane(page, 'right')).toContainText('Change order 4.pdf')
  await expect(pane(page, 'right')).toContainText('page 2 of 2')
})

test('the words of both papers are compared in the place of the board, and the board comes back as it was', async ({
  page,
}) => {
  await openPapers(page)
  await chip(page, 'A3').click()
  await page.keyboard.press('v')
  await expect(page.getByRole('heading', { name: 'What the papers of A and B say otherwise' })).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  const differences = page.getByRole('list', { name: 'Differences' }).getByRole('button')
  await expect(differences).toHaveText([/Only in A/, /Only in B/, /Otherwise/])
  // Keys of the board do nothing to what cannot be seen.
  await page.keyboard.press('x')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('F7')
  await expect(differences.nth(2)).toHaveAttribute('aria-current', 'true')
  const frames = page.frameLocator('[data-side=after] iframe')
  await expect(frames.locator('button[aria-current=true]')).toHaveAccessibleName(/^Difference 3: Otherwise/)
  await page.keyboard.press('Escape')
  await expect(pane(page, 'left')).toContainText('Cascade Ledger Partners')
  await expect(chip(page, 'A3')).toHaveAttribute('aria-pressed', 'true')
  await expect(paper(page, 'left').locator('.on .badge')).toHaveText('A3')
})

import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'
import { asked } from './asked.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const foot = (page: Page) => page.getByRole('region', { name: 'Outcome' })
/** The letter under which the board shows a partner. */
const letterOf = async (page: Page, partner: RegExp): Promise<string> => {
  const heads = await page.getByRole('columnheader').allTextContents()
  return 'ABC'[heads.findIndex((head) => partner.test(head))] ?? '?'
}

test('a case is decided by keys alone: who gets what, the letters, one act for all, and undone', async ({
  page,
}) => {
  await page.goto(site.urlOf('decidable'))
  await expect(page.getByRole('columnheader')).toHaveCount(3)
  await expect(foot(page)).toContainText(
    'Choose who gets Dynamics 365 Finance, Dynamics 365 Supply Chain Management.',
  )
  const tidewater = await letterOf(page, /Tidewater/)
  await page.keyboard.press('w')
  await page.keyboard.press('Space')
  for (let at = 0; at < 'ABC'.indexOf(tidewater); at += 1) await page.keyboard.press('ArrowRight')
  const choices = foot(page).getByRole('radio', { name: `${tidewater}, Tidewater Apps Pty Ltd` })
  await expect(choices.first()).toBeChecked()
  await expect(foot(page)).toContainText('Choose who gets Dynamics 365 Supply Chain Management.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  for (let at = 0; at < 'ABC'.indexOf(tidewater); at += 1) await page.keyboard.press('ArrowRight')
  await expect(choices.last()).toBeChecked()
  // The choice follows the ladder, so the record says so, and nothing is missing.
  await expect(foot(page).getByRole('textbox', { name: /Why/ })).toHaveValue(/“Recency” tells for Tidewater/)
  await page.keyboard.press('p')
  const letters = foot(page).getByRole('list', { name: 'What each party is told' })
  await expect(letters.getByRole('textbox')).toHaveCount(3)
  await expect(letters.getByRole('listitem').filter({ hasText: 'Cascade Ledger' })).toContainText(
    'Association ends',
  )
  await expect(letters.getByRole('listitem').filter({ hasText: 'Tidewater' })).toContainText('Approved')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => asked(page, 'arbitration.decide')).toHaveLength(1)
  const [decided] = await asked(page, 'arbitration.decide')
  expect(decided).toMatchObject({
    cases: [{ revision: 1 }, { revision: 1 }],
    reason: expect.stringContaining('Recency'),
    claims: [{}, {}, {}],
    letters: [{ isLater: false }, {}, {}],
  })
  await expect(page.getByText(/Case decided/).first()).toBeVisible()
})

test('whoever departs from the ladder says why, and may write each letter anew', async ({ page }) => {
  await page.goto(site.urlOf('decidable'))
  await expect(foot(page).getByRole('radio')).toHaveCount(8)
  const cascade = await letterOf(page, /Cascade/)
  const name = `${cascade}, Cascade Ledger Partners`
  for (const choice of await foot(page).getByRole('radio', { name }).all())
    await choice.check({ force: true })
  await expect(foot(page)).toContainText('Write down why')
  const decide = foot(page).getByRole('button', { name: /Decide for all 3/ })
  await expect(decide).toHaveAttribute('aria-disabled', 'true')
  await foot(page).getByRole('textbox', { name: /Why/ }).fill('The customer named them by phone.')
  await expect(decide).not.toHaveAttribute('aria-disabled', 'true')
  await foot(page)
    .getByRole('button', { name: /letters/ })
    .click()
  const letter = foot(page).getByRole('listitem').filter({ hasText: 'Tidewater' })
  await letter.getByRole('textbox').fill('In my own words.')
  await expect(letter).toContainText('changed by you')
  await decide.click()
  await expect
    .poll(() => asked(page, 'arbitration.decide'))
    .toMatchObject([
      {
        reason: 'The customer named them by phone.',
        letters: expect.arrayContaining([expect.objectContaining({ comment: 'In my own words.' })]),
      },
    ])
})

test('nobody can be chosen while a proof is sufficient, and it is said whose', async ({ page }) => {
  await page.goto(site.urlOf('decidable'))
  await expect(foot(page).getByRole('radio')).toHaveCount(8)
  for (const none of await foot(page)
    .getByRole('radio', { name: /Nobody/ })
    .all())
    await none.check({ force: true })
  await expect(foot(page)).toContainText('meets every criterion, so somebody gets it')
})

test('what was begun is there again', async ({ page }) => {
  await page.goto(site.urlOf('begunDecision'))
  await expect(foot(page).getByRole('textbox', { name: /Why/ })).toHaveValue(
    /The holder has the customer’s word/,
  )
  await expect(
    foot(page)
      .getByRole('radio', { name: /Cascade/ })
      .first(),
  ).toBeChecked()
})

test('a decided case says who decided what, when and why', async ({ page }) => {
  await page.goto(site.urlOf('decidedCase'))
  await expect(foot(page)).toContainText('Decided for Tidewater Apps Pty Ltd')
  await expect(foot(page)).toContainText('by Ruben Aldersgate')
  await expect(foot(page)).toContainText('half a year later')
})

test('a decision that the hub refused lies in the tray with the whole case, and is made again where the case is', async ({
  page,
}) => {
  await page.goto(site.urlOf('caseConflict'))
  await page.getByRole('button', { name: /Finance rollout/ }).click()
  const conflict = page.getByRole('group', { name: /Finance rollout/ })
  await expect(conflict).toContainText('Tidewater’s is half a year later')
  await expect(conflict).toContainText('Decided by Anouk Kessler')
  await expect(conflict).toContainText('Fernhill Consulting Ltd')
  await expect(conflict).toContainText('changed since')
  await conflict.getByRole('button', { name: /again/i }).first().click()
  await expect(page).toHaveURL(/#\/arbitration\/0e6d7a0c/)
  await expect(page.getByRole('columnheader')).toHaveCount(3)
})

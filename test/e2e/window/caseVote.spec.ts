import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'
import { asked } from './asked.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const foot = (page: Page) => page.getByRole('region', { name: 'Outcome' })
const votes = (page: Page) => foot(page).getByRole('group', { name: 'Votes' }).getByRole('listitem')
const chooseTidewater = async (page: Page) => {
  for (const choice of await foot(page)
    .getByRole('radio', { name: /Tidewater/ })
    .all())
    await choice.check({ force: true })
}

test('a second opinion is asked for by keys alone: a vote with a reason, and who decides if two differ', async ({
  page,
}) => {
  await page.goto(site.urlOf('freeVote'))
  await expect(foot(page).getByRole('radio')).toHaveCount(8)
  await page.keyboard.press('i')
  await chooseTidewater(page)
  await foot(page).getByRole('textbox', { name: /Why/ }).fill('The newer acknowledgement names both.')
  await expect(foot(page)).toContainText('Choose who decides if another lead votes otherwise.')
  await foot(page).getByRole('combobox', { name: 'Who decides if you two differ' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /Ingrid Solvang/ }).click()
  const cast = foot(page).getByRole('button', { name: /^Vote/ })
  await expect(cast).not.toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(() => asked(page, 'arbitration.vote'))
    .toMatchObject([
      {
        cases: [{ revision: 1 }, { revision: 1 }],
        reason: 'The newer acknowledgement names both.',
        resolver: 'u-team-lead',
      },
    ])
  await expect(page.getByText(/Vote cast/).first()).toBeVisible()
  expect(await asked(page, 'arbitration.decide')).toEqual([])
})

test('asking for a second opinion is taken back by the same key, and the letters are there again', async ({
  page,
}) => {
  await page.goto(site.urlOf('freeVote'))
  await expect(foot(page).getByRole('radio')).toHaveCount(8)
  await page.keyboard.press('i')
  await expect(foot(page).getByRole('button', { name: /letters/ })).toHaveCount(0)
  await page.keyboard.press('i')
  await expect(foot(page).getByRole('button', { name: /letters/ })).toBeVisible()
  await expect(foot(page).getByRole('button', { name: /Decide for all/ })).toBeVisible()
})

test('whose vote is wanted sees that another one’s is there, and not what it says', async ({ page }) => {
  await page.goto(site.urlOf('sealedVote'))
  await expect(votes(page)).toHaveText([/Selma Okonjo has voted; sealed until another lead has too/])
  await expect(foot(page)).toContainText('If two votes differ, Ingrid Solvang decides.')
  await chooseTidewater(page)
  await foot(page).getByRole('textbox', { name: /Why/ }).fill('Newer.')
  await foot(page).getByRole('button', { name: /^Vote/ }).focus()
  await expect(foot(page).getByRole('button', { name: /Decide for all/ })).toHaveCount(0)
})

test('whoever voted waits, with their own word and the one that counts no more', async ({ page }) => {
  await page.goto(site.urlOf('castVote'))
  await expect(votes(page)).toHaveText([/Selma Okonjo.*it counts no more/, /You for .*Tidewater/])
  await expect(foot(page)).toContainText('Another lead has to vote before this is decided.')
  await expect(foot(page).getByRole('radio')).toHaveCount(0)
})

test('votes that differ are for the resolver to decide, beside both words; the others wait', async ({
  page,
}) => {
  await page.goto(site.urlOf('splitVotes'))
  await expect(votes(page)).toHaveText([/You for .*Tidewater/, /Selma Okonjo for .*Cascade/])
  await expect(foot(page)).toContainText('The votes differ: you decide.')
  await expect(foot(page).getByRole('button', { name: /Decide for all/ })).toBeVisible()
  await page.goto(site.urlOf('waitingVotes'))
  await expect(foot(page)).toContainText('The votes differ: Ingrid Solvang decides.')
  await expect(foot(page).getByRole('radio')).toHaveCount(0)
})

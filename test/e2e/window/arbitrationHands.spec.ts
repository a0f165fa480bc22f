import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const panel = (page: Page) => page.locator('[data-pane="approach"]')
const letterTo = (page: Page, partner: string) => panel(page).getByLabel(`To ${partner}`)

async function openAsk(page: Page, scene = 'approachable'): Promise<void> {
  await page.goto(site.urlOf(scene))
  await expect(page.getByRole('columnheader')).toHaveCount(3)
  await page.keyboard.press('a')
  await expect(panel(page).getByRole('textbox')).toHaveCount(scene === 'approachable' ? 3 : 2)
}

test('each party is asked in a letter of its own, for what its role is usually asked, in its language and by its day', async ({
  page,
}) => {
  await openAsk(page)
  const holder = page.getByRole('group', { name: 'The holder is asked for' })
  await expect(holder.getByRole('checkbox', { name: 'whether still engaged' })).toBeChecked()
  await expect(holder.getByRole('checkbox', { name: 'dates of the engagement' })).not.toBeChecked()
  await expect(letterTo(page, 'Cascade Ledger Partners')).toHaveValue(/whether you still work/)
  await expect(letterTo(page, 'Tidewater Apps Pty Ltd')).toHaveValue(/the dates on which your work/)
  await expect(panel(page).getByText('Letter in Italian')).toBeVisible()
  await expect(panel(page).getByText(/^Answer due/)).toHaveCount(3)
  const due = () =>
    panel(page)
      .getByText(/^Answer due/)
      .first()
      .textContent()
  const usual = await due()
  await panel(page).getByLabel('Answer within (business days)').fill('20')
  await expect.poll(due).not.toBe(usual)
})

test('what was written stays through other choices and through a look elsewhere, until it is drafted anew', async ({
  page,
}) => {
  await openAsk(page)
  const letter = letterTo(page, 'Quillstone Advisory LLP')
  await letter.fill('Please send us your newest proof.')
  await page
    .getByRole('group', { name: 'Challengers are asked for' })
    .getByLabel('statement of the customer')
    .check()
  await expect(letterTo(page, 'Tidewater Apps Pty Ltd')).toHaveValue(/dated written statement/)
  await expect(letter).toHaveValue('Please send us your newest proof.')
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await page.keyboard.press('Escape')
  // Chips of the board name the customer as well: they are gone with it.
  await expect(page.getByRole('heading', { level: 1, name: 'Arbitration' })).toBeVisible()
  await page.getByRole('button', { name: /Brightwater Foods/ }).press('Enter')
  await expect(page.getByRole('columnheader')).toHaveCount(3)
  await page.keyboard.press('a')
  await expect(letter).toHaveValue('Please send us your newest proof.')
  await panel(page).getByRole('button', { name: 'Draft anew' }).click()
  await expect(letter).toHaveValue(/dated written statement/)
})

test('a letter that names another party stays here, with all others, until it is reworded', async ({
  page,
}) => {
  await openAsk(page)
  const letter = letterTo(page, 'Tidewater Apps Pty Ltd')
  await letter.fill('Cascade Ledger holds it. Please answer.')
  await expect(panel(page).getByText('Names another partner of this customer:')).toBeVisible()
  await expect(panel(page).getByRole('status')).toHaveText('Mend the marked places of the text')
  await panel(page).getByRole('button', { name: 'Show' }).click()
  await expect(letter).toBeFocused()
  await page.keyboard.type('Somebody')
  await expect(letter).toHaveValue('Somebody holds it. Please answer.')
  await expect(panel(page).getByRole('status')).toBeEmpty()
})

test('something else has to be written out, and nothing is asked of a party without saying what', async ({
  page,
}) => {
  await openAsk(page)
  const challengers = page.getByRole('group', { name: 'Challengers are asked for' })
  const why = panel(page).getByRole('status')
  await challengers.getByLabel('something else').check()
  await expect(why).toHaveText(/write into the letter what else you ask for/)
  for (const ask of ['newest signed proof', 'dates of the engagement', 'something else'])
    await challengers.getByLabel(ask).uncheck()
  await expect(why).toHaveText(/say what is asked for/)
})

test('sent by keys: who was accepted can be undone together, and who was refused stays with its letter and with why', async ({
  page,
}) => {
  await openAsk(page)
  await letterTo(page, 'Tidewater Apps Pty Ltd').focus()
  await page.keyboard.press('Control+Enter')
  await expect(panel(page).getByText('The same was asked for and may still be answered')).toBeVisible()
  await expect(panel(page).getByRole('textbox')).toHaveCount(1)
  const toast = page.getByRole('region', { name: 'Last decision' })
  await expect(toast).toContainText('Parties asked')
  await expect(toast).toContainText('2 claims')
  await toast.getByRole('button', { name: /Undo/ }).click()
  await expect(toast).toContainText('Taken back')
})

test('one party alone is asked from its column, and its log says what it was asked and did', async ({
  page,
}) => {
  await page.goto(site.urlOf('approachable'))
  const row = page.getByRole('row', { name: /Asked and told/ })
  await expect(row).toContainText('Answered 20 Nov: resubmitted')
  await expect(row).toContainText(/Told 19 Nov by Paul Brandt.*No answer yet, due/)
  await expect(row).toContainText('Nothing yet')
  await row.getByRole('button', { name: 'Ask Quillstone Advisory LLP' }).click()
  await expect(panel(page).getByRole('textbox')).toHaveCount(1)
  await expect(letterTo(page, 'Quillstone Advisory LLP')).toHaveValue(/Claim ID: 42880203/)
  await expect(panel(page).getByRole('button', { name: /Ask 1 party/ })).toBeVisible()
})

test('all are told by one key; what is told leaves at once', async ({ page }) => {
  await page.goto(site.urlOf('approachable'))
  await expect(page.getByRole('columnheader')).toHaveCount(3)
  await page.keyboard.press('t')
  await expect(letterTo(page, 'Cascade Ledger Partners')).toHaveValue(
    /already associated with another partner/,
  )
  await expect(panel(page).getByText(/^Answer due/)).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(panel(page)).toBeHidden()
  await expect(page.getByRole('region', { name: 'Last decision' })).toContainText('Parties told')
})

test('a party that waits for another decision cannot be asked, and says why', async ({ page }) => {
  await openAsk(page, 'partlyApproachable')
  await expect(panel(page).getByRole('checkbox', { name: /Quillstone/ })).toBeDisabled()
  await expect(panel(page).getByRole('alert')).toHaveText('A decision of yours is on its way')
})

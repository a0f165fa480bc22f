import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
const ladder = (page: Page) => page.getByRole('complementary', { name: 'Rule ladder' })

async function openBoard(page: Page): Promise<void> {
  await page.goto(site.urlOf('verifiable'))
  await expect(page.getByRole('columnheader')).toHaveCount(3)
}

test('S-126: a detail that nobody verified is confirmed with a note by keys, shows as a person’s word, and can be taken back', async ({
  page,
}) => {
  await openBoard(page)
  await expect(ladder(page)).toContainText('Verify the details')
  const details = row(page, 'Details of the claim')
  await details.getByRole('button', { name: /^Confirm .*Tidewater/ }).press('Enter')
  const note = details.getByRole('textbox')
  await expect(note).toBeFocused()
  await expect(details.getByRole('button', { name: 'Confirm' })).toBeDisabled()
  await note.fill('Called the customer.')
  await page.keyboard.press('Control+Enter')
  await expect(details).toContainText('verified by Paul Brandt. Called the customer.')
  await expect(details.getByRole('button', { name: /^Take back/ })).toBeFocused()
  await expect(ladder(page)).not.toContainText('Verify the details')
  await page.keyboard.press('Enter')
  await expect(ladder(page)).toContainText('Verify the details')
})

test('a detail that a person denies puts its party out; Escape leaves the note and not the case', async ({
  page,
}) => {
  await openBoard(page)
  const details = row(page, 'Details of the claim')
  await details.getByRole('button', { name: /^Deny .*Tidewater/ }).click()
  await page.keyboard.press('Escape')
  await expect(details.getByRole('button', { name: /^Deny/ })).toBeVisible()
  await details.getByRole('button', { name: /^Deny .*Tidewater/ }).click()
  await details.getByRole('textbox').fill('The contact left years ago.')
  await details.getByRole('button', { name: 'Deny' }).click()
  await expect(details).toContainText('denied by Paul Brandt. The contact left years ago.')
  await expect(ladder(page)).toContainText(/falls? out/)
})

test('of two readings one is chosen, or another day is entered; it says who read it', async ({ page }) => {
  await openBoard(page)
  const acknowledged = row(page, 'Acknowledged on')
  const open = acknowledged.getByRole('button', { name: 'Read the date by hand: Tidewater Apps Pty Ltd' })
  await expect(acknowledged).toContainText('Cannot tell')
  await open.click()
  await acknowledged.getByRole('button', { name: '3 Sept 2026' }).click()
  await expect(acknowledged.getByLabel('The day that you read')).toHaveValue('2026-09-03')
  await acknowledged.getByRole('button', { name: 'Enter' }).click()
  await expect(acknowledged).toContainText('3 Sept 2026')
  await expect(acknowledged).toContainText('Read by Paul Brandt')
  await acknowledged.getByRole('button', { name: /^Take back/ }).click()
  await open.click()
  await acknowledged.getByLabel('The papers do not say it').check()
  await acknowledged.getByRole('button', { name: 'Enter' }).click()
  await expect(acknowledged).toContainText('The papers do not say it')
})

test('an engagement needs a beginning or an end, in that order', async ({ page }) => {
  await openBoard(page)
  const engagement = row(page, 'Engagement')
  await engagement.getByRole('button', { name: /^Take back.*Quillstone/ }).click()
  await engagement
    .getByRole('button', { name: 'Read the engagement by hand: Quillstone Advisory LLP' })
    .click()
  const enter = engagement.getByRole('button', { name: 'Enter' })
  await expect(enter).toBeDisabled()
  await engagement.getByLabel('From').fill('2026-02-01')
  await engagement.getByLabel('To', { exact: true }).fill('2026-01-01')
  await expect(engagement.getByRole('alert')).toHaveText('The end is before the beginning')
  await engagement.getByLabel('To', { exact: true }).fill('2026-12-31')
  await page.keyboard.press('Control+Enter')
  await expect(engagement).toContainText('Read by Paul Brandt')
})

test('on the claim’s own page a detail is verified and a date read, at a place that was marked, and its verdict stays', async ({
  page,
}) => {
  await page.goto(site.urlOf('verifiableClaim'))
  const checks = page.getByRole('region', { name: 'Checks' })
  await checks.getByRole('button', { name: 'Confirm Contacts' }).click()
  await checks.getByRole('textbox', { name: /how did you verify it/ }).fill('She has no other address.')
  await page.keyboard.press('Control+Enter')
  await expect(checks).toContainText('Contacts: verified by Paul Brandt. She has no other address.')
  await expect(checks).toContainText('The check said: Not met')

  const dates = checks.locator('[data-criterion="dates"]')
  await dates.getByRole('button', { name: 'Read the date by hand' }).click()
  await dates.getByRole('button', { name: '4 Mar 2026' }).click()
  await dates.getByLabel('Where it stands').selectOption({ label: 'page 3: 03/04/2026' })
  await dates.getByRole('button', { name: 'Enter' }).click()
  await expect(dates).toContainText('4 Mar 2026Read by Paul Brandt')
  await expect(dates).toContainText('at a place of their own')
  await expect(dates.getByRole('heading')).toContainText('Cannot tell')
  await dates.getByRole('button', { name: /^Take back.*acknowledgment/ }).click()
  await expect(dates.getByRole('button', { name: 'Read the date by hand' })).toBeVisible()
})

import { expect, test } from '@playwright/test'
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

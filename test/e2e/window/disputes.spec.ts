import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'
import { asked } from './asked.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const view = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('by keys alone a dispute is reached, compared and opened', async ({ page }) => {
  await page.goto(`${site.urlOf('disputes')}#/queue`)
  const rail = page.getByRole('navigation')
  await expect(rail.getByRole('link', { name: 'Disputes, 2 wait' })).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  const first = view(page, 'Harrow Point Teams Phone')
  await expect(first.getByRole('row', { name: 'Customer signature Not met Met' })).toBeVisible()
  await expect(first.getByText('carries no signature of the customer')).toBeVisible()
  await expect(first.getByText('We attach the countersigned statement of work')).toBeVisible()
  await expect(first.getByText('SOW Harrow Point, signed by Denise Kowalczyk.pdf')).toBeVisible()
  await expect(first.getByText('sow.pdf', { exact: true })).toHaveCount(0)
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/#\/disputes\/42880177$/)
  await expect(page.getByRole('button', { name: /^Distribuzione/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/claims\/42880177$/)
})

test('Enter right after J opens the claim that the focus went to, before the window has turned to it', async ({
  page,
}) => {
  await page.goto(`${site.urlOf('disputes')}#/disputes`)
  await expect(view(page, 'Harrow Point Teams Phone')).toBeVisible()
  await page.evaluate(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }))
    const row = document.activeElement
    if (row instanceof HTMLElement) row.click()
  })
  await expect(page).toHaveURL(/#\/claims\/42880177$/)
})

test('whoever rejected is told so, and hands the claim to one of those who may decide', async ({ page }) => {
  await page.goto(site.urlOf('ownDispute'))
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('You rejected this claim, so somebody else decides the dispute.')
  await expect(notice).toContainText('Anouk Kessler or Paul Brandt may decide it.')
  await page.keyboard.press('Shift+H')
  await expect(notice.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(notice.getByRole('combobox')).toHaveText('Paul Brandt')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => asked(page, 'claims.handOver')).toMatchObject([{ toUserId: 'u-lead' }])
})

test('a dispute in which the partner was asked for more says that nothing is to be decided', async ({
  page,
}) => {
  await page.goto(site.urlOf('disputes'))
  await page.getByRole('button', { name: /^Polderpunt/ }).click()
  await expect(view(page, 'Polderpunt Exchange')).toContainText('nothing is to be decided until it answers')
})

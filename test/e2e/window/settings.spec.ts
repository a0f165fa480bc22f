import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const firstRow = (page: Page) => page.getByRole('grid').getByRole('row').nth(1)
const recorder = (page: Page) => page.getByRole('textbox', { name: /^Press the keys/ })

async function openSettings(page: Page): Promise<void> {
  await page.goto(site.urlOf('settings'))
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible()
}

test('single keys that are switched off do nothing, until they are switched on again', async ({ page }) => {
  await openSettings(page)
  const single = page.getByRole('switch', { name: /^Keys without Ctrl or Alt/ })
  await single.press('Space')
  await expect(single).not.toBeChecked()
  await page.getByRole('heading', { name: 'Appearance' }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await page.keyboard.press('?')
  await expect(page).toHaveURL(/#\/settings$/)
  await expect(page.getByRole('dialog')).toBeHidden()
  await single.press('Space')
  await expect(single).toBeChecked()
  await page.getByRole('heading', { name: 'Appearance' }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(page).toHaveURL(/#\/queue$/)
})

test('a command gets another key, and every place that prints keys prints that one', async ({ page }) => {
  await openSettings(page)
  await page.getByRole('button', { name: 'Change the keys of Take the next claim' }).press('Enter')
  await expect(recorder(page)).toBeFocused()
  await page.keyboard.press('q')
  await expect(recorder(page)).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(firstRow(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Take the next claim/ })).toHaveAttribute(
    'aria-keyshortcuts',
    'Q',
  )
  await page.keyboard.press('?')
  await expect(
    page.getByRole('dialog').locator('dt', { hasText: 'Take the next claim' }).locator('+ dd'),
  ).toHaveText('Q')
})

test('keys that another command has are refused, and that command is named', async ({ page }) => {
  await openSettings(page)
  await page.getByRole('button', { name: 'Change the keys of Approve', exact: true }).press('Enter')
  await page.keyboard.press('r')
  await expect(page.getByRole('alert').filter({ hasText: 'R already belongs to' })).toContainText(
    '“Reject” (Claim)',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Enter belongs to the field' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(recorder(page)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Change the keys of Approve', exact: true })).toBeFocused()
})

test('all keys are as they came after a reset', async ({ page }) => {
  await openSettings(page)
  await page.getByRole('button', { name: 'Take the keys from Undo' }).press('Enter')
  const line = page.getByRole('listitem').filter({ hasText: /^Undo/ })
  await expect(line).toContainText('no key')
  await page.getByRole('button', { name: 'Reset all keys' }).press('Enter')
  await expect(line).not.toContainText('no key')
})

test('theme and density change at once and are kept', async ({ page }) => {
  await openSettings(page)
  await page.getByRole('radio', { name: 'Dark' }).press('Space')
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
  await page.getByRole('radio', { name: 'Compact' }).press('Space')
  await page.getByRole('radio', { name: '20 seconds' }).press('Space')
  await expect(page.getByRole('radio', { name: '20 seconds' })).toBeChecked()
  await page.getByRole('button', { name: 'Reset the layout', exact: true }).press('Enter')
  await expect(page.getByRole('radio', { name: 'Standard' })).toBeChecked()
})

test('the settings are a key away from everywhere', async ({ page }) => {
  await page.goto(site.urlOf('desk'))
  await expect(firstRow(page)).toBeVisible()
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible()
})

test('the menu holds the commands of the registry and runs them', async ({ page }) => {
  await page.goto(site.urlOf('desk'))
  await expect(firstRow(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Menu' })).toBeVisible()
  await page.keyboard.press('F10')
  await page.getByRole('menuitem', { name: 'Help' }).press('ArrowRight')
  await page.getByRole('menuitem', { name: 'Program guide and links' }).press('Enter')
  await expect(page).toHaveURL(/#\/help\/guide$/)
  const place = page.getByRole('button', { name: 'Programme guides', exact: true })
  await expect(place).toHaveAttribute('title', 'https://aka.ms/partnerincentives')
  await place.press('Enter')
  await expect(page.getByText(/^Programme guides: opened in the browser/)).toBeVisible()
})

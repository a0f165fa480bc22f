import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'
import { asked } from './asked.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const guide = (page: Page) => page.getByRole('complementary', { name: 'Guided first triage' })

async function openSample(page: Page): Promise<void> {
  await page.goto(site.urlOf('sample'))
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await expect(guide(page)).toContainText('New here?')
}

async function runFromPalette(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  // Also what is typed before the palette has come belongs to it.
  await page.keyboard.type(name)
  await expect(page.getByRole('option', { selected: true })).toContainText(new RegExp(name, 'i'))
  await page.keyboard.press('Enter')
}

test('the guide follows what the person does, is left by a key and taken up where it was', async ({
  page,
}) => {
  await openSample(page)
  await guide(page).getByRole('button', { name: 'Start' }).press('Enter')
  await expect(guide(page)).toContainText('Step 1 of 5')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(/#\/claims\//)
  await expect(guide(page)).toContainText('Step 2 of 5')
  await guide(page).getByRole('button', { name: 'Leave the guide' }).press('Enter')
  await expect(guide(page)).toBeHidden()
  await expect
    .poll(() => asked(page, 'desk.keep'))
    .toContainEqual(expect.objectContaining({ guide: { state: 'left', step: 'evidence' } }))
  await runFromPalette(page, 'guided first')
  await expect(guide(page)).toContainText('Step 2 of 5')
})

test('nothing waits for the guide: it is declined once, and a team’s workspace never shows it', async ({
  page,
}) => {
  await openSample(page)
  await guide(page).getByRole('button', { name: 'Not now' }).press('Enter')
  await expect(guide(page)).toBeHidden()
  await page.goto(site.urlOf('desk'))
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await expect(guide(page)).toBeHidden()
})

test('the sample is reset after one question, and only then', async ({ page }) => {
  await openSample(page)
  const ask = async () => {
    await runFromPalette(page, 'reset the sample')
    await expect(page.getByRole('alertdialog')).toBeVisible()
  }
  await ask()
  await page.getByRole('button', { name: 'Keep it' }).press('Enter')
  await expect(page.getByRole('alertdialog')).toBeHidden()
  expect(await asked(page, 'sample.reset')).toEqual([])
  await ask()
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Reset', exact: true }).press('Enter')
  await loaded
  await expect(page).toHaveURL(/#\/queue$/)
})

test('where there is no sample there is nothing to reset', async ({ page }) => {
  await page.goto(site.urlOf('desk'))
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('reset the sample')
  await expect(page.getByRole('option', { name: /Reset the sample workspace/ })).toBeDisabled()
})

import { expect, type Page, test } from '@playwright/test'
import { violationsIn } from '../axe.ts'
import { startWindowSite, type WindowSite } from './windowSite.ts'
import { asked } from './asked.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const firstRow = (page: Page) => page.getByRole('grid').getByRole('row').nth(1)
const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands, claims and views' })
const field = (page: Page) => page.getByRole('combobox')
const current = (page: Page) => palette(page).getByRole('option', { selected: true })

async function openPalette(page: Page, scene: string): Promise<void> {
  await page.goto(site.urlOf(scene))
  await expect(firstRow(page)).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
}

test('a command is run by its name, and stands on top the next time', async ({ page }) => {
  await openPalette(page, 'desk')
  await page.keyboard.type('go to the trays')
  await expect(current(page)).toContainText('Go to the trays')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/trays$/)
  await expect(palette(page)).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('group', { name: 'Recent' })).toContainText('Go to the trays')
  await expect
    .poll(() => asked(page, 'desk.keep'))
    .toContainEqual(expect.objectContaining({ recent: ['command:go.trays'] }))
})

test('it opens from a field that is being written in, and gives the focus back', async ({ page }) => {
  await page.goto(site.urlOf('desk'))
  await expect(firstRow(page)).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('harrow')
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Filter the claims' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Filter the claims' })).toHaveValue('harrow')
})

test('a claim is found by its number, and a view by its name', async ({ page }) => {
  await openPalette(page, 'desk')
  await page.keyboard.type('42805265')
  const claims = palette(page).getByRole('group', { name: 'Claims' })
  await expect(claims.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/claims\/42805265$/)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('italian partners')
  await expect(current(page)).toContainText('partner:srl')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/filter=partner%3Asrl$/)
})

test('what cannot run says why, and Enter on it does nothing', async ({ page }) => {
  await openPalette(page, 'desk')
  await page.keyboard.type('reject')
  const line = palette(page).getByRole('option', { name: /Claim: Reject/ })
  await expect(line).toContainText('only on an open claim')
  await expect(line).toBeDisabled()
  while ((await current(page).getAttribute('aria-disabled')) !== 'true')
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()
})

test('Tab narrows it, and axe finds nothing in any width of it', async ({ page }) => {
  await openPalette(page, 'desk')
  await page.keyboard.type('harrow')
  await expect(palette(page).getByRole('group', { name: 'Claims' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(palette(page).getByText('commands', { exact: true })).toBeVisible()
  await expect(palette(page).getByRole('group', { name: 'Claims' })).toBeHidden()
  await page.keyboard.press('Tab')
  await expect(palette(page).getByRole('group', { name: 'Claims' })).toBeVisible()
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await violationsIn(page)).toEqual([])
  }
})

test('it tells how much was found', async ({ page }) => {
  // What is told to the screen reader leaves no trace in the page.
  await page.addInitScript(() => {
    const told: string[] = []
    Reflect.set(window, 'told', told)
    for (const speaker of [Document.prototype, Element.prototype])
      Reflect.set(speaker, 'ariaNotify', (words: string) => told.push(words))
  })
  await openPalette(page, 'desk')
  await page.keyboard.type('italian partners')
  await expect
    .poll(() => page.evaluate(() => (Reflect.get(window, 'told') as string[]).at(-1)))
    .toMatch(/^everywhere: \d+ commands?, \d+ claims?, 1 view$/)
})

test('without motion wanted, nothing that opens moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPalette(page, 'desk')
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 10)
      .map(({ effect }) => String(effect?.getComputedTiming().duration)),
  )
  expect(moving).toEqual([])
})

import { expect, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

test('keys pressed while the queue is still being read act on the claim that was asked for', async ({
  page,
}) => {
  await page.goto(site.urlOf('lateQueue'))
  await expect(page.getByRole('textbox', { name: 'Filter the claims' })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('distribuzione')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.evaluate(() => dispatchEvent(new Event('answer')))
  await expect(page).toHaveURL(/#\/claims\/42771265$/)
})

test('from a filter that nothing matches the keyboard goes on to the next one', async ({ page }) => {
  await page.goto(site.urlOf('queue'))
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('nowhere')
  await expect(page.getByRole('heading', { name: 'No claim matches' })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('distribuzione')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/claims\/42771265$/)
})

test('a key that comes with the very first picture of the queue is heard', async ({ page }) => {
  await page.addInitScript(() => {
    // Told in the moment in which the queue enters the page, before the browser paints it.
    const seen = new MutationObserver(() => {
      if (document.querySelector('[role=grid]') === null) return
      seen.disconnect()
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', code: 'Slash', bubbles: true }))
    })
    seen.observe(document, { childList: true, subtree: true })
  })
  await page.goto(site.urlOf('queue'))
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Filter the claims' })).toBeFocused()
})

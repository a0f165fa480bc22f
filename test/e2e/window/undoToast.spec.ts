import { expect, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

test('a decision is held back by a pointer that comes to its toast, not by one that rested where the toast appeared', async ({
  page,
}) => {
  await page.goto(site.urlOf('sureThing'))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const toast = page.getByRole('region', { name: 'Last decision' })
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  await page.mouse.move(width - 200, height - 150)
  await page.keyboard.press('a')
  await page.keyboard.press('a')
  await expect(toast).toContainText(/Leaves in \d+ second/)
  const box = await toast.boundingBox()
  if (box === null) throw new Error('The toast is nowhere.')
  // It lies under the pointer, so that the test tests what it says.
  expect(box.x).toBeLessThan(width - 200)
  expect(box.y).toBeLessThan(height - 150)
  // The browser tells of what appeared under the pointer with its next frames.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await expect(toast).toContainText(/Leaves in \d+ second/)
  await page.mouse.move(width - 190, height - 140)
  await expect(toast).toContainText('It waits as long as you are here')
  await page.mouse.move(10, 10)
  await expect(toast).toContainText(/Leaves in \d+ second/)
})

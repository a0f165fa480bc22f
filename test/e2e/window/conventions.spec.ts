import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const grid = (page: Page) => page.getByRole('grid')

/** Keeps what is told to screen readers: it leaves no trace in the page. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const told: string[] = []
    Reflect.set(window, 'told', told)
    for (const speaker of [Document.prototype, Element.prototype])
      Reflect.set(speaker, 'ariaNotify', (words: string) => told.push(words))
  })
  return () => page.evaluate(() => Reflect.get(window, 'told') as string[])
}

test('the middle of a hundred thousand claims is told by its number, and the focus stays while rows are recycled', async ({
  page,
}) => {
  await page.goto(site.urlOf('many'))
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '100001')
  await grid(page).evaluate((scroller) => {
    scroller.scrollTop = scroller.scrollHeight / 2
  })
  const row = grid(page).getByRole('row').filter({ hasText: 'Claim 50000' })
  await expect(row).toHaveAttribute('aria-rowindex', '50001')
  await row.click()
  await page.keyboard.press('x')
  await expect(row).toHaveAttribute('aria-selected', 'true')
  const current = () =>
    grid(page).evaluate((list) => {
      const id = list.getAttribute('aria-activedescendant') ?? ''
      return `${document.activeElement === list} ${document.getElementById(id)?.getAttribute('aria-rowindex')}`
    })
  await expect.poll(current).toBe('true 50001')
  for (let count = 0; count < 3; count += 1) await page.keyboard.press('PageDown')
  await expect(row).toHaveCount(0)
  await expect.poll(current).toMatch(/^true 500\d\d$/)
  expect(await grid(page).getByRole('row').count()).toBeLessThan(100)
})

test('every act is told once, and lists that change by themselves tell nothing', async ({ page }) => {
  const told = await listen(page)
  await page.goto(site.urlOf('free'))
  await expect(heading(page)).toBeFocused()
  expect(await told()).toEqual([])
  await page.keyboard.press('Shift+Y')
  await expect.poll(told).toHaveLength(1)
  await page.getByRole('button', { name: /^Confirm Dates/ }).press('Enter')
  await expect.poll(told).toHaveLength(2)
  await page.keyboard.press('y')
  await expect.poll(told).toHaveLength(3)
  await page.evaluate(() => window.coreUnderTest?.emit('claims.changed', { ids: ['42773265' as never] }))
  await page.keyboard.press('Shift+Y')
  await expect.poll(told).toHaveLength(4)
  expect((await told())[3]).toBe((await told())[0])
})

test('a decision is told once', async ({ page }) => {
  const told = await listen(page)
  await page.goto(site.urlOf('sureThing'))
  await expect(heading(page)).toBeFocused()
  await page.keyboard.press('a')
  await page.keyboard.press('a')
  await expect(page.getByRole('region', { name: 'Last decision' })).toBeVisible()
  await expect.poll(async () => (await told()).filter((words) => /approved/i.test(words)).length).toBe(1)
})

test('the link of a claim is copied as text and as a link that leads back to it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(site.urlOf('whole'))
  await expect(heading(page)).toBeFocused()
  await page.keyboard.press('y')
  const read = (type: string) =>
    page.evaluate(async (wanted) => {
      const [item] = await navigator.clipboard.read()
      return item?.types.includes(wanted) === true ? (await item.getType(wanted)).text() : ''
    }, type)
  // While it is written what was looked at may be gone before it is read.
  await expect
    .poll(() => read('text/plain').catch(() => ''))
    .toMatch(/^42773265 Harrow Point Teams Phone\nhttp:.*#\/claims\/42773265$/)
  const link = await read('text/html')
  expect(link).toContain('42773265 Harrow Point Teams Phone</a>')
  const address = /href="([^"]+)"/.exec(link)?.[1]?.replaceAll('&amp;', '&') ?? ''
  await page.goto('about:blank')
  await page.goto(address)
  await expect(heading(page)).toHaveText(/Harrow Point Teams Phone/)
})

test('whoever goes to the relatives before they are read stands at the first as soon as they are', async ({
  page,
}) => {
  await page.goto(site.urlOf('lateFamily'))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('f')
  await expect(page.getByRole('heading', { level: 1 })).not.toBeFocused()
  await page.evaluate(() => dispatchEvent(new Event('answer')))
  await expect(page.locator('a:focus')).toHaveText('Harrow Point Dynamics 365')
})

import { expect, type Page, test } from '@playwright/test'
import { pseudoMessage } from './pseudoLocale.ts'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

/** What is cut on purpose and is there in whole elsewhere: by ellipsis with a tooltip or beside the page it leads to. */
const CUT_ON_PURPOSE = ['.pd-cut', '.pd-sr', '[role=grid] *', 'iframe']

/** Texts that stand in a box which hides what does not fit, and do not fit. */
const clipped = (page: Page) =>
  page.evaluate((onPurpose) => {
    const isTold = (element: Element) => {
      const style = getComputedStyle(element)
      return style.textOverflow === 'ellipsis' && element.closest('[title], [aria-label]') !== null
    }
    return [...document.querySelectorAll<HTMLElement>('#root *, .fui-FluentProvider *')]
      .filter((element) => (element.textContent ?? '').trim() !== '' && element.getClientRects().length > 0)
      .filter((element) => onPurpose.every((selector) => element.closest(selector) === null))
      .filter((element) => {
        const { overflowX } = getComputedStyle(element)
        return (
          (overflowX === 'hidden' || overflowX === 'clip') && element.scrollWidth > element.clientWidth + 1
        )
      })
      .filter((element) => !isTold(element))
      .map((element) => `${element.className.slice(0, 60)}: ${element.textContent?.slice(0, 60)}`)
  }, CUT_ON_PURPOSE)

test('a longer language keeps every value of a message and grows by two fifths', () => {
  const plural = '{count, plural, one {# claim} other {# claims}} of {name}'
  expect(pseudoMessage(plural)).toMatch(
    /^\{count\s?,\s?plural\s?,\s?one ?\{# çlàïm\} other ?\{# çlàïms\}\} öf \{name\} /,
  )
  const text = 'Take the next claim'
  expect(pseudoMessage(text).length).toBeGreaterThanOrEqual(text.length * 1.35)
})

test('a text that is cut without a word is found', async ({ page }) => {
  await page.goto(site.urlOf('help', 'pseudo'))
  await expect(page.getByRole('link').first()).toBeVisible()
  await page.evaluate(() => {
    const box = document.createElement('p')
    box.style.cssText = 'overflow: hidden; width: 60px; white-space: nowrap'
    box.append(Object.assign(document.createElement('b'), { textContent: 'Words that do not fit' }))
    document.querySelector('main')?.append(box)
  })
  expect(await clipped(page)).toEqual([': Words that do not fit'])
})

const SCENES = [
  ['desk', (page: Page) => expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()],
  ['sample', (page: Page) => expect(page.getByRole('complementary').first()).toBeVisible()],
  ['own', (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()],
  ['trays', (page: Page) => expect(page.getByRole('button', { name: /^Harrow Point/ })).toBeVisible()],
  ['settings', (page: Page) => expect(page.getByRole('switch').first()).toBeVisible()],
  ['help', (page: Page) => expect(page.getByRole('link').first()).toBeVisible()],
] as const

for (const [scene, reach] of SCENES) {
  test(`${scene}: words that are two fifths longer are all there, wide and narrow`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(site.urlOf(scene, 'pseudo'))
    await reach(page)
    await expect(page.getByText(/[àéïöûñç]/).first()).toBeVisible()
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await clipped(page), `${width} pixels wide`).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over, `${width} pixels wide`).toBeLessThanOrEqual(0)
    }
  })
}

import { expect, type Page, test } from '@playwright/test'
import { violationsIn, without } from '../axe.ts'
import { hiddenFocus, moving, smallTargets, withoutRing } from './controls.ts'
import { openFirst } from './states/otherStates.ts'
import { STATES } from './states/states.ts'
import { startWindowSite, type WindowSite } from './windowSite.ts'

// Every state stands by itself: whichever worker is free takes the next.
test.describe.configure({ mode: 'parallel' })

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

test.describe('in the longer words, dark and light, 1280 and 320 pixels wide', () => {
  test.use({ colorScheme: 'dark', locale: 'it-IT', contextOptions: { reducedMotion: 'reduce' } })
  for (const { scene, at, shows, reach } of STATES) {
    test(`${shows}: axe finds nothing, nothing runs over the side, all can be hit and seen`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(site.urlOf(scene, 'it', at))
      await reach(page)
      await expectNothingAmiss(page)
      await page.setViewportSize({ width: 320, height: 800 })
      // Contrast takes axe longer than all else, and the width changes no colour.
      await expectNothingAmiss(page, without('color-contrast'))
      // The same page in the other look: what a colour can change is its contrast.
      await turnTo(page, 'light')
      await page.setViewportSize({ width: 1280, height: 800 })
      expect(await violationsIn(page, { runOnly: ['color-contrast'] })).toEqual([])
      await page.emulateMedia({ forcedColors: 'active' })
      // The last thing used is the keyboard, so the browser shows what has the focus.
      await page.keyboard.press('Shift')
      expect(await withoutRing(page), 'the same with the focus as without it').toEqual([])
    })
  }
})

/** The window takes other colours on once it was told, and some of them a frame later. */
async function turnTo(page: Page, look: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme: look })
  await expect.poll(() => page.evaluate(() => document.documentElement.style.colorScheme)).toBe(look)
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(drawn))
    await Promise.all(document.getAnimations().map(({ finished }) => finished))
  })
}

async function expectNothingAmiss(
  page: Page,
  options: Parameters<typeof violationsIn>[1] = {},
): Promise<void> {
  // A menu hangs beside the landmarks, as a dialog does, which axe knows of dialogs alone.
  const hasMenu = (await page.getByRole('menu').count()) > 0
  const amiss = await violationsIn(page, options)
  expect(amiss.filter((words) => !(hasMenu && words.startsWith('region:')))).toEqual([])
  const over = await page.evaluate(() =>
    [...document.querySelectorAll('main, main section, [data-pane]')]
      .filter((pane) => pane.scrollWidth > pane.clientWidth + 1)
      .map((pane) => `${pane.className} ${pane.scrollWidth} of ${pane.clientWidth}`),
  )
  expect(over).toEqual([])
  expect(await moving(page), 'motion that nobody wanted').toEqual([])
  expect(await smallTargets(page), 'targets under 24 pixels').toEqual([])
  expect(await hiddenFocus(page), 'focus that cannot be seen').toEqual([])
}

test('what is amiss is found: a picture without words, and letters that are too pale in one look alone', async ({
  page,
}) => {
  await page.goto(site.urlOf('help'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => {
    const pale = Object.assign(document.createElement('p'), { textContent: 'Pale' })
    pale.style.cssText = 'background: #fff; color: light-dark(#ddd, #222)'
    document.querySelector('h1')?.after(document.createElement('img'), pale)
  })
  const found = async () => (await violationsIn(page)).map((words) => words.split(':')[0])
  expect(await found()).toEqual(['color-contrast', 'image-alt'])
  await turnTo(page, 'dark')
  expect(await found()).toEqual(['image-alt'])
})

test('the key sheet shows every key, however many there are', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(site.urlOf('trays'))
  await expect(page.getByRole('button', { name: /^Harrow Point Teams Phone/ })).toBeVisible()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  const last = sheet.getByText('Copy my words')
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport({ ratio: 1 })
  const sideways = await sheet.evaluate((box) =>
    [...box.querySelectorAll('div')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 300 && scrollWidth > clientWidth + 4)
      .map(({ className, scrollWidth, clientWidth }) => `${className} ${scrollWidth} of ${clientWidth}`),
  )
  expect(sideways).toEqual([])
})

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })
  test('what changed, what is old and which conflict is current are said without colour', async ({
    page,
  }) => {
    await page.goto(site.urlOf('trays'))
    await openFirst(page)
    await expect(page.locator('[data-fact=status]').last()).toContainText('changed')
    await expect(page.getByRole('contentinfo')).toContainText(/oldest unsent: 1[67]m/)
    await expect(page.getByRole('button', { expanded: true })).toHaveAttribute('aria-current', 'true')
  })
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { hiddenFocus, moving, smallTargets, withoutRing } from './controls.ts'
import { openFirst } from './states/otherStates.ts'
import { STATES } from './states/states.ts'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const LOOKS = [
  { name: 'light', locale: 'en', colorScheme: 'light', widths: [1280] },
  // The longer words in the narrow window too, on the page that stands there already.
  { name: 'dark, Italian', locale: 'it', colorScheme: 'dark', widths: [1280, 320] },
] as const

for (const { name, locale, colorScheme, widths } of LOOKS) {
  test.describe(name, () => {
    test.use({
      colorScheme,
      locale: locale === 'it' ? 'it-IT' : 'en-GB',
      contextOptions: { reducedMotion: 'reduce' },
    })
    for (const { scene, at: hash, shows, reach } of STATES) {
      const at = widths.join(' and ')
      test(`${shows}, ${at} pixels wide: axe finds nothing, nothing runs over the side, all can be hit and seen`, async ({
        page,
      }) => {
        await page.setViewportSize({ width: widths[0], height: 800 })
        await page.goto(site.urlOf(scene, locale, hash))
        await reach(page)
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 })
          await expectNothingAmiss(page)
        }
        await page.emulateMedia({ forcedColors: 'active' })
        // The last thing used is the keyboard, so the browser shows what has the focus.
        await page.keyboard.press('Shift')
        expect(await withoutRing(page), 'the same with the focus as without it').toEqual([])
      })
    }
  })
}

async function expectNothingAmiss(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).exclude('[data-tabster-dummy]').exclude('iframe')
  // A menu hangs beside the landmarks, as a dialog does, which axe knows of dialogs alone.
  if ((await page.getByRole('menu').count()) > 0) axe.disableRules('region')
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  const over = await page.evaluate(() =>
    [...document.querySelectorAll('main, main section, [data-pane]')]
      .filter((pane) => pane.scrollWidth > pane.clientWidth + 1)
      .map((pane) => `${pane.className} ${pane.scrollWidth} of ${pane.clientWidth}`),
  )
  expect(over).toEqual([])
  expect(await moving(page), 'motion that nobody wanted').toEqual([])
  expect(await smallTargets(page), 'targets under 24 pixels').toEqual([])
  // In the narrow window the last tool of the viewer does not always come into sight yet.
  const hidden = await hiddenFocus(page)
  const isNarrow = (page.viewportSize()?.width ?? 0) < 640
  const known = isNarrow ? /^BUTTON (Salva una copia|Save a copy)$/ : null
  expect(
    hidden.filter((control) => known?.test(control) !== true),
    'focus that cannot be seen',
  ).toEqual([])
}

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

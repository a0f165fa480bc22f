import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

type Reach = (page: Page) => Promise<unknown>

const openFirst: Reach = async (page) => {
  await page.getByRole('button', { name: /^Harrow Point Teams Phone/ }).press('Enter')
  await expect(page.getByText(/^(What happened since|Che cosa è successo)/)).toBeVisible()
}

const pickThree: Reach = async (page) => {
  await expect(page.getByRole('grid').getByRole('row').nth(4)).toBeVisible()
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+J')
}

/** Every state of the screens about the queue, sync, assignment and drafts. */
const STATES: readonly (readonly [scene: string, state: string, reach: Reach])[] = [
  ['trays', 'a conflict laid open', openFirst],
  [
    'trays',
    'a conflict handed over',
    async (page) => {
      await openFirst(page)
      await page.keyboard.press('Shift+H')
      await expect(page.getByRole('combobox')).toBeFocused()
    },
  ],
  ['traysEmpty', 'nothing to do', (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()],
  [
    'traysFailed',
    'lists that cannot be read',
    (page) => expect(page.getByRole('alert').first()).toBeVisible(),
  ],
  [
    'readiness',
    'documents that are missing',
    (page) => expect(page.getByText('scan_0231.pdf')).toBeVisible(),
  ],
  ['recovery', 'a database put together anew', (page) => expect(page.getByText(/\.damaged/)).toBeVisible()],
  ['queue', 'who holds what', (page) => expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()],
  [
    'desk',
    'a filter with a part that is not understood, over text found in papers',
    async (page) => {
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
      await page.keyboard.press('/')
      await page.keyboard.type('sla:<5d mood:good signature')
      await page.keyboard.press('Enter')
      await expect(page.locator('mark').first()).toBeVisible()
    },
  ],
  [
    'desk',
    'picked claims',
    async (page) => {
      await pickThree(page)
      await expect(page.getByRole('toolbar')).toContainText(/left out|esclus/)
    },
  ],
  [
    'desk',
    'the question before many are approved',
    async (page) => {
      await pickThree(page)
      await expect(page.getByRole('toolbar')).toContainText(/left out|esclus/)
      await page.keyboard.press('a')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  ],
  [
    'desk',
    'why a claim is next',
    async (page) => {
      await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible()
      await page.keyboard.press('j')
      await page.keyboard.press('w')
      await expect(page.getByText(/^(Weekend|Fine settimana)$/)).toBeVisible()
    },
  ],
  [
    'desk',
    'a snooze',
    async (page) => {
      await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible()
      await page.keyboard.press('b')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  ],
  [
    'desk',
    'what the filter understands',
    async (page) => {
      await page.getByRole('button', { name: /What the filter|Che cosa capisce/ }).click()
      await expect(page.getByText('check:failed>1')).toBeVisible()
    },
  ],
  [
    'free',
    'a claim that nobody holds',
    (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  ],
  [
    'other',
    'a claim of somebody else',
    (page) => expect(page.getByText('Anouk Kessler').first()).toBeVisible(),
  ],
  [
    'mine',
    'handing over',
    async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('Shift+H')
      await expect(page.getByRole('combobox')).toBeFocused()
    },
  ],
  [
    'own',
    'own evidence, and a question about pages that nobody looked at',
    async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('a')
      await expect(page.getByText(/^3 (pages of 3|pagine su 3)/)).toBeVisible()
      await expect(page.getByText('Marta Ginevri, 2').first()).toBeVisible()
    },
  ],
  [
    'draft',
    'a draft brought back',
    async (page) => {
      await page.getByRole('button', { name: /^(Go on|Continua)$/ }).click()
      await expect(page.getByText(/^(your draft of|la sua bozza del)/)).toBeVisible()
    },
  ],
  [
    'whole',
    'what a claim is known by, and its relatives',
    async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('f')
      await expect(page.locator('a:focus')).toHaveText('Harrow Point Dynamics 365')
      await page.keyboard.press('Shift+X')
    },
  ],
  [
    'whole',
    'what edits changed',
    async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('c')
      await expect(page.getByText(/^(Judged anew|Da giudicare)/).first()).toBeVisible()
    },
  ],
  [
    'approved',
    'an approved claim with its subscriptions',
    (page) => expect(page.getByText(/^(Subscription of|Sottoscrizione di)/).first()).toBeVisible(),
  ],
  [
    'disputes',
    'a dispute of somebody else’s rejection',
    (page) => expect(page.getByText(/Kowalczyk\.pdf/)).toBeVisible(),
  ],
  [
    'ownDispute',
    'a dispute of one’s own rejection',
    (page) => expect(page.getByRole('alert').getByRole('combobox')).toBeVisible(),
  ],
  ['noDisputes', 'no dispute', (page) => expect(page.getByRole('heading', { level: 2 })).toBeVisible()],
  [
    'rechecked',
    'a check after a resubmission',
    (page) => expect(page.getByText(/Denise Kowalczyk\.pdf\)/).first()).toBeVisible(),
  ],
  [
    'compared',
    'an earlier version beside a newer one',
    async (page) => {
      await expect(page.getByRole('button', { name: /^(Compare with|Confronta con)/ })).toBeVisible()
      await page.keyboard.press('v')
      await expect(page.getByRole('list', { name: /^(Changes|Modifiche)$/ })).toBeVisible()
      await page.keyboard.press('.')
      await expect(page.getByText(/^1 (of|di) 5, (page|pagina) 1$/)).toBeVisible()
    },
  ],
  [
    'guarded',
    'a letter that must not leave like this, and a request that was answered before',
    async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('i')
      await expect(page.getByText(/^(Names another partner|Nomina un altro)/)).toBeVisible()
      await expect(page.getByText(/(chapter two)/)).toBeVisible()
    },
  ],
  [
    'blindFirst',
    'a claim that is judged before the machine is seen',
    (page) => expect(page.getByText(/^(Judge first|Prima il Suo giudizio)/).first()).toBeVisible(),
  ],
  [
    'contradicted',
    'a form and a proof that differ',
    async (page) => {
      await page.getByRole('button', { name: '8c6ef46b-82f3-42b4-8660-3ea77890fb34', exact: true }).click()
      await expect(page.locator('[data-pane=facts] :focus')).toContainText('8c6ef46b')
    },
  ],
  [
    'sureThing',
    'an approval that can be taken back',
    async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('a')
      await page.keyboard.press('a')
      await expect(page.getByRole('region', { name: /^(Last decision|Ultima decisione)$/ })).toBeVisible()
    },
  ],
  [
    'desk',
    'the palette',
    async (page) => {
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('ri')
      await expect(page.getByRole('option', { selected: true })).toBeVisible()
    },
  ],
  ['settings', 'the settings', (page) => expect(page.getByRole('switch')).toBeVisible()],
  [
    'settings',
    'keys that are taken',
    async (page) => {
      await page
        .getByRole('button', { name: /^(Change the keys of|Cambia i tasti di) (Approve|Approva)$/ })
        .press('Enter')
      await page.keyboard.press('r')
      await expect(page.getByRole('alert').filter({ hasText: /[“«]/ })).toBeVisible()
    },
  ],
  ['help', 'the help', (page) => expect(page.getByRole('link', { name: /browser/ }).first()).toBeVisible()],
  [
    'sample',
    'a step of the guide',
    async (page) => {
      await page.getByRole('button', { name: /^(Start|Inizia)$/ }).press('Enter')
      await expect(page.getByText(/^(Step|Passo) 1/)).toBeVisible()
    },
  ],
  [
    'sample',
    'the question before the sample goes',
    async (page) => {
      await expect(page.getByRole('button', { name: /^(Start|Inizia)$/ })).toBeVisible()
      await page.keyboard.press('Control+k')
      await page.keyboard.type(
        (await page.locator('html').getAttribute('lang'))?.startsWith('it')
          ? 'ripristina l’area'
          : 'reset the sample',
      )
      await expect(page.getByRole('option', { selected: true })).toContainText(/(Reset|Ripristina) /)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alertdialog')).toBeVisible()
    },
  ],
  [
    'ended',
    'a lease that ended',
    (page) => expect(page.getByText(/Your words are kept|Il suo testo è conservato/)).toBeVisible(),
  ],
]

const LOOKS = [
  { name: 'light', locale: 'en', colorScheme: 'light', widths: [1280] },
  // The longer words in the narrow window too, on the page that stands there already.
  { name: 'dark, Italian', locale: 'it', colorScheme: 'dark', widths: [1280, 320] },
] as const

for (const { name, locale, colorScheme, widths } of LOOKS) {
  test.describe(name, () => {
    test.use({ colorScheme, locale: locale === 'it' ? 'it-IT' : 'en-GB' })
    for (const [scene, state, reach] of STATES) {
      const at = widths.join(' and ')
      test(`${state}, ${at} pixels wide: axe finds nothing, and nothing runs over the side`, async ({
        page,
      }) => {
        await page.setViewportSize({ width: widths[0], height: 800 })
        await page.goto(site.urlOf(scene, locale))
        await reach(page)
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 })
          await expectNothingAmiss(page)
        }
      })
    }
  })
}

async function expectNothingAmiss(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-tabster-dummy]')
    .exclude('iframe')
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  const over = await page.evaluate(() =>
    [...document.querySelectorAll('main, main section, [data-pane]')]
      .filter((pane) => pane.scrollWidth > pane.clientWidth + 1)
      .map((pane) => `${pane.className} ${pane.scrollWidth} of ${pane.clientWidth}`),
  )
  expect(over).toEqual([])
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

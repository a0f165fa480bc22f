import { expect, type Page, test } from '@playwright/test'
import { startWindowSite, type WindowSite } from './windowSite.ts'
import { asked } from './asked.ts'

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

/** From the queue's first picture on, what React puts off until after the paint waits for `onward`, as on a machine that is busy. */
async function holdBackAfterTheFirstPaint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const waiting: (() => void)[] = []
    let isOnward = false
    const listen = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage')?.set
    // React's scheduler goes from one piece of work to the next by a message to itself.
    Object.defineProperty(MessagePort.prototype, 'onmessage', {
      set(this: MessagePort, hear: (event: MessageEvent) => void) {
        listen?.call(this, (event: MessageEvent) => {
          if (isOnward || document.querySelector('[role=grid]') === null) hear(event)
          else waiting.push(() => hear(event))
        })
      },
    })
    addEventListener('onward', () => {
      isOnward = true
      for (const go of waiting) go()
    })
  })
}

test('letters typed before the window has come to rest after its first picture stay in the field', async ({
  page,
}) => {
  await holdBackAfterTheFirstPaint(page)
  await page.goto(site.urlOf('queue'))
  const field = page.getByRole('textbox', { name: 'Filter the claims' })
  await expect(field).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('distri')
  await expect(field).toHaveValue('distri')
  await page.evaluate(() => dispatchEvent(new Event('onward')))
  await page.keyboard.type('buzione')
  await expect(field).toHaveValue('distribuzione')
  await expect(rowAt(page, 0)).toContainText('Distribuzione')
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

/** Presses the key in the moment in which the queue is first seen, before anything that is loaded later can be there. */
const pressAtFirstSight = (page: Page, key: Pick<KeyboardEventInit, 'key' | 'code' | 'shiftKey'>) =>
  page.addInitScript((pressed) => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('[role=grid]') === null) return
      seen.disconnect()
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true }))
    })
    seen.observe(document, { childList: true, subtree: true })
  }, key)

test('the sheet of keys opens also by a key that came before the sheet', async ({ page }) => {
  await pressAtFirstSight(page, { key: '?', code: 'Slash', shiftKey: true })
  await page.goto(site.urlOf('desk'))
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the menu opens also by a key that came before the menu', async ({ page }) => {
  await pressAtFirstSight(page, { key: 'F10', code: 'F10' })
  await page.goto(site.urlOf('desk'))
  await expect(page.getByRole('menuitem', { name: 'Claim', exact: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem').nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
})

const rowAt = (page: Page, index: number) =>
  page
    .getByRole('grid')
    .getByRole('row')
    .nth(index + 1)

test('parts of the filter become chips, and leave by the keyboard alone', async ({ page }) => {
  await page.goto(site.urlOf('desk'))
  await expect(rowAt(page, 0)).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('status:approved sla:<9w mood:good ')
  const field = page.getByRole('search')
  await expect(field.getByRole('button', { name: 'Remove status:approved' })).toBeVisible()
  await expect(page.getByText('mood:good narrows nothing down: There is no field mood.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No claim matches' })).toBeVisible()
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Delete']) await page.keyboard.press(key)
  await expect(rowAt(page, 0)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Filter the claims' })).toBeFocused()
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('textbox', { name: 'Filter the claims' })).toHaveValue('mood:good')
})

test('an address shows its filter, and a view is such an address', async ({ page }) => {
  const url = site.urlOf('desk')
  await page.goto(`${url}#/queue?filter=${encodeURIComponent('status:under_review partner:"Contoso Ltd"')}`)
  await expect(page.getByRole('button', { name: 'Remove partner:"Contoso Ltd"' })).toBeVisible()
  const view = page.getByRole('link', { name: /^Business Central/ })
  await expect(view).toHaveAttribute('href', '#/queue?filter=product%3A%22business%20central%22')
  await view.press('Enter')
  await expect(view).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('button', { name: 'Remove product:"business central"' })).toBeVisible()
})

for (const { locale, status, note, view } of [
  {
    locale: 'en',
    status: 'more than 10,000 of 100,000',
    note: 'More than 10,000 claims match. The 10,000 that are due first stand here',
    view: 'Cloud more than 10,000',
  },
  {
    locale: 'it',
    status: 'più di 10.000 di 100.000',
    note: 'Corrispondono più di 10.000 richieste. Qui stanno le 10.000',
    view: 'Cloud più di 10.000',
  },
] as const) {
  test(`that more claims match than are counted is said in words, also to screen readers (${locale})`, async ({
    page,
  }) => {
    await page.goto(site.urlOf('many', locale))
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '100001')
    await expect(page.getByText(note)).toHaveCount(0)
    await page.getByRole('link', { name: view }).click()
    await expect(page.getByRole('search').getByRole('status')).toHaveText(status)
    await expect(page.getByText(note)).toBeVisible()
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '-1')
    await page.getByRole('grid').focus()
    await page.keyboard.press('End')
    await expect(page.getByRole('row').filter({ hasText: 'Claim 10000' })).toHaveAttribute('data-current', '')
  })
}

test('a badge keeps to the room it has, and the name of its place tells the whole number', async ({
  page,
}) => {
  await page.goto(site.urlOf('many'))
  const disputes = page.getByRole('link', { name: /^Disputes, 20,000 wait$/ })
  await expect(disputes).toHaveText('99+')
})

test('picked claims stay picked under another filter, and Escape lets them go', async ({ page }) => {
  await page.goto(site.urlOf('desk'))
  await expect(rowAt(page, 3)).toBeVisible()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await rowAt(page, 4).click({ modifiers: ['Shift'] })
  await expect(page.getByRole('toolbar')).toContainText('5 of 24 picked')
  await expect(rowAt(page, 4)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('/')
  await page.keyboard.type('nowhere')
  await expect(page.getByRole('heading', { name: 'No claim matches' })).toBeVisible()
  await expect(page.getByRole('toolbar')).toContainText('5 of 0 picked')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(rowAt(page, 4)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar')).toBeHidden()
  await expect(rowAt(page, 4)).toHaveAttribute('aria-selected', 'false')
})

test('many approvals are asked about once, and go to no claim that was left out', async ({ page }) => {
  await page.goto(site.urlOf('desk'))
  await expect(rowAt(page, 0)).toBeVisible()
  for (let count = 0; count < 12; count += 1) await page.keyboard.press('Shift+J')
  const bar = page.getByRole('toolbar')
  await expect(bar).toContainText('13 of 24 picked')
  await expect(bar).toContainText('1 is left out of Approve: Open: Dates')
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Approve 12 claims?' })
  await expect(dialog).toContainText('Harrow Point Teams Phone Open: Dates')
  expect(await asked(page, 'claims.bulk')).toEqual([])
  await dialog.getByRole('button', { name: 'Approve 12' }).click()
  await expect(page.getByText('12 claims approved.')).toBeVisible()
  const [sent] = await asked(page, 'claims.bulk')
  expect(sent).toMatchObject({ act: 'approve' })
  const ids = (sent as { claims: { claimId: string }[] }).claims.map(({ claimId }) => claimId)
  expect(ids).toEqual(Array.from({ length: 12 }, (_, at) => `4280${at + 1}265`))
  await expect(bar).toContainText('1 of 24 picked')
})

test('a column is made wider by keys, and the desk is kept', async ({ page }) => {
  await page.goto(site.urlOf('desk'))
  const head = page.getByRole('columnheader', { name: 'Customer' })
  await expect(rowAt(page, 0)).toBeVisible()
  const widthOf = async () => Math.round((await head.boundingBox())?.width ?? 0)
  const before = await widthOf()
  await page.getByRole('separator', { name: 'Width of Customer' }).press('Shift+ArrowRight')
  await expect.poll(widthOf).toBe(before + 64)
  await page.getByRole('button', { name: 'List and views' }).click()
  await page.getByRole('menuitemradio', { name: 'Compact' }).click()
  await expect.poll(async () => (await rowAt(page, 0).boundingBox())?.height).toBe(28)
  await expect
    .poll(() => asked(page, 'desk.keep'))
    .toContainEqual(expect.objectContaining({ widths: { customer: before + 64 } }))
  await page.getByRole('separator', { name: 'Width of Customer' }).press('Home')
  await expect.poll(widthOf).toBe(before)
})

test('a snooze says its day, and brings the claim of the cursor out of sight', async ({ page }) => {
  await page.goto(site.urlOf('desk'))
  await expect(rowAt(page, 1)).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('b')
  await page.getByRole('button', { name: /^Tomorrow/ }).press('Enter')
  await expect(page.getByText('One claim is out of sight until then')).toBeVisible()
  const [sent] = await asked(page, 'claims.snooze')
  expect(sent).toMatchObject({ claimIds: ['42801265'] })
})

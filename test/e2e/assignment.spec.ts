import { expect } from '@playwright/test'
import { test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'

const NAME = 'Aldermere intranet and OneDrive'

test('a claim is taken, released, taken again and handed over, by keyboard alone', async ({
  page,
  bench,
}) => {
  await bench.open()
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', NAME)
  const holder = page.getByTitle('Who works on this claim')

  // It shows at once; the next key counts when the act before has been stored and sent.
  const isSent = () => expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })
  await page.keyboard.press('t')
  await expect(holder).toContainText(/Yours · (29|30)m/, { timeout: 30_000 })
  await isSent()
  await page.keyboard.press('Shift+T')
  await expect(holder).toContainText('Nobody holds it', { timeout: 30_000 })
  await isSent()
  await page.keyboard.press('t')
  await expect(holder).toContainText('Yours', { timeout: 30_000 })
  await isSent()

  // "Yours" shows as soon as it is stored; handing over opens once the act before has come back from the hub.
  const to = page.getByRole('combobox', { name: 'To' })
  await expect(async () => {
    await page.keyboard.press('Shift+H')
    await expect(to).toBeFocused({ timeout: 1500 })
  }).toPass({ timeout: 30_000 })
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Page 2 is still to be read.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`${NAME} was handed over to`).first()).toBeVisible()
  await expect(holder).toContainText(/23h \d\dm/, { timeout: 30_000 })
  await isSent()
  // What somebody else holds is not decided here, and the bar says who does.
  await expect(page.getByText(/works on this claim$/).first()).toBeVisible()
})

test('a row of the queue is taken without opening it', async ({ page, bench }) => {
  await bench.open()
  const screens = screensOf(page)
  await screens.settled()
  await page.keyboard.press('/')
  await page.keyboard.type('aldermere')
  await page.keyboard.press('Enter')
  await expect(screens.row(NAME)).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByText(`${NAME} is yours`)).toBeVisible()
  await expect(screens.row(NAME).getByTitle(/^Yours/)).toBeVisible({ timeout: 30_000 })
})

test('what was typed and not sent is there after a reload and after a restart, until it is started afresh', async ({
  page,
  bench,
}) => {
  const first = await bench.open()
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', NAME)
  await page.keyboard.press('r')
  await page.getByRole('radio', { name: 'Insufficient proof of execution' }).click()
  await page.getByRole('textbox', { name: /^Note for the lead/ }).fill('About something else.')
  await screensOf(page).writeLetter('The papers do not show the work.')
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Reject: your draft of/)).toBeVisible()

  await page.reload()
  await expect(page.getByText(/^Reject: your draft of/)).toBeVisible({ timeout: 30_000 })
  await first.stop()
  await bench.open()
  await page.goto(`${new URL(page.url()).origin}/#/claims/35196622`)
  await page.getByRole('button', { name: 'Go on' }).click({ timeout: 60_000 })
  await expect(page.getByText(/^your draft of/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^To / })).toHaveValue('The papers do not show the work.')
  await expect(page.getByRole('textbox', { name: /^Note for the lead/ })).toHaveValue('About something else.')

  await page.getByRole('button', { name: 'Start afresh' }).click()
  await expect(page.getByRole('textbox', { name: /^To / })).toHaveValue('')
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/your draft of/)).toHaveCount(0)
})

test('the status bar leads to what is on this machine, and the room for it can be changed', async ({
  page,
  bench,
}) => {
  await bench.open()
  const screens = screensOf(page)
  await screens.settled()
  const ready = await screens.state.getByRole('link', { name: /^Ready offline/ }).textContent()
  const [local, known] = (ready ?? '').match(/\d+/g) ?? []
  await screens.state.getByRole('link', { name: /^Ready offline/ }).click()
  await expect(page.getByRole('heading', { name: 'Going offline' })).toBeFocused()
  const part = page.getByRole('region', { name: 'Going offline' })
  await expect(part).toContainText(`${local} of ${known} of the queue`)
  await part.getByRole('textbox', { name: 'Room for documents' }).fill('20')
  await expect(part).toContainText('From 50 to 100,000 MB')
  await part.getByRole('textbox', { name: 'Room for documents' }).fill('750')
  await page.keyboard.press('Enter')
  await expect(part).toContainText('used of 750 MB')
})

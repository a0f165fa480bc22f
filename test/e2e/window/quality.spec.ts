import { expect, type Page, test } from '@playwright/test'
import { asked } from './asked.ts'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('a lead comes by keys, draws a sample and reads agreement and what differs', async ({ page }) => {
  await page.goto(`${site.urlOf('leadQuality')}#/queue`)
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Anouk Kessler, team lead/ })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('y')
  await expect(page).toHaveURL(/#\/quality$/)
  const samples = part(page, 'Samples')
  await samples.getByLabel('Seed').fill('x')
  await expect(samples.getByRole('button', { name: 'Draw a sample' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await samples.getByLabel('Seed').fill('41')
  await samples.getByRole('button', { name: 'Draw a sample' }).click()
  await expect.poll(() => asked(page, 'quality.draw')).toMatchObject([{ seed: 41, perCell: 1, most: 20 }])
  await expect(samples.getByRole('row', { name: /^Outcome 3 of 4 \(75 %\)/ })).toBeVisible()
  await expect(samples.getByRole('row', { name: /^Dates 3 of 4/ })).toBeVisible()
  await expect(samples.getByText('Dates: first Met, then Cannot tell')).toBeVisible()
})

test('a figure of a check opens where people said otherwise, and an advisory one says since when', async ({
  page,
}) => {
  await page.goto(site.urlOf('leadQuality'))
  const precision = part(page, 'Precision of checks')
  const row = precision.locator('[data-check="customerAcknowledgment"]')
  await expect(row).toContainText('Advisory since')
  await expect(precision.locator('[data-check="serviceDescription"]')).toContainText(
    'fewer than 20 are known',
  )
  await row.getByRole('button').press('Enter')
  await expect(precision.getByText('the check said Met, Marta Ginevri said Not met')).toBeVisible()
})

test('a note goes to whoever decided, with what was missed', async ({ page }) => {
  await page.goto(site.urlOf('leadQuality'))
  await page
    .getByRole('button', { name: /^Write a note to Marta Ginevri/ })
    .first()
    .click()
  const form = page.getByRole('group', { name: 'Note to Marta Ginevri' })
  const send = form.getByRole('button', { name: 'Send the note' })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await expect(form.getByRole('checkbox', { name: 'Customer signature' })).toBeChecked()
  await form.getByLabel('In words').fill('The line of the customer is empty.')
  await form.getByRole('radio', { name: 'weak' }).check()
  await send.click()
  await expect(form).toBeHidden()
  await expect
    .poll(() => asked(page, 'quality.sendNote'))
    .toMatchObject([
      {
        toUserId: 'u-reviewer',
        criteria: ['customerAcknowledgment'],
        missed: 'The line of the customer is empty.',
        quality: 2,
      },
    ])
})

test('a second review shows nothing of the first and leaves once every criterion and the outcome are said', async ({
  page,
}) => {
  await page.goto(site.urlOf('ownQuality'))
  await expect(part(page, 'Second reviews').getByText('Waits for your word')).toBeVisible()
  await page.goto(site.urlOf('secondReview'))
  const panel = part(page, 'Your second review')
  const send = panel.getByRole('button', { name: 'Send the second review' })
  await expect(panel.getByText('5 criteria are still open')).toBeVisible()
  for (const group of await panel.getByRole('group').all())
    await group.getByRole('radio', { name: 'Met', exact: true }).check()
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await panel.getByRole('radio', { name: 'approve' }).check()
  await send.click()
  await expect(panel.getByRole('status')).toContainText('On its way.')
  const [review] = (await asked(page, 'quality.sendReview')) as { verdicts: object[]; outcome: string }[]
  expect(review).toMatchObject({ outcome: 'approve' })
  expect(review?.verdicts).toHaveLength(5)
  await expect(page.locator('[data-pane="decision"]')).toHaveCount(0)
})

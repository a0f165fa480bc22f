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

test('cells of a sample say how many there were of each kind and how many were drawn', async ({ page }) => {
  await page.goto(site.urlOf('leadQuality'))
  const samples = part(page, 'Samples')
  await samples.getByText('4 cells: 5 of 86 decisions drawn').click()
  const row = samples.getByRole('row', { name: /^Marta Ginevri approve nothing in doubt/ })
  await expect(row).toHaveAccessibleName(/usual 61 2$/)
})

test('twins decided otherwise open both claims, and one is kept as right with a reason', async ({ page }) => {
  await page.goto(site.urlOf('leadQuality'))
  const twins = part(page, 'Twins decided otherwise')
  const pair = twins.locator('[data-twins="42773265"]')
  await expect(pair).toContainText('Approved')
  await expect(pair).toContainText('Rejected')
  await expect(pair).toContainText('The same papers.')
  await expect(twins.locator('[data-twins]')).toHaveCount(2)
  await pair.getByRole('button', { name: /^Right as it is/ }).click()
  const save = pair.getByRole('button', { name: 'Keep as right' })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await pair.getByLabel('Why both are right').fill('The second has no customer of its own.')
  await save.click()
  await expect(pair).toContainText('on its way')
  await expect
    .poll(() => asked(page, 'twins.dismiss'))
    .toMatchObject([{ claimId: '42773265', reason: 'The second has no customer of its own.' }])
  await twins.getByRole('button', { name: 'Show 1 pair that was found right' }).click()
  await expect(twins).toContainText('The second customer withdrew by telephone.')
  await pair.getByRole('button', { name: /^Open Harrow/ }).click()
  await expect(page).toHaveURL(/42772265/)
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
  const kept = (await asked(page, 'reviewDrafts.keep')) as { draft: { outcome: string; words: object[] } }[]
  expect(kept.at(-1)?.draft).toMatchObject({ outcome: 'approve', words: { length: 5 } })
  await send.click()
  await expect(panel.getByRole('status')).toContainText('On its way.')
  const [review] = (await asked(page, 'quality.sendReview')) as { verdicts: object[]; outcome: string }[]
  expect(review).toMatchObject({ outcome: 'approve' })
  expect(review?.verdicts).toHaveLength(5)
  await expect(page.locator('[data-pane="decision"]')).toHaveCount(0)
})

test('a second review that was begun stands there again', async ({ page }) => {
  await page.goto(site.urlOf('begunReview'))
  const panel = part(page, 'Your second review')
  await expect(panel.getByText('4 criteria are still open')).toBeVisible()
  await expect(panel.getByLabel('Why')).toHaveValue('The day on page 3 is that of the draft.')
})

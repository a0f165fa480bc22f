import { expect, test } from '@playwright/test'
import { anAlteredRecord, aVerifiedRecord } from '../../builders/decisionRecord.ts'
import { asked } from './asked.ts'
import { openRecord } from './states/reportStates.ts'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

test('a lead reaches the log by a key, narrows it, and goes from a line to its claim', async ({ page }) => {
  await page.goto(`${site.urlOf('audit')}#/queue`)
  await expect(page.getByRole('link', { name: /^(Log|Team board)$/ })).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  const table = page.getByRole('table', { name: 'Log' })
  await expect(table.getByRole('row', { name: /Ingrid Solvang Table saved as a file/ }).first()).toBeVisible()
  await expect(table).toHaveAttribute('aria-rowcount', '1241')
  await expect(page.getByText('1,240 entries')).toBeVisible()
  await page.getByLabel('Kind of act').selectOption('Looked at')
  await page.getByLabel('Claim ID').fill('42880131')
  await expect(page.getByText('12 entries')).toBeVisible()
  expect((await asked(page, 'audit.list')).at(-1)).toMatchObject({
    filter: { source: 'here', group: 'seen', claimId: '42880131' },
  })
  await table.getByRole('link').first().click()
  await expect(page).toHaveURL(/#\/claims\//)
})

test('the log is read on as somebody scrolls to its end', async ({ page }) => {
  await page.goto(site.urlOf('audit'))
  const list = page.getByRole('group', { name: 'Log' })
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await list.focus()
  await page.keyboard.press('End')
  await expect(page.locator('[aria-rowindex="1241"]')).toContainText('Changes of the hub taken in')
})

test('a reviewer has no way to the log, and the address says whose it is', async ({ page }) => {
  await page.goto(site.urlOf('othersLog'))
  await expect(page.getByText('The log is not yours to read')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Log', exact: true })).toHaveCount(0)
})

test('a list is saved from its menu and from the palette, and the window says where', async ({ page }) => {
  await page.goto(site.urlOf('savedTable'))
  await page.getByRole('button', { name: 'Save as a table' }).click()
  await page.getByRole('menuitem', { name: 'As an Excel workbook' }).click()
  await expect(
    page.getByText('3 rows saved as /home/marta/Downloads/Disputes 2026-11-21.xlsx.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('list as csv')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Disputes 2026-11-21.csv')).toBeVisible()
  expect(await asked(page, 'tables.export')).toMatchObject([
    { wish: { table: 'disputes' }, format: 'xlsx', locale: 'en' },
    { wish: { table: 'disputes' }, format: 'csv', locale: 'en' },
  ])
})

test('a record opens read-only and says that it is whole', async ({ page }) => {
  await page.goto(site.urlOf('record'))
  await openRecord(page, aVerifiedRecord())
  await expect(page.getByText('Verified: every byte is as it was saved.')).toBeVisible()
  const record = page.getByRole('group', { name: 'Decision record' })
  for (const text of [
    'Marta Ginevri, reviewer',
    'carries no signature of the customer',
    'u-reviewer saw pages 1-3',
  ])
    await expect(record.getByText(text).first()).toBeVisible()
  await expect(record.getByRole('button')).toHaveCount(0)
})

test('of a record with a changed byte the window names the entry and shows nothing', async ({ page }) => {
  await page.goto(site.urlOf('record'))
  await openRecord(page, anAlteredRecord())
  await expect(page.getByRole('alert')).toContainText('decision.json was changed')
  await expect(page.getByText('Marta Ginevri, reviewer')).toHaveCount(0)
})

test('a record that is dropped on the window opens wherever one is', async ({ page }) => {
  await page.goto(`${site.urlOf('record')}#/queue`)
  await page.route('**/records', (route) => route.fulfill({ json: aVerifiedRecord() }))
  await expect(page.getByRole('grid')).toBeVisible()
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['PK'], 'dropped.zip', { type: 'application/zip' }))
    return transfer
  })
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
  await expect(page).toHaveURL(/#\/record$/)
  await expect(page.getByText('dropped.zip')).toBeVisible()
  await expect(page.getByText('Verified: every byte is as it was saved.')).toBeVisible()
})

test('the decision on a claim is saved from the palette, and the window says what is missing in it', async ({
  page,
}) => {
  await page.goto(site.urlOf('mine'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() =>
    window.coreUnderTest?.handle({
      'record.save': () => ({
        outcome: 'saved',
        where: '/x/Decision.zip',
        sha256: 'a'.repeat(64) as never,
        missingPapers: 2,
      }),
    }),
  )
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('record with its papers')
  await page.keyboard.press('Enter')
  await expect(
    page.getByText(
      '2 papers are not on this machine: their hashes alone are in the record. Saved as /x/Decision.zip.',
    ),
  ).toBeVisible()
  expect(await asked(page, 'record.save')).toMatchObject([{ withPapers: true }])
})

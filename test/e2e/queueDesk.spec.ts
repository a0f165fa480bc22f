import { expect } from '@playwright/test'
import { screensOf } from './launch/screens.ts'
import { test } from './launch/proofdesk.ts'

test('text of papers is found in the queue, and the queue is as it was left after a restart', async ({
  page,
  bench,
}) => {
  const first = await bench.open()
  await screensOf(page).settled()
  await page.keyboard.press('/')
  await page.keyboard.type('status:under_review document:signature ')
  const found = page.getByRole('grid').locator('mark')
  // Papers are read one after the other behind the window.
  await expect(found.first()).toBeVisible({ timeout: 120_000 })
  await expect(page.getByRole('grid')).toContainText(/, page \d+:/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('j')
  const cursor = page.locator('[data-current]')
  const claim = await cursor.locator('[data-opens]').textContent()
  await page.getByRole('button', { name: 'Save this filter' }).click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Signatures to read')
  await page.keyboard.press('Enter')
  const view = page.getByRole('link', { name: /^Signatures to read/ })
  await expect(view).toHaveAttribute('aria-current', 'true')
  const rows = (await page.getByRole('grid').getAttribute('aria-rowcount')) ?? ''
  await expect(view).toContainText(String(Number(rows) - 1))
  await page.getByRole('separator', { name: 'Width of Customer' }).press('Shift+ArrowRight')
  // Leaving the window writes what still waits.
  await page.goto('about:blank')
  await first.stop()

  await bench.open()
  await expect(page.getByRole('button', { name: 'Remove document:signature' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Signatures to read/ })).toBeVisible()
  await expect(page.locator('[data-current]')).toContainText(claim ?? '')
  await expect(page.getByRole('separator', { name: 'Width of Customer' })).toHaveAttribute(
    'aria-valuetext',
    /pixels$/,
  )
})

test('a claim that is snoozed leaves the queue and comes back by hand, and its place is explained', async ({
  page,
  bench,
}) => {
  await bench.open()
  const screens = screensOf(page)
  await screens.settled()
  const cursor = page.locator('[data-current]')
  await expect(cursor.locator('[data-opens]')).toBeVisible()
  await page.keyboard.press('w')
  await expect(page.getByRole('group', { name: 'Why this is next' })).toContainText(
    /This claim1Place among \d+1Due first/,
  )
  await page.keyboard.press('w')
  const countOf = async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'))
  const before = await countOf()
  const name = (await cursor.locator('[data-opens]').textContent()) ?? ''
  await page.keyboard.press('b')
  await page.getByRole('button', { name: /^In two weeks/ }).press('Enter')
  await expect(page.getByText('One claim is out of sight until then')).toBeVisible()
  await expect.poll(countOf).toBe(before - 1)
  await page.getByRole('link', { name: /^Snoozed/ }).click()
  await expect(cursor).toContainText(name)
  await page.getByRole('grid').focus()
  await page.keyboard.press('b')
  await page.getByRole('button', { name: 'Bring back now' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'No claim matches' })).toBeVisible()
})

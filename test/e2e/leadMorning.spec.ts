import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'

test('a lead’s morning: what is open, who gets it, and the log of it as a file', async ({ page, bench }) => {
  await bench.open({ as: 'team-lead' })
  const screens = screensOf(page)
  await screens.settled()

  // The board: a number opens as many lines as it says.
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  const waiting = page.getByRole('tab', { name: /^Waiting for the partner: \d+/ })
  await expect(waiting).toBeVisible({ timeout: 30_000 })
  const counted = Number(/\d+/.exec((await waiting.getAttribute('aria-label')) ?? '')?.[0])
  expect(counted).toBeGreaterThan(0)
  await waiting.click()
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(counted)

  // What nobody holds goes to somebody, with what that changes in sight.
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  const box = page.getByRole('complementary', { name: /^Forecast to/ })
  await box.getByRole('spinbutton', { name: 'How many claims to move' }).press('ArrowUp')
  await box.getByRole('combobox', { name: 'To whom' }).click()
  await page.getByRole('option', { name: 'Marta Ginevri' }).click()
  await box.getByRole('button', { name: 'List them' }).click()
  const moves = page.getByRole('region', { name: 'Moves' })
  const moved = moves.getByRole('checkbox', { checked: true })
  await expect(moved).toHaveCount(1)
  const claim = ((await moved.getAttribute('aria-label')) ?? '').replace(/^Move /, '')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-pane="undo"]')).toContainText('Handed over')
  await expect(screens.state).toContainText('Outbox 0', { timeout: 60_000 })

  // Who did it stands in the log, which leaves as a file.
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  const log = page.getByRole('table', { name: 'Log' })
  await expect(log.getByRole('row', { name: /Ingrid Solvang Handed over/ }).first()).toContainText(claim)
  await page.getByRole('button', { name: 'Save as a table' }).click()
  await page.getByRole('menuitem', { name: 'As CSV' }).click()
  await expect(page.getByText(/rows saved as/)).toBeVisible()
  const [file] = readdirSync(bench.downloads)
  const text = readFileSync(join(bench.downloads, file ?? ''), 'utf8')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  expect(text).toContain('hand_over')
})

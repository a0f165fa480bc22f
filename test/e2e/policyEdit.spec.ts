import { expect, type Page } from '@playwright/test'
import { test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'

const BECAUSE = 'The sites agreed on a bridge day.'

/** Somebody else sits down at this workstation. */
async function workAs(page: Page, name: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /People and settings/ })
    .click()
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click()
  await expect(page.getByRole('banner').getByRole('button', { name: new RegExp(name) })).toBeVisible()
}

test('a holiday is drafted, what it moves is seen, and a second lead publishes it', async ({
  page,
  bench,
}) => {
  await bench.open({ as: 'team-lead' })
  const screens = screensOf(page)
  await screens.settled()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  const bar = page.getByRole('region', { name: 'Next step' })
  const moves = page.getByRole('region', { name: 'What moves' })
  await expect(moves).toContainText('Nothing is drafted', { timeout: 30_000 })

  // A week from today's: whatever day it is, clocks of the demo run across it.
  const current = page.getByRole('grid').locator('[tabindex="0"]')
  await current.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Bridge day')
  await page.keyboard.press('Enter')
  await expect(moves).toContainText('This workstation looked at', { timeout: 30_000 })
  const firstRow = moves.getByRole('table', { name: 'What moves' }).getByRole('row').nth(1)
  await expect(firstRow).toContainText('+1')
  const claim = (await firstRow.getByRole('link').getAttribute('href')) ?? ''
  const publish = page.getByRole('button', { name: /^Publish version 3/ })

  await page.getByRole('textbox', { name: 'Because' }).fill(BECAUSE)
  await page.keyboard.press('Control+Enter')
  await expect(publish).toBeVisible({ timeout: 30_000 })
  await expect(bar).toContainText('Another lead has to publish it: you wrote it last.')
  await expect(moves).toContainText('The hub looked at')

  await workAs(page, 'Bastien Moreau')
  await expect(publish).not.toHaveAttribute('aria-disabled', 'true', { timeout: 30_000 })
  await expect(page.getByRole('textbox', { name: 'Because' })).toHaveValue(BECAUSE)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Version 3 is published.')).toBeVisible({ timeout: 30_000 })
  const versions = page.getByRole('region', { name: 'Versions' })
  await expect(versions.getByRole('listitem').first()).toContainText(
    'Bastien Moreau; written by Ingrid Solvang',
  )
  await expect(versions.getByRole('listitem').first()).toContainText(BECAUSE)

  // The clocks follow by themselves, and the claim keeps where they stood.
  await page.goto(`${page.url().replace(/#.*/, '')}${claim}`)
  await page.getByRole('button', { name: /^Comments/ }).click()
  await expect(page.getByText('Clocks moved: the team’s calendar changed').first()).toBeVisible({
    timeout: 60_000,
  })
})

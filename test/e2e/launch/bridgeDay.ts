import { expect, type Page } from '@playwright/test'
import { workAs } from './workAs.ts'

export const BECAUSE = 'The sites agreed on a bridge day.'

/**
 * By keys a lead drafts a holiday a week from today's, whatever day it is: clocks of the demo run across it. What it moves is seen before
 * anybody publishes it. @returns the address of a claim that it moves.
 */
export async function draftBridgeDay(page: Page): Promise<string> {
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  const bar = page.getByRole('region', { name: 'Next step' })
  const moves = page.getByRole('region', { name: 'What moves' })
  await expect(moves).toContainText('Nothing is drafted', { timeout: 30_000 })
  await page.getByRole('grid').locator('[tabindex="0"]').focus()
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

  await page.getByRole('textbox', { name: 'Because' }).fill(BECAUSE)
  await page.keyboard.press('Control+Enter')
  await expect(publishButton(page)).toBeVisible({ timeout: 30_000 })
  await expect(bar).toContainText('Another lead has to publish it: you wrote it last.')
  await expect(moves).toContainText('The hub looked at')
  return claim
}

const publishButton = (page: Page) => page.getByRole('button', { name: /^Publish version 3/ })

/** A second lead reads the draft of the first and publishes it. */
export async function publishAs(page: Page, name: string): Promise<void> {
  await workAs(page, name)
  await expect(publishButton(page)).not.toHaveAttribute('aria-disabled', 'true', { timeout: 30_000 })
  await expect(page.getByRole('textbox', { name: 'Because' })).toHaveValue(BECAUSE)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Version 3 is published.')).toBeVisible({ timeout: 30_000 })
}

import { expect, type Page } from '@playwright/test'
import type { Claimant } from './claimants.ts'
import { screensOf } from './screens.ts'

/** To a place of the window, by its address. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#${hash}`)
}

/** The first review of a contested claim: taken up, looked at, held, and its partner told why. */
export async function holdIt(page: Page, { claimId }: Claimant): Promise<void> {
  await goTo(page, `/claims/${claimId}`)
  await expect(page.getByText(claimId).first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('button', { name: /^Start review/ })).toBeEnabled({ timeout: 30_000 })
  await page.keyboard.press('s')
  await expect(page.getByText('Under review').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Hold for arbitration/ })).toBeEnabled()
  await page.keyboard.press('h')
  await expect(page.getByRole('textbox', { name: /^To / })).toHaveValue(new RegExp(claimId))
  await expect(page.getByRole('button', { name: /^Hold and send/ })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await screensOf(page).sendLetter()
}

import { expect, type Page } from '@playwright/test'
import { screensOf } from './screens.ts'

const CLAIM = '35196622'

/**
 * From the queue of the demo over the evidence to a request for information that the hub confirms, the same in every window. The queue must
 * be settled.
 */
export async function requestInformation(page: Page): Promise<void> {
  const screens = screensOf(page)
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await expect(screens.criterion('Usable PoE')).toContainText('Met')

  // A finding and its place share one number: the button in the checks moves the page.
  await screens.evidence(1).first().click()
  await expect(screens.mark(1)).toBeInViewport()
  await expect(screens.mark(1)).toHaveAttribute('aria-current', 'true')

  await screens.confirm('Customer signature')
  await expect(screens.criterion('Customer signature')).toContainText('Confirmed by Marta Ginevri')
  await screens.override('Dates', 'Not met', 'Nobody of the customer dated anything.')
  await expect(screens.criterion('Dates')).toContainText('Set by Marta Ginevri')

  await page.keyboard.press('i')
  await expect(page.getByRole('checkbox', { name: /Missing Customer Acknowledgment/ })).toBeChecked()
  await screens.writeLetter(
    'We could not find a customer signature on the letter. Please send a signed version.',
  )
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Information requested').first()).toBeVisible()

  // The hold is over when the hub has it; the history entry is written there and comes back by the feed.
  await expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })
  // An own scheme has no origin for the parser of addresses: the page goes by itself.
  await page.evaluate((claim) => {
    location.hash = `#/claims/${claim}`
  }, CLAIM)
  await expect(page.getByText('Partner action required').first()).toBeVisible()
  await page.getByRole('button', { name: /^Comments/ }).click()
  await expect(page.getByText('Information requested by Marta Ginevri').first()).toBeVisible()
}

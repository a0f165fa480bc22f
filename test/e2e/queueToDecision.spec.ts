import { expect } from '@playwright/test'
import { screensOf } from './launch/screens.ts'
import { test } from './launch/proofdesk.ts'

test('a reviewer goes from the queue over the evidence to a decision that the hub confirms', async ({
  page,
  bench,
}) => {
  await bench.open()
  const screens = screensOf(page)
  await screens.settled()

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
  await screensOf(page).writeLetter(
    'We could not find a customer signature on the letter. Please send a signed version.',
  )
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Information requested').first()).toBeVisible()

  // The hold is over when the hub has it; the history entry is written there and comes back by the feed.
  await expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })
  await page.goto(`${new URL(page.url()).origin}/#/claims/35196622`)
  await expect(page.getByText('Partner action required').first()).toBeVisible()
  await page.getByRole('button', { name: /^Comments/ }).click()
  await expect(page.getByText('Information requested by Marta Ginevri').first()).toBeVisible()
})

test('a decision that is taken back in time never leaves, and can be made again', async ({ page, bench }) => {
  await bench.open()
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await page.keyboard.press('r')
  await page.getByRole('radio', { name: 'Insufficient proof of execution' }).click()
  await page.getByRole('textbox', { name: /^Note for the lead/ }).fill('The paper is about something else.')
  await screensOf(page).writeLetter('The papers do not show the work.')
  await screens.sendLetter()
  await page.keyboard.press('z')
  await expect(page.getByText('Taken back. Nobody else has seen it.')).toBeVisible()
  await expect(screens.state).toContainText('Outbox 0')
  await page.goto(`${new URL(page.url()).origin}/#/claims/35196622`)
  await page.reload()
  await expect(page.getByText('Under review').first()).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByRole('radio', { name: 'Insufficient proof of execution' })).toBeVisible()
})

test('an auditor sees everything and is told why nothing can be decided', async ({ page, bench }) => {
  await bench.open({ as: 'auditor' })
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await expect(page.getByText('Your role may read this claim but not change it').first()).toBeVisible()
  await page.keyboard.press('a')
  await expect(screens.state).toContainText('Outbox 0')
})

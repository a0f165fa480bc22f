import { expect } from '@playwright/test'
import { requestInformation } from './launch/requestInformation.ts'
import { screensOf } from './launch/screens.ts'
import { test } from './launch/proofdesk.ts'

test('a reviewer goes from the queue over the evidence to a decision that the hub confirms', async ({
  page,
  bench,
}) => {
  await bench.open()
  await screensOf(page).settled()
  await requestInformation(page)
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

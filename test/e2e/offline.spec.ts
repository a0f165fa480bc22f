import { expect } from '@playwright/test'
import { screensOf } from './launch/screens.ts'
import { test } from './launch/proofdesk.ts'

test('without the hub the app starts, shows proof, decides, and sends by itself when the hub is back', async ({
  page,
  bench,
}) => {
  const hub = await bench.startHub()
  const port = Number(new URL(hub.url).port)
  const first = await bench.open({ hub: hub.url })
  const screens = screensOf(page)
  await screens.settled()
  await first.stop()
  await hub.stop()

  await bench.open({ hub: hub.url })
  await expect(screens.state).toContainText('Offline')
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await screens.evidence(1).first().click()
  await expect(screens.mark(1)).toBeInViewport()
  await page.keyboard.press('r')
  await page.getByRole('radio', { name: 'Insufficient proof of execution' }).click()
  await page.getByRole('textbox', { name: /^Note for the lead/ }).fill('The paper is about something else.')
  await screensOf(page).writeLetter('The papers do not show the work.')
  await page.keyboard.press('Control+Enter')
  await expect(screens.state).toContainText('Outbox 1')
  await page.goto(`${new URL(page.url()).origin}/#/trays`)
  await expect(page.getByText('Aldermere').first()).toBeVisible()

  await bench.startHub(port)
  await expect(screens.state).toContainText('Online', { timeout: 60_000 })
  await expect(screens.state).toContainText('Outbox 0', { timeout: 60_000 })
  await page.goto(`${new URL(page.url()).origin}/#/claims/35196622`)
  await expect(page.getByText('Rejected').first()).toBeVisible()
})

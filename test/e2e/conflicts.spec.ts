import { expect, type Page } from '@playwright/test'
import { test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'

const NAME = 'Aldermere intranet and OneDrive'
const LETTER = 'The papers do not show the work.'

async function rejectWhileOffline(page: Page): Promise<void> {
  await page.keyboard.press('r')
  await page.getByRole('radio', { name: 'Insufficient proof of execution' }).click()
  await page.getByRole('textbox', { name: /^Note for the lead/ }).fill('The paper is about something else.')
  await screensOf(page).writeLetter(LETTER)
  await page.keyboard.press('Control+Enter')
}

test('two people at one hub: what was decided offline on a claim that another took lies open, and its words go on', async ({
  page,
  bench,
  context,
}) => {
  const hub = await bench.startHub()
  const port = Number(new URL(hub.url).port)
  const mine = await bench.open({ hub: hub.url })
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', NAME)
  await hub.stop()
  await expect(screens.state).toContainText('Offline', { timeout: 60_000 })
  await rejectWhileOffline(page)
  await expect(screens.state).toContainText('Outbox 1')
  await mine.stop()

  const again = await bench.startHub(port)
  const lead = await context.newPage()
  await bench.open({ hub: again.url, as: 'team-lead', elsewhere: lead })
  await screensOf(lead).settled()
  await screensOf(lead).openByKeyboard('aldermere', NAME)
  await lead.keyboard.press('t')
  await expect(lead.getByTitle('Who works on this claim')).toContainText(/Yours · (29|30)m/, {
    timeout: 30_000,
  })

  await bench.open({ hub: again.url })
  await expect(screens.state).toContainText('1 conflict', { timeout: 60_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  const row = page.getByRole('button', { name: new RegExp(`^${NAME}`) })
  await expect(row).toBeVisible()
  await page.keyboard.press('j')
  await expect(row).toBeFocused()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('group', { name: `Conflict on ${NAME}` })
  await expect(panel.getByText(LETTER)).toBeVisible()
  await expect(panel.getByText('Insufficient proof of execution', { exact: true })).toBeVisible()
  await expect(panel.locator('[data-fact=holder]').last()).toContainText('changed')
  await expect(panel.getByText('Let mine go')).toBeVisible()

  // The lead gives it back: now the reviewer may take it and go on with their own words.
  await lead.keyboard.press('Shift+T')
  await expect(lead.getByTitle('Who works on this claim')).toContainText('Nobody holds it', {
    timeout: 30_000,
  })
  await expect(panel.getByRole('button', { name: /^Take it and decide again/ })).toBeEnabled({
    timeout: 60_000,
  })
  await row.focus()
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^To / })).toHaveValue(LETTER)
  await expect(screens.state).not.toContainText('conflict')
})

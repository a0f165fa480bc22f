import { expect } from '@playwright/test'
import { screensOf } from './launch/screens.ts'
import { test } from './launch/proofdesk.ts'

test('from the first screen over a proof to a decision the window asks nobody but its own host', async ({
  page,
  context,
  bench,
}) => {
  const asked = new Set<string>()
  context.on('request', (request) => asked.add(new URL(request.url()).hostname))
  await bench.open()
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await screens.evidence(1).first().click()
  await expect(screens.mark(1)).toBeInViewport()
  await page.keyboard.press('r')
  await page.getByRole('radio', { name: 'Insufficient proof of execution' }).click()
  // Misspelt on purpose: a checker of words that asks outside would ask now.
  await page.getByRole('textbox', { name: /^Note for the lead/ }).fill('The papper is abuot somthing else.')
  await screensOf(page).writeLetter('The papers do not show the work.')
  await page.keyboard.press('Control+Enter')
  await expect(screens.state).toContainText(/Outbox [01]/)
  const { origin } = new URL(page.url())
  for (const place of ['trays', 'disputes', 'settings', 'help/about']) {
    await page.goto(`${origin}/#/${place}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  expect([...asked].filter((host) => host !== '127.0.0.1' && !host.endsWith('.localhost'))).toEqual([])
})

const OF_A_LEAD = ['lead', 'team', 'quality', 'policy', 'audit', 'record', 'arbitration'] as const

test('a lead’s pages ask nobody but the two origins of this machine, by request or socket', async ({
  page,
  bench,
}) => {
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  page.on('websocket', (socket) => asked.add(new URL(socket.url()).origin))
  const { url } = await bench.open({ as: 'team-lead' })
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await expect(screens.mark(1)).toBeAttached()
  for (const place of OF_A_LEAD) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/${place}`)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  }
  const { port } = new URL(url)
  expect([...asked].sort()).toEqual([
    `http://127.0.0.1:${port}`,
    `http://viewer.localhost:${port}`,
    `ws://127.0.0.1:${port}`,
  ])
})

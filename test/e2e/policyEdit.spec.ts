import { expect } from '@playwright/test'
import { BECAUSE, draftBridgeDay, publishAs } from './launch/bridgeDay.ts'
import { test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'

test('a holiday is drafted, what it moves is seen, and a second lead publishes it', async ({
  page,
  bench,
}) => {
  await bench.open({ as: 'team-lead' })
  const screens = screensOf(page)
  await screens.settled()
  const claim = await draftBridgeDay(page)
  await publishAs(page, 'Bastien Moreau')
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

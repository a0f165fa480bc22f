import { expect } from '@playwright/test'
import { test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'

test('a link opens the window on its claim', async ({ page, bench }) => {
  const first = await bench.open()
  await screensOf(page).settled()
  await first.stop()
  await bench.open({ link: 'cpor://claim/43176973' })
  await expect(page).toHaveURL(/\/#\/claims\/43176973$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Caixa Ribatejo Copilot' })).toBeVisible()
})

test('a link to a claim that is not here says so, and leaves the way to the queue open', async ({
  page,
  bench,
}) => {
  await bench.open({ hub: 'none', link: 'cpor://claim/no-such-claim' })
  await expect(page.getByText('The claim could not be opened')).toBeVisible()
  await expect(page.getByText('It is not on this workstation any more.')).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(page).toHaveURL(/#\/queue$/)
})

import type { Page } from '@playwright/test'
import { type Claimant, CUSTOMER, claimOf, paperOf } from './claimants.ts'
import { otherSideOf } from './otherSide.ts'
import type { Bench } from './proofdesk.ts'
import { screensOf } from './screens.ts'

/** A hub at which these partners claim the same, and an arbitration lead before it with every paper at hand. */
export async function openContest(page: Page, bench: Bench, claimants: readonly Claimant[]) {
  const hub = await bench.startHub()
  const partners = await otherSideOf(hub.url)
  for (const one of claimants) {
    await partners.create(one.claimId, claimOf(one))
    await partners.addDocument(one.claimId, 'work order.pdf', await paperOf(one, one.days))
    await partners.act(one.claimId, 'submit')
  }
  await bench.open({ hub: hub.url, as: 'arbitration-lead' })
  const screens = screensOf(page)
  await screens.settled()
  return { hub, partners, screens }
}

/** To the board of their case, by the list of cases. */
export async function openTheirCase(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page
    .getByRole('button', { name: new RegExp(CUSTOMER) })
    .filter({ hasText: 'Teams' })
    .first()
    .click()
}

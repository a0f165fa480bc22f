import { expect, type Page, test } from '@playwright/test'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { startWindowSite, type WindowSite } from './windowSite.ts'

let site: WindowSite
test.beforeAll(async () => {
  site = await startWindowSite()
})
test.afterAll(() => site.close())

/** The core says otherwise of all criteria, and tells the window so; null = they are being checked again. */
async function recheck(page: Page, verdict: Verdict | null): Promise<void> {
  await page.evaluate(async (found) => {
    const core = window.coreUnderTest
    const claimId = location.hash.split('/')[2]
    const answer = await core?.transport.request('claims.open', { claimId })
    if (core === undefined || answer?.ok !== true) throw new Error('The claim was not opened.')
    const detail = answer.value as ClaimDetail // the fake holds its answers to the contract
    const criteria = detail.criteria.map((view) => ({
      ...view,
      machine: view.machine && found && { ...view.machine, verdict: found },
      effective: found,
    }))
    core.handle({ 'claims.open': () => ({ ...detail, criteria }) })
    core.emit('claims.changed', { ids: null })
  }, verdict)
}

async function openMenu(page: Page) {
  await page.goto(site.urlOf('mine'))
  await page.getByRole('button', { name: 'Override Dates' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Met', 'Cannot tell', 'Not applicable'])
  return page.getByRole('menuitem', { name: 'Met', exact: true }).elementHandle()
}
const dates = (page: Page) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Dates' }) })

test('a choice under the pointer stays when the machine comes to say the same, and confirms it', async ({
  page,
}) => {
  const met = await openMenu(page)
  await recheck(page, 'met')
  await expect(dates(page).getByRole('heading')).toHaveText('Dates Met')
  await expect(page.getByRole('menuitem')).toHaveText(['Met', 'Cannot tell', 'Not applicable'])
  await met?.click()
  await expect(page.getByRole('menuitem')).toHaveCount(0)
  const said = await page.evaluate(() =>
    window.coreUnderTest?.calls.findLast(({ method }) => method === 'claims.setVerdict'),
  )
  expect(said?.input).toMatchObject({ criterion: 'dates', verdict: 'met', reason: null })
})

test('choices stay where they were when the claim is checked again, and the next menu has those of then', async ({
  page,
}) => {
  const met = await openMenu(page)
  await recheck(page, null)
  await expect(dates(page).getByRole('heading')).toHaveText('Dates Not checked yet')
  await expect(page.getByRole('menuitem')).toHaveText(['Met', 'Cannot tell', 'Not applicable'])
  await met?.click()
  await expect(page.getByRole('textbox', { name: 'Reason for setting Dates to “Met”' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Override Dates' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Met', 'Not met', 'Cannot tell', 'Not applicable'])
})

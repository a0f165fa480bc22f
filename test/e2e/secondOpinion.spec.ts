import { expect } from '@playwright/test'
import { CLAIMANTS } from './launch/claimants.ts'
import { openContest, openTheirCase } from './launch/contest.ts'
import { test } from './launch/proofdesk.ts'
import { holdIt } from './launch/holdIt.ts'
import { workAs } from './launch/workAs.ts'

test('two leads vote on a case, each without the other’s word; they differ, and whom the first named decides', async ({
  page,
  bench,
}) => {
  const rivals = CLAIMANTS.slice(0, 2)
  const { partners, screens } = await openContest(page, bench, rivals)
  for (const one of rivals) await holdIt(page, one)
  await expect(screens.state).toContainText('Outbox 0', { timeout: 60_000 })
  await openTheirCase(page)
  const foot = page.getByRole('region', { name: 'Outcome' })
  const heads = page.getByRole('columnheader')
  await expect(heads).toHaveCount(2)
  const votes = foot.getByRole('group', { name: 'Votes' }).getByRole('listitem')
  const choose = async (partner: string) => {
    const at = (await heads.allTextContents()).findIndex((head) => head.includes(partner))
    await foot.getByRole('radio', { name: new RegExp(`^${'AB'[at]}, `) }).check({ force: true })
  }
  const settled = () => expect(screens.state).toContainText('Outbox 0', { timeout: 60_000 })

  // The first lead asks for a second opinion by voting, and names who decides if the two differ.
  await expect(foot.getByRole('button', { name: /Second opinion/ })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('i')
  await choose('Liffeyside')
  await foot.getByRole('textbox', { name: /Why/ }).fill('Its proof is the newer one.')
  await foot.getByRole('combobox', { name: 'Who decides if you two differ' }).click()
  await page.getByRole('option', { name: /Ingrid Solvang/ }).click()
  await expect(foot.getByRole('button', { name: /^Vote/ })).not.toHaveAttribute('aria-disabled', 'true', {
    timeout: 30_000,
  })
  await page.keyboard.press('Control+Enter')
  await expect(foot).toContainText('Your vote is on its way')
  await expect(foot).toContainText('Another lead has to vote before this is decided.', { timeout: 60_000 })
  await expect(votes).toHaveText([/You for .*Liffeyside.*Its proof is the newer one\./])

  // The second one sees that there is a vote, and not what it says.
  await workAs(page, 'Selma Okonjo')
  await expect(votes).toHaveText([/Ruben Aldersgate has voted; sealed/], { timeout: 60_000 })
  await expect(foot).toContainText('If two votes differ, Ingrid Solvang decides.')
  const rival = CLAIMANTS[0]?.partner ?? ''
  await choose(rival)
  await foot.getByRole('textbox', { name: /Why/ }).fill('The customer knows them since spring.')
  await expect(foot.getByRole('button', { name: /^Vote/ })).not.toHaveAttribute('aria-disabled', 'true', {
    timeout: 30_000,
  })
  await page.keyboard.press('Control+Enter')
  await expect(foot).toContainText('The votes differ: Ingrid Solvang decides.', { timeout: 60_000 })
  await expect(votes).toHaveText([/Ruben Aldersgate for .*Liffeyside/, /You for /])
  await settled()

  // Whom the first one named has both words, and decides.
  await workAs(page, 'Ingrid Solvang')
  await expect(foot).toContainText('The votes differ: you decide.', { timeout: 60_000 })
  await choose('Liffeyside')
  await foot.getByRole('textbox', { name: /Why/ }).fill('The newer acknowledgment tells.')
  await expect(foot.getByRole('button', { name: /Decide for all 2/ })).not.toHaveAttribute(
    'aria-disabled',
    'true',
    { timeout: 30_000 },
  )
  await page.keyboard.press('Control+Enter')
  await expect(foot).toContainText('Decided for Liffeyside Systems Ltd', { timeout: 90_000 })
  await expect(foot).toContainText('by Ingrid Solvang')
  expect(await Promise.all(rivals.map(async ({ claimId }) => (await partners.seen(claimId)).state))).toEqual([
    'rejected',
    'approved',
  ])
})

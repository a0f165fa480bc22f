import { expect, type Page } from '@playwright/test'
import { goTo, holdIt } from './launch/holdIt.ts'
import { openContest, openTheirCase } from './launch/contest.ts'
import { test } from './launch/proofdesk.ts'
import { CLAIMANTS, CUSTOMER, paperOf } from './launch/claimants.ts'

const syncNow = (page: Page) => page.keyboard.press('Control+Alt+s')

test('three partners claim one workload: told, asked, answered, compared, decided offline, carried out as one, disputed', async ({
  page,
  bench,
}) => {
  const { hub, partners, screens } = await openContest(page, bench, CLAIMANTS)
  const port = Number(new URL(hub.url).port)
  for (const one of CLAIMANTS) await holdIt(page, one)
  await expect(screens.state).toContainText('Outbox 0', { timeout: 60_000 })

  // The case is there, with a party in each column; everybody's first review is done.
  await openTheirCase(page)
  const heads = page.getByRole('columnheader')
  await expect(heads).toHaveCount(3)
  const foot = page.getByRole('region', { name: 'Outcome' })
  const ladder = page.getByRole('complementary', { name: 'Rule ladder' })
  const letterOf = async (partner: string) =>
    'ABC'[(await heads.allTextContents()).findIndex((head) => head.includes(partner))] ?? '?'
  await expect(ladder).toContainText(`Recency points to ${await letterOf('Liffeyside')}.`, {
    timeout: 60_000,
  })

  // One of them is asked for its newest proof, and answers with a newer one.
  await page.keyboard.press('a')
  const approach = page.locator('[data-pane="approach"]')
  for (const one of CLAIMANTS.slice(0, 2))
    await approach.getByRole('checkbox', { name: new RegExp(one.partner) }).uncheck()
  await expect(approach.getByRole('textbox', { name: /Orobica/ })).toHaveValue(/E2E-C/)
  await screens.sendLetter()
  await expect
    .poll(async () => (await partners.seen('E2E-C')).state, { timeout: 60_000 })
    .toBe('partner_action_required')
  const orobica = CLAIMANTS[2]
  if (orobica === undefined) throw new Error('There are three partners')
  await partners.addDocument('E2E-C', 'newest work order.pdf', await paperOf(orobica, 5))
  await partners.act('E2E-C', 'resubmit', { comment: 'Our newest one.' })
  await syncNow(page)
  await expect(ladder).toContainText(`Recency points to ${await letterOf('Orobica')}.`, {
    timeout: 60_000,
  })

  // Offline, one act decides for all three.
  await hub.stop()
  await expect(screens.state).toContainText('Offline', { timeout: 60_000 })
  const winner = await letterOf('Orobica')
  await foot.getByRole('radio', { name: new RegExp(`^${winner}, `) }).check({ force: true })
  await expect(foot.getByRole('textbox', { name: /Why/ })).toHaveValue(/Recency/)
  await expect(foot.getByRole('button', { name: /Decide for all 3/ })).not.toHaveAttribute(
    'aria-disabled',
    'true',
    { timeout: 30_000 },
  )
  await page.keyboard.press('Control+Enter')
  await expect(foot).toContainText('decided here and on its way')
  await expect(screens.state).toContainText('Outbox 1')

  await bench.startHub(port)
  await expect(screens.state).toContainText('Outbox 0', { timeout: 90_000 })
  await expect(foot).toContainText('Decided for Orobica Software S.r.l.', { timeout: 60_000 })
  const states = await Promise.all(CLAIMANTS.map(({ claimId }) => partners.seen(claimId)))
  expect(states.map(({ state, subState }) => `${state} ${subState}`)).toEqual([
    'rejected disputable',
    'rejected disputable',
    'approved consent_open',
  ])
  // Each has a letter of its own, and none names another.
  for (const [at, one] of CLAIMANTS.entries()) {
    const said = JSON.stringify(states[at])
    for (const other of CLAIMANTS.filter(({ claimId }) => claimId !== one.claimId))
      for (const mark of [other.partner, other.mpnId, other.claimId]) expect(said).not.toContain(mark)
  }

  // A loser disputes: the thing is contested again, and the case is a new one.
  await partners.dispute('E2E-A', 'Our proof is newer still.')
  await syncNow(page)
  await goTo(page, '/arbitration')
  await expect(
    page.getByRole('button', { name: new RegExp(CUSTOMER) }).filter({ hasText: 'Teams' }),
  ).toHaveCount(1, { timeout: 60_000 })
})

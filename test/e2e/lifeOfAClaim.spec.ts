import { expect, type Page } from '@playwright/test'
import { otherSideOf } from './launch/otherSide.ts'
import { test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'
import { TEAMS_CLAIM, TEAMS_CLAIM_NAME } from './launch/teamsClaim.ts'

const PAPER = 'D-002-letter.pdf'

/** Takes the newest state of things from the hub. */
const syncNow = (page: Page) => page.keyboard.press('Control+Alt+s')

/** The claim's page as the hub has it now. */
async function isShown(page: Page, ...words: readonly string[]): Promise<void> {
  await expect(async () => {
    await syncNow(page)
    for (const word of words) await expect(page.getByText(word).first()).toBeVisible({ timeout: 1500 })
  }).toPass({ timeout: 40_000 })
}

async function openClaim(page: Page, claimId: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/claims/${claimId}`)
  await expect(page.getByRole('heading', { level: 1, name: TEAMS_CLAIM_NAME })).toBeVisible({
    timeout: 30_000,
  })
}

/** Presses a decision's key once the decision is open to this reviewer. */
async function decide(page: Page, name: string, key: string): Promise<void> {
  await expect(page.getByRole('button', { name: new RegExp(`^${name}`) })).toBeEnabled({ timeout: 30_000 })
  await page.keyboard.press(key)
  if (key !== 'a') return
  // A small window shows no page as a whole: whoever approves without having scrolled is asked once.
  const asked = page.getByText('Approve again to approve all the same.')
  await expect(asked.or(page.getByText(/Leaves in \d+ second/)).first()).toBeVisible()
  if (await asked.isVisible()) await page.keyboard.press(key)
}

async function settleCriteria(page: Page): Promise<void> {
  const screens = screensOf(page)
  for (const criterion of ['Usable PoE', 'Customer signature', 'Dates', 'Products', 'Service description']) {
    const row = screens.criterion(criterion).first()
    await expect(row).toContainText(/Met|Not met|Cannot tell/, { timeout: 30_000 })
    await expect(async () => {
      // What the machine found met stands by itself, also where it comes to that while somebody reaches for the menu.
      if ((await row.getByRole('heading', { level: 3 }).first().innerText()).match(/(?<!Not )\bMet$/)) return
      await screens.override(criterion, 'Met', 'Seen on the paper.', 3_000)
      await expect(screens.criterion(criterion)).toContainText('Set by')
    }).toPass({ timeout: 60_000 })
  }
}

test('a claim is asked for more, answered, approved, and denied by its customer', async ({ page, bench }) => {
  const hub = await bench.startHub()
  const partner = await otherSideOf(hub.url)
  await partner.create('E2E-1', TEAMS_CLAIM)
  await partner.addDocument('E2E-1', PAPER)
  await partner.act('E2E-1', 'submit')
  await bench.open({ hub: hub.url })
  const screens = screensOf(page)
  await screens.settled()

  await screens.openByKeyboard('Aldermere Teams', TEAMS_CLAIM_NAME)
  await isShown(page, 'Submitted')
  await decide(page, 'Start review', 's')
  await isShown(page, 'Under review')
  await expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })

  // The letter is drafted from the reasons; the reviewer sends it as it is.
  await decide(page, 'Request info', 'i')
  await page.getByRole('checkbox', { name: /Missing or Old Dates/ }).check()
  await expect(page.getByRole('textbox', { name: /^To / })).toHaveValue(/E2E-1/)
  await screens.sendLetter()
  await expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })
  await openClaim(page, 'E2E-1')
  await isShown(page, 'Partner action required', 'Information request')

  await partner.comment('E2E-1', 'The dated page is on its way.')
  await isShown(page, 'Commented, not resubmitted')

  await partner.addDocument('E2E-1', PAPER)
  await partner.act('E2E-1', 'resubmit', { comment: 'Dated now.' })
  await isShown(page, 'Under review', 'Resubmitted')

  await settleCriteria(page)
  await decide(page, 'Approve', 'a')
  await expect(page.getByText(/Leaves in \d+ second/)).toBeVisible()
  await expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })
  await openClaim(page, 'E2E-1')
  await isShown(page, 'Approved', 'Pending consent', 'Silence is consent: nothing has to come.')
  await expect(page.getByText(/^Consent until/).first()).toBeVisible()

  await partner.customerDeclines('E2E-1', 'We did not ask for this.')
  await isShown(page, 'Rejected', 'Declined within the window')
})

test('a claim is rejected, disputed, and approved by somebody else', async ({ page, bench }) => {
  const hub = await bench.startHub()
  const partner = await otherSideOf(hub.url)
  await partner.create('E2E-2', TEAMS_CLAIM)
  await partner.addDocument('E2E-2', PAPER)
  await partner.act('E2E-2', 'submit')
  const first = await bench.open({ hub: hub.url })
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('Aldermere Teams', TEAMS_CLAIM_NAME)
  await decide(page, 'Start review', 's')
  await isShown(page, 'Under review')
  await expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })

  await decide(page, 'Reject', 'r')
  await page.getByRole('radio', { name: 'Insufficient proof of execution' }).click()
  await expect(page.getByRole('textbox', { name: /^To / })).toHaveValue(/E2E-2/)
  await page.getByRole('textbox', { name: /^Note for the lead/ }).fill('Nothing in it could be mended.')
  await screens.sendLetter()
  await expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })
  await openClaim(page, 'E2E-2')
  await isShown(page, 'Rejected', 'Can be disputed until')

  await partner.dispute('E2E-2', 'The signature is on page 2.')
  await isShown(page, 'Under review', 'Disputed', 'The signature is on page 2.')
  // Who rejected it looks on.
  await expect(
    page.getByText('You rejected this claim: somebody else decides the dispute').first(),
  ).toBeVisible()

  const dispute = page.getByRole('region', { name: TEAMS_CLAIM_NAME, exact: true })
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await page.getByRole('button', { name: new RegExp(`^${TEAMS_CLAIM_NAME}`) }).click()
  await expect(dispute.getByRole('alert')).toContainText('You rejected this claim, so somebody else decides')

  await first.stop()
  await bench.open({ hub: hub.url, as: 'team-lead' })
  await screens.settled()
  await page.goto(`${new URL(page.url()).origin}/#/disputes/E2E-2`)
  await expect(dispute).toContainText('Marta Ginevri decided first. You may decide the dispute.')
  // The letter, and how each criterion stood, come from the hub: this workstation did not decide.
  await expect(dispute.getByRole('region', { name: 'The decision in dispute' })).toContainText('E2E-2')
  await expect(dispute.getByText('not kept', { exact: true })).toHaveCount(0)
  await expect(dispute.getByRole('region', { name: 'What is new' })).toContainText(
    'The signature is on page 2.',
  )
  await openClaim(page, 'E2E-2')
  await settleCriteria(page)
  await decide(page, 'Approve', 'a')
  await expect(page.getByText(/Leaves in \d+ second/)).toBeVisible()
  await expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })
  await openClaim(page, 'E2E-2')
  await isShown(page, 'Approved', 'Pending consent')
})

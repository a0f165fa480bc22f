import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { draftBridgeDay, publishAs } from './launch/bridgeDay.ts'
import { goTo } from './launch/holdIt.ts'
import { type Bench, test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'
import { agreementOf, drawSample, reviewAgain } from './launch/secondReview.ts'
import { workAs } from './launch/workAs.ts'

const DECIDED = 'Aldermere intranet and OneDrive'
const RAISED = 'Caixa Ribatejo Copilot'
const LEAD = 'Ingrid Solvang'
const REVIEWER = 'Tomás Arrieta'

const sent = (page: Page) =>
  expect(page.getByRole('contentinfo')).toContainText('Outbox 0', { timeout: 60_000 })

/** One claim is rejected, and with another one the lead is asked for. */
async function eveningBefore(page: Page): Promise<void> {
  const screens = screensOf(page)
  await screens.openByKeyboard('aldermere', DECIDED)
  await page.keyboard.press('r')
  await page.getByRole('radio', { name: 'Insufficient proof of execution' }).click()
  await page.getByRole('textbox', { name: /^Note for the lead/ }).fill('The paper is about something else.')
  await screens.writeLetter('The papers do not show the work.')
  await screens.sendLetter()
  await sent(page)
  await goTo(page, '/queue')
  await screens.openByKeyboard('ribatejo', RAISED)
  await page.keyboard.press('Shift+R')
  const step = page.getByRole('dialog', { name: 'Raise this claim to the team lead' })
  await expect(step.getByText('Nothing stands in the way.')).toBeVisible()
  await page.keyboard.type('Their director has rung twice.')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-pane="undo"]')).toContainText('Raised to the lead')
  await sent(page)
}

/** The bell tells who asks; the claim says why, and that somebody looked is said there. */
async function messages(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Messages, \d+ new/ })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  const list = page.getByRole('dialog', { name: 'Messages' })
  await expect(list.getByText(`Marta Ginevri asks for your attention: ${RAISED}`)).toBeVisible()
  await list.getByRole('link', { name: RAISED }).press('Enter')
  await expect(
    page.getByText(/^Marta Ginevri asked for the lead on .*Their director has rung twice\.$/),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Attended' }).press('Enter')
  await sent(page)
  await expect(page.getByText(/asked for the lead on/)).toHaveCount(0)
}

/** A number opens as many lines as it says; two of them go to somebody, with who holds what shown before. */
async function handOverFromTheBoard(page: Page): Promise<string> {
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  const free = page.getByRole('button', { name: /^Open and never taken: \d+/ })
  await expect(free).toBeVisible({ timeout: 30_000 })
  const counted = Number(/\d+/.exec((await free.getAttribute('aria-label')) ?? '')?.[0])
  expect(counted).toBeGreaterThan(1)
  await free.press('Enter')
  const lines = page.getByRole('tabpanel').getByRole('listitem')
  await expect(lines).toHaveCount(counted)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  const picked = page.getByRole('checkbox', { checked: true })
  await expect(picked).toHaveCount(2)
  const claim = ((await picked.first().getAttribute('aria-label')) ?? '').replace(/^Pick /, '')
  await page.keyboard.press('Shift+H')
  const step = page.getByRole('dialog', { name: 'Hand over 2 claims' })
  await step.getByRole('combobox', { name: 'To' }).click()
  await page.getByRole('option', { name: new RegExp(`^${REVIEWER}`) }).click()
  await expect(step.getByText('2 of 2 can be done now.')).toBeVisible()
  const load = step.getByRole('table').getByRole('row', { name: new RegExp(`^${REVIEWER}`) })
  const [held, then] = (await load.getByRole('cell').allTextContents()).map(Number)
  expect(then).toBe((held ?? 0) + 2)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-pane="undo"]')).toContainText('Handed over')
  await sent(page)
  await expect(lines).toHaveCount(counted - 2)
  return claim
}

/** Out as a file that other programs open as UTF-8. */
async function savedAsCsv(page: Page, bench: Bench): Promise<string> {
  const before = readdirSync(bench.downloads)
  await page.getByRole('button', { name: 'Save as a table' }).click()
  await page.getByRole('menuitem', { name: 'As CSV' }).press('Enter')
  await expect(page.getByText(/rows? saved as/)).toBeVisible()
  const [file] = readdirSync(bench.downloads).filter((name) => !before.includes(name))
  const text = readFileSync(join(bench.downloads, file ?? ''), 'utf8')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  return text
}

test('a lead’s morning: messages, board, hand-over, calendar, second look, and the log of it as a file', async ({
  page,
  bench,
}) => {
  // Five people sit down at this workstation, one after the other.
  test.slow()
  await bench.open()
  await screensOf(page).settled()
  await eveningBefore(page)

  await workAs(page, LEAD)
  await messages(page)
  const claim = await handOverFromTheBoard(page)

  // It is theirs until they begin.
  await goTo(page, '/queue')
  await screensOf(page).openByKeyboard(claim, claim)
  await expect(page.getByTitle('Who works on this claim')).toContainText(`${REVIEWER}, until they begin`)

  await draftBridgeDay(page)
  await publishAs(page, 'Bastien Moreau')
  await workAs(page, LEAD)

  const second = await drawSample(page, DECIDED)
  await workAs(page, second)
  await reviewAgain(page, DECIDED)
  await workAs(page, LEAD)
  const agreement = await agreementOf(page)
  await expect(agreement.getByRole('row', { name: /^Outcome 0 of 1/ })).toBeVisible({ timeout: 30_000 })

  // Who did what stands in the log, which leaves as a file; so does a list of work.
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await expect(page.getByRole('heading', { level: 1, name: 'Disputes' })).toBeVisible()
  expect(await savedAsCsv(page, bench)).toContain('Claim')
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  const log = page.getByRole('table', { name: 'Log' })
  await expect(log.getByRole('row', { name: new RegExp(`${LEAD} Handed over`) }).first()).toBeVisible()
  const saved = (await savedAsCsv(page, bench)).split('\n')
  const linesOf = (...words: string[]) => saved.filter((line) => words.every((word) => line.includes(word)))
  expect(linesOf('Marta Ginevri', 'escalate', RAISED)).not.toEqual([])
  expect(linesOf(LEAD, 'settle_escalation', RAISED)).not.toEqual([])
  expect(linesOf(LEAD, 'hand_over', claim)).toHaveLength(1)
  expect(linesOf(LEAD, 'hand_over')).toHaveLength(2)
})

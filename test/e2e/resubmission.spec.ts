import { type Frame, expect, type Page } from '@playwright/test'
import { PLANTED, resubmittedPdf, withAnnexes } from '../builders/poe/resubmission.ts'
import { otherSideOf } from './launch/otherSide.ts'
import { test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'
import { TEAMS_CLAIM, TEAMS_CLAIM_NAME } from './launch/teamsClaim.ts'

const ANNEXES = 8
const version = async (which: 'first' | 'second', height: number) =>
  Buffer.from(await withAnnexes(await resubmittedPdf(which), ANNEXES, height))

async function frameOf(page: Page, name: string): Promise<Frame> {
  const element = await page.locator(`iframe[title="${name}"]`).elementHandle()
  const frame = await element?.contentFrame()
  if (!frame) throw new Error(`There is no frame ${name}.`)
  return frame
}

/** Which page stands in the middle of the window, and how far down it: 7.5 = half of page 7. */
const middleOf = (frame: Frame): Promise<number> =>
  frame.evaluate(() => {
    const view = document.querySelector('#scroller')?.getBoundingClientRect() ?? new DOMRect()
    const middle = view.top + view.height / 2
    const pages = [...document.querySelectorAll('#pages .page')]
    const at = pages.findIndex((each) => {
      const { top, bottom } = each.getBoundingClientRect()
      return top <= middle && bottom >= middle
    })
    const { top, height } = pages[at]?.getBoundingClientRect() ?? new DOMRect()
    return at + 1 + (middle - top) / height
  })

/** As a hand on the wheel would leave it. */
const scrollToMiddleOf = (frame: Frame, wanted: number): Promise<void> =>
  frame.evaluate((pageNumber) => {
    const scroller = document.querySelector('#scroller')
    const sheet = document.querySelectorAll('#pages .page')[pageNumber - 1]
    if (!scroller || !sheet) throw new Error('The pages are not there.')
    const [view, rect] = [scroller.getBoundingClientRect(), sheet.getBoundingClientRect()]
    scroller.scrollTop += rect.top + rect.height / 2 - view.top - view.height / 2
  }, wanted)

/** To one hundredth of a page. */
const expectAt = (frame: Frame, wanted: number): Promise<void> =>
  expect.poll(async () => Math.abs((await middleOf(frame)) - wanted)).toBeLessThanOrEqual(0.01)

async function resubmit(page: Page, hub: string): Promise<void> {
  const screens = screensOf(page)
  const partner = await otherSideOf(hub)
  await expect(page.getByRole('button', { name: /^Start review/ })).toBeEnabled({ timeout: 30_000 })
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: /^Request info/ })).toBeEnabled({ timeout: 30_000 })
  await page.keyboard.press('i')
  await page.getByRole('checkbox', { name: /Missing or Old Dates/ }).check()
  await expect(page.getByRole('textbox', { name: /^To / })).toHaveValue(/Missing or Old Dates/)
  await screens.sendLetter()
  await expect(screens.state).toContainText('Outbox 0', { timeout: 30_000 })
  await partner.addDocument('E2E-V', 'SOW Aldermere v2.pdf', await version('second', 1000))
  await partner.act('E2E-V', 'resubmit', { comment: 'Dated right now.' })
  await page.goto(`${new URL(page.url()).origin}/#/claims/E2E-V`)
}

test('a resubmission is read by what changed: verdicts, words, pages beside and over each other', async ({
  page,
  bench,
}) => {
  const hub = await bench.startHub()
  const partner = await otherSideOf(hub.url)
  await partner.create('E2E-V', TEAMS_CLAIM)
  await partner.addDocument('E2E-V', 'SOW Aldermere.pdf', await version('first', 842))
  await partner.act('E2E-V', 'submit')
  await page.setViewportSize({ width: 1440, height: 900 })
  await bench.open({ hub: hub.url })
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('Aldermere Teams', TEAMS_CLAIM_NAME)
  await resubmit(page, hub.url)

  const open = page.getByRole('button', { name: /^Compare with the earlier version/ })
  await expect(async () => {
    await page.keyboard.press('Control+Alt+s')
    await expect(open).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByText('SOW Aldermere v2.pdf stands for SOW Aldermere.pdf.')).toBeVisible()
  await page.keyboard.press('v')

  const view = page.getByRole('region', { name: 'Comparison of versions' })
  await expect(view.getByText('5 changes', { exact: true }).first()).toBeVisible({ timeout: 30_000 })
  const listed = view.getByRole('list', { name: 'Changes' }).getByRole('button')
  await expect(listed).toHaveCount(PLANTED.length)
  await expect(view.getByRole('heading', { name: 'Earlier' }).locator('..')).toContainText('Owen Pritchard')

  const [older, newer] = [
    await frameOf(page, 'Pages of the earlier version'),
    await frameOf(page, 'Pages of the newer version'),
  ]
  await expect(newer.locator('#pages .page')).toHaveCount(2 + ANNEXES)
  await expect(older.locator('#pages .page')).toHaveCount(2 + ANNEXES)

  await test.step('the next change is walked to on both sides, from inside the pages as well', async () => {
    await page.keyboard.press('F7')
    await expect(view.getByText('1 of 5, page 1')).toBeVisible()
    await expect(older.getByRole('button', { name: /^Changed, change 1: / })).toHaveAttribute(
      'aria-current',
      'true',
    )
    await expect(newer.getByRole('button', { name: /“410”, now “460”/ })).toHaveAttribute(
      'aria-current',
      'true',
    )
    await newer.locator('#scroller').focus()
    await page.keyboard.press('Shift+F7')
    await expect(view.getByText('5 of 5, page 2')).toBeVisible()
    await expect(newer.getByRole('button', { name: /“2025.”, now “2026.”/ })).toBeInViewport()
    await expect(older.getByRole('button', { name: /“2025.”, now “2026.”/ })).toBeInViewport()
    await expect(listed.nth(4)).toHaveAttribute('aria-current', 'true')
  })

  await test.step('half of page 7 here is half of page 7 there, although the sheets are longer', async () => {
    await scrollToMiddleOf(older, 7)
    await expectAt(newer, 7.5)
    await expectAt(older, 7.5)
    await scrollToMiddleOf(newer, 4)
    await expectAt(older, 4.5)
  })

  await test.step('unlocked, each stays where it is', async () => {
    await page.keyboard.press('u')
    await expect(view.getByRole('button', { name: 'Scroll together' })).toHaveAttribute(
      'aria-pressed',
      'false',
    )
    await scrollToMiddleOf(newer, 1)
    await expectAt(newer, 1.5)
    await expectAt(older, 4.5)
  })

  await test.step('laid over each other the page says what differs on it', async () => {
    await page.keyboard.press('Shift+V')
    await expect(view.getByText(/^Page 1: .* of it differs, in \d+ places?\./)).toBeVisible({
      timeout: 20_000,
    })
    await expect(newer.locator('.overlay canvas')).toBeVisible()
    expect(await newer.locator('.overlay [data-sign]').count()).toBeGreaterThan(0)
    await page.keyboard.press('Shift+V')
    await expect(newer.locator('.overlay')).toHaveCount(0)
  })

  await test.step('Escape leads back to the claim and its papers', async () => {
    await page.keyboard.press('Escape')
    await expect(view).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1, name: TEAMS_CLAIM_NAME })).toBeVisible()
    await expect(open).toBeVisible()
  })
})

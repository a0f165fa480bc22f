import { expect } from '@playwright/test'
import { otherSideOf } from './launch/otherSide.ts'
import { test } from './launch/proofdesk.ts'
import { byKeyboard } from './workingDay/byKeyboard.ts'
import { type DayClaim, dayClaims, handIn, paperOf, takeWhatLiesThere } from './workingDay/dayClaims.ts'
import { otherPlacesOf } from './workingDay/otherPlaces.ts'
import { planFor } from './workingDay/plan.ts'
import { colleagueAt, type Day, decide, isSent, takeBack, takeNext } from './workingDay/theDay.ts'
import { expectRecorded, expectWholeProfile } from './workingDay/theRecord.ts'

const CLAIMS = 40
const BEFORE_NOON = 12
const TAKEN_ALONG = 6
/** One is the colleague's in the end, the other comes back. */
const CONTESTED = 2

async function work(day: Day, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const claim = await takeNext(day)
    const act = day.planned(claim)
    if (at % 4 === 1 && claim.lacks === 'nothing') await day.me.confirm('Usable PoE')
    await decide(day, claim, act)
    if (at % 5 === 2 && act !== 'ask') await takeBack(day, claim, at % 2 === 0)
  }
}

const claimOf = (day: Day, decision: string): DayClaim => {
  const found = day.pressed.findLast((each) => each.decision === decision)
  const claim = day.claims.find(({ claimId }) => claimId === found?.claimId)
  if (claim === undefined) throw new Error(`Nothing was ${decision} with this seed.`)
  return claim
}

test('a day by keyboard: forty claims, a line that breaks, a colleague, and the hub has what was pressed', async ({
  page,
  bench,
  context,
}) => {
  // What takes two minutes by itself takes longer beside others.
  test.setTimeout(600_000)
  const seed = Number(process.env['PROOFDESK_SEED'] ?? Date.now() % 1_000_000)
  process.stdout.write(`the working day has seed ${seed}\n`)
  const hub = await bench.startHub()
  const partner = await otherSideOf(hub.url)
  // One more than are decided: it becomes the colleague's.
  const claims = dayClaims(CLAIMS + 1)
  await takeWhatLiesThere(hub.url)
  await handIn(hub.url, claims)
  let desk = await bench.open({ hub: hub.url })
  const me = byKeyboard(page)
  const places = otherPlacesOf(page, me)
  const day: Day = { me, page, claims, planned: planFor(seed), pressed: [], had: new Set() }
  const { pressed } = day
  await expect(me.screens.state).toContainText('Online', { timeout: 60_000 })

  await test.step('the morning: take, look, decide, take back', () => work(day, BEFORE_NOON))

  const kept: DayClaim[] = []
  const contested: DayClaim[] = []
  await test.step('claims are taken along, two are given back', async () => {
    for (let at = 0; at < TAKEN_ALONG; at += 1) kept.push(await takeNext(day))
    for (let at = 0; at < CONTESTED; at += 1) contested.push(await takeNext(day))
    for (const claim of contested) {
      await me.goTo(claim)
      await isSent(me)
      await me.key('Shift+T')
      await expect(me.holder).toContainText('Nobody holds it')
    }
    await isSent(me)
  })
  const [redone, lost] = contested
  if (redone === undefined || lost === undefined) throw new Error('Two claims were given back.')

  await test.step('offline decisions wait in the outbox, also over a reload', async () => {
    await hub.stop()
    await expect(me.screens.state).toContainText('Offline', { timeout: 30_000 })
    for (const claim of kept) {
      await me.goTo(claim)
      await decide(day, claim, day.planned(claim))
    }
    for (const claim of contested) {
      await me.goTo(claim)
      await me.checked()
      if (claim.lacks === 'nothing') await me.set('Products', 'Not met', 'Another product is meant.')
      await me.reject(claim)
    }
    await page.reload()
    await expect(me.screens.state).toContainText(`Outbox ${TAKEN_ALONG + CONTESTED}`)
  })

  await test.step('a colleague was there meanwhile: both conflicts are settled in the tray', async () => {
    await page.goto('about:blank')
    await desk.stop()
    await bench.startHub(Number(new URL(hub.url).port))
    const lead = await context.newPage()
    const them = await colleagueAt(bench, hub.url, lead)
    await them.take(redone)
    await them.reject(lost)
    await page.bringToFront()
    desk = await bench.open({ hub: hub.url })
    await expect(me.screens.state).toContainText('2 conflicts', { timeout: 60_000 })
    await places.openConflict(lost)
    await places.letGo(lost)
    await expect(me.screens.state).toContainText('1 conflict')
    await them.giveBack(redone)
    await places.openConflict(redone)
    pressed.push(await places.takeAndRedo(redone))
    await isSent(me)
    await expect(me.screens.state).not.toContainText('conflict')
    await them.leave()
  })

  await test.step('what was asked for comes in and is compared', async () => {
    const asked = claimOf(day, 'information_requested')
    const paper = await paperOf({ ...asked, lacks: 'nothing' }, 'Work order, second edition')
    await partner.addDocument(asked.claimId, `Order ${asked.word} v2.pdf`, paper)
    await partner.act(asked.claimId, 'resubmit', { comment: 'Here it is.' })
    await me.goTo(asked)
    await places.compare()
    await me.key('t')
    await expect(me.holder).toContainText('Yours')
    await isSent(me)
    await decide(day, asked, 'approve')
    await isSent(me)
  })

  await test.step('a dispute is somebody else’s to decide', async () => {
    const claim = claimOf(day, 'rejected')
    await partner.dispute(claim.claimId, 'The signature is on page 1.')
    await me.goTo(claim)
    await places.seesDispute()
  })

  await test.step('the afternoon', () => work(day, CLAIMS - BEFORE_NOON - TAKEN_ALONG - 1))

  await isSent(me)
  expect(new Set(pressed.map(({ claimId }) => claimId)).size).toBe(CLAIMS)
  await expectRecorded(hub.url, 'Marta Ginevri', pressed)
  await page.goto('about:blank')
  await desk.stop()
  expectWholeProfile(bench.dataDir)
})

import { describe, expect, it } from 'vitest'
import { clocksOf } from '../../../../src-main/domain/clocks/claimClocks.ts'
import { clockedClaim } from '../../../../src-main/domain/clocks/clockedClaim.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCalendar } from '../../../builders/calendar.ts'
import { aClaimRecord, type ClaimWishes } from '../../../builders/claimRecord.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'
import { aSyncedStation, whyNot } from '../../../fakes/syncedStation.ts'

/** A claim with the clocks that the hub gives it, by the calendar of the tests. */
function timed(wishes: ClaimWishes): ClaimRecord {
  const record = aClaimRecord(wishes)
  return { ...record, clocks: clocksOf(clockedClaim(record, []), SEED_2020, aCalendar()) }
}
const submitted = () => timed({ state: 'submitted', subState: 'queued' })
const clocksIn = ({ clocks }: ClaimRecord) => clocks.map(({ timer, startedAt }) => [timer, startedAt])

/** Begins the review while the hub is away. */
async function begun(record: ClaimRecord, more: Parameters<typeof aSyncedStation>[1] = {}) {
  const desk = await aSyncedStation([record], more)
  desk.hub.script.up = false
  const outcome = await desk.station.call('claims.startReview', await desk.on())
  return { ...desk, outcome, now: new Date(desk.station.clock.now()).toISOString() }
}

describe('a review that was begun without the hub', () => {
  it('S-16 S-17 shows the clock of the review from that moment, and the one for the pickup no longer', async () => {
    const record = submitted()
    const { open, row, now, outcome } = await begun(record)
    expect(outcome).toMatchObject({ outcome: 'accepted', holdUntil: null })
    expect(clocksIn(record).map(([timer]) => timer)).toEqual(['pickup', 'decision_target'])
    const { claim } = await open()
    expect(claim).toMatchObject({ state: 'under_review', subState: 'in_review' })
    expect(clocksIn(claim)).toEqual([
      ['review', now],
      ['decision_target', record.form.submittedAt],
    ])
    // Friday the 20th: five business days later is Friday the 27th, to its end in Rome.
    expect(claim.clocks[0]?.dueAt).toBe('2026-11-27T23:00:00.000Z')
    expect(await row()).toMatchObject({
      state: 'under_review',
      subState: 'in_review',
      clock: { timer: 'review', startedAt: now },
    })
  })

  it('shows whose it is now, and changes nothing else of the claim before the hub has spoken', async () => {
    const record = submitted()
    const { open, station } = await begun(record)
    const { claim } = await open()
    const until = new Date(station.clock.now() + 30 * 60_000).toISOString()
    expect(claim.assignedTo).toEqual({ userId: 'u-reviewer', name: 'Marta Ginevri', until })
    const { state, subState, clocks, assignedTo } = record
    expect({ ...claim, state, subState, clocks, assignedTo }).toEqual(record)
  })

  it('is still shown after a restart, until the hub gives its own word', async () => {
    const profile = aTempFolder()
    const first = await begun(submitted(), { profile })
    await first.station.workstation.stop()
    const second = await aSyncedStation([submitted()], {
      profile,
      script: { up: false },
      clock: createManualClock(first.station.clock.now()),
    })
    expect((await second.open()).claim.clocks[0]).toMatchObject({ timer: 'review', startedAt: first.now })
    const hubs = timed({ state: 'under_review', subState: 'in_review', revision: 4 })
    second.hub.script.feed = () => ({ body: { value: [hubs], '@odata.deltaLink': 'later' } })
    second.hub.script.up = true
    second.station.clock.advance(60_000)
    await second.station.until(async () => (await second.open()).claim.assignedTo === null)
    expect([(await second.open()).claim, (await second.row())?.clock]).toEqual([hubs, hubs.clocks[0]])
  })

  it('gives way when somebody else moved the claim on meanwhile', async () => {
    const { open, hub, station, row } = await begun(submitted())
    const elsewhere = timed({ state: 'rejected', subState: 'disputable', revision: 5 })
    hub.script.operation = () => ({ status: 503 })
    hub.script.feed = () => ({ body: { value: [elsewhere], '@odata.deltaLink': 'later' } })
    hub.script.up = true
    await station.call('sync.now', {})
    await station.until(async () => (await open()).claim.revision === 5)
    expect((await open()).claim).toEqual(elsewhere)
    expect(await row()).toMatchObject({ state: 'rejected', clock: elsewhere.clocks[0] })
  })

  it('leaves the clock of the review out while the calendar is not known here', async () => {
    const record = { ...submitted(), calendar: { id: 'another-team', version: 1 } }
    const { open } = await begun(record)
    expect(clocksIn((await open()).claim).map(([timer]) => timer)).toEqual(['decision_target'])
  })

  it('T13 is a review of the dispute where one waits: the rejecting reviewer may go on with nothing', async () => {
    const at = Instant.parse('2026-11-18T09:00:00Z')
    const rejection = { at, reasons: [], byUserId: UserId.parse('u-reviewer'), judged: [] }
    const dispute = { openedAt: at, justification: 'A mistake.', documentIds: [], decidedAt: null }
    const { open } = await begun(
      timed({ state: 'submitted', subState: 'queued', matters: { rejection, dispute, disputes: 1 } }),
    )
    const shown = await open()
    expect(shown.claim).toMatchObject({ state: 'under_review', subState: 'dispute_review' })
    expect(whyNot(shown, 'request_info')).toEqual(['four_eyes'])
  })
})

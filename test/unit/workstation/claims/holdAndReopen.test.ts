import { describe, expect, it } from 'vitest'
import { aClaimRecord, type ClaimWishes } from '../../../builders/claimRecord.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'
import { aSyncedStation, PAPER, whyNot } from '../../../fakes/syncedStation.ts'

const withPaper: ClaimWishes = { documents: [{ documentId: 'd1', bytes: PAPER }] }
const rejected: ClaimWishes = {
  ...withPaper,
  state: 'rejected',
  subState: 'disputable',
}
const COMMENT = 'Another partner names the same workload; we look into it.'

describe('holding a claim for arbitration', () => {
  const contested = { ...aClaimRecord(withPaper), competingClaims: 1 }
  const aHold = async (comment = COMMENT, profile = aTempFolder(), record = contested) => {
    const desk = await aSyncedStation([record], { profile })
    const outcome = await desk.station.call('claims.hold', { ...(await desk.on()), comment })
    return { ...desk, outcome, profile }
  }

  it('S-130 waits for the undo time, keeps every decision away meanwhile, and goes out with what the partner is told', async () => {
    const { outcome, station, open, hub, drain, decide } = await aHold()
    const until = new Date(station.clock.now() + 8_000).toISOString()
    expect(outcome).toMatchObject({ outcome: 'accepted', holdUntil: until })
    const held = await open()
    expect(held.pending).toMatchObject([{ kind: 'hold_for_arbitration', state: 'held' }])
    expect(held.claim).toMatchObject({ state: 'under_review', subState: 'in_review' })
    expect(await decide({ decision: 'approve' })).toMatchObject({
      blocks: [{ reason: 'operation_pending' }],
    })
    station.clock.advance(7_999)
    expect(hub.received).toEqual([])
    await drain()
    expect(hub.received.map(({ action }) => action)).toEqual([
      { kind: 'hold_for_arbitration', comment: COMMENT },
    ])
  })

  it('S-130 is refused without a word to the partner', async () => {
    const { outcome } = await aHold('  ')
    expect(outcome).toEqual({
      outcome: 'blocked',
      blocks: [{ reason: 'comment_missing', criterion: null, item: null }],
    })
  })

  it('S-125 is refused, and shown as such before, where nobody else has or wants what it claims', async () => {
    const { outcome, open } = await aHold(COMMENT, aTempFolder(), aClaimRecord(withPaper))
    expect(outcome).toEqual({
      outcome: 'blocked',
      blocks: [{ reason: 'nothing_to_arbitrate', criterion: null, item: null }],
    })
    expect(whyNot(await open(), 'hold_for_arbitration')).toEqual(['nothing_to_arbitrate'])
  })

  it('is undone while it is held, and nothing of it leaves', async () => {
    const { outcome, station, open, hub, drain } = await aHold()
    if (outcome.outcome !== 'accepted') throw new Error(outcome.outcome)
    expect(await station.call('sync.undo', { operationId: outcome.operationId })).toEqual({
      outcome: 'undone',
    })
    await drain()
    expect([(await open()).pending, hub.received]).toEqual([[], []])
  })

  it('survives a restart, still can be undone there, and goes out by itself', async () => {
    const { station, profile } = await aHold()
    const now = station.clock.now()
    await station.workstation.stop()
    const again = await aSyncedStation([contested], { profile, clock: createManualClock(now) })
    expect((await again.open()).pending).toMatchObject([{ kind: 'hold_for_arbitration', state: 'held' }])
    await again.drain()
    expect(again.hub.received).toMatchObject([{ action: { kind: 'hold_for_arbitration' } }])
  })
})

describe('taking a decision back', () => {
  const reopen = async (user: string, reason: string) => {
    const desk = await aSyncedStation([aClaimRecord(rejected)], { user })
    const outcome = await desk.station.call('claims.reopen', { ...(await desk.on()), reason })
    return { ...desk, outcome }
  }

  it('is a lead’s act, held as a decision is, and goes out with its reason', async () => {
    const { outcome, open, hub, drain } = await reopen('u-lead', 'The wrong claim was rejected.')
    expect(outcome).toMatchObject({ outcome: 'accepted', holdUntil: expect.any(String) })
    const shown = await open()
    expect([shown.claim.state, shown.pending]).toMatchObject([
      'rejected',
      [{ kind: 'reopen', state: 'held' }],
    ])
    await drain()
    expect(hub.received.map(({ action }) => action)).toEqual([
      { kind: 'reopen', reason: 'The wrong claim was rejected.' },
    ])
  })

  it('is refused to a reviewer, and to a lead without a reason', async () => {
    const asReviewer = await reopen('u-reviewer', 'I was wrong.')
    expect(asReviewer.outcome).toMatchObject({ blocks: [{ reason: 'role_may_not' }] })
    expect(whyNot(await asReviewer.open(), 'reopen')).toEqual(['role_may_not'])
    expect((await reopen('u-lead', '')).outcome).toMatchObject({ blocks: [{ reason: 'reason_missing' }] })
  })

  it('ends with the window of the decision', async () => {
    const { open } = await aSyncedStation(
      [
        aClaimRecord({
          ...rejected,
          clocks: aClaimRecord({ dueAt: '2026-11-20T09:59:00.000Z' }).clocks.map((clock) => ({
            ...clock,
            timer: 'dispute_window' as const,
          })),
        }),
      ],
      { user: 'u-lead' },
    )
    expect(whyNot(await open(), 'reopen')).toEqual(['window_closed'])
  })
})

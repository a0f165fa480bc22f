import { describe, expect, it } from 'vitest'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation, PAPER, THE_CLAIM } from '../../../fakes/syncedStation.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'

const record = () => aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })

async function anApproval(undoHoldSeconds: 5 | 8 | 10 | 20 | 30 = 8) {
  const clock = createManualClock()
  const desk = await aSyncedStation([record()], { clock })
  await desk.station.call('settings.set', { undoHoldSeconds })
  const outcome = await desk.decide({ decision: 'approve' })
  if (outcome.outcome !== 'accepted') throw new Error(outcome.outcome)
  return { ...desk, clock, operationId: outcome.operationId }
}

describe.each([5, 8, 10, 20, 30] as const)('an undo time of %i seconds', (seconds) => {
  it('is kept over a new start: until its end the decision can be taken back and nobody has seen it', async () => {
    const { hub, station, clock, operationId } = await anApproval(seconds)
    clock.advance(seconds * 1000 - 1)
    await station.workstation.stop()
    const again = await aSyncedStation([record()], { clock, profile: station.profile })
    expect((await again.station.call('settings.get', {})).undoHoldSeconds).toBe(seconds)
    expect((await again.open(THE_CLAIM)).pending).toMatchObject([{ operationId, state: 'held' }])
    expect([...hub.received, ...again.hub.received]).toEqual([])
    expect(await again.station.call('sync.undo', { operationId })).toEqual({ outcome: 'undone' })
    await again.drain()
    expect(again.hub.received).toEqual([])
  })

  it('lets the decision go when it is over', async () => {
    const { hub, station, clock, operationId } = await anApproval(seconds)
    clock.advance(seconds * 1000)
    expect(await station.call('sync.undo', { operationId })).toEqual({ outcome: 'too_late' })
    clock.advance(1000)
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    expect(hub.received).toMatchObject([{ action: { kind: 'approve' } }])
  })
})

describe('somebody who is at the way to take it back', () => {
  it('has the whole undo time anew, also over a new start', async () => {
    const { hub, station, clock, operationId } = await anApproval(8)
    clock.advance(7_000)
    const { holdUntil } = await station.call('sync.holdLonger', { operationId })
    expect(Date.parse(holdUntil ?? '')).toBe(clock.now() + 8_000)
    clock.advance(7_000)
    await station.workstation.stop()
    const again = await aSyncedStation([record()], { clock, profile: station.profile })
    expect([...hub.received, ...again.hub.received]).toEqual([])
    expect(await again.station.call('sync.undo', { operationId })).toEqual({ outcome: 'undone' })
  })

  it('cannot keep it for ever, nor hold what has left', async () => {
    const { station, clock, operationId, drain } = await anApproval(30)
    const madeAt = clock.now()
    let until: string | null = ''
    for (let n = 0; n < 40 && until !== null; n += 1) {
      clock.advance(20_000)
      ;({ holdUntil: until } = await station.call('sync.holdLonger', { operationId }))
      if (until !== null) expect(Date.parse(until) - madeAt).toBeLessThanOrEqual(600_000)
    }
    expect(until).toBeNull()
    await drain()
    expect(await station.call('sync.holdLonger', { operationId })).toEqual({ holdUntil: null })
  })
})

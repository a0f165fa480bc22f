import { describe, expect, it } from 'vitest'
import { clocksOf } from '../../../../src-main/domain/clocks/claimClocks.ts'
import { clockedClaim } from '../../../../src-main/domain/clocks/clockedClaim.ts'
import { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { aCalendar } from '../../../builders/calendar.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import { REFERENCE } from '../../../fakes/scriptedHub.ts'
import { aSyncedStation, THE_CLAIM } from '../../../fakes/syncedStation.ts'

describe('the explanation of a clock', () => {
  const holiday = { day: '2026-11-17', name: 'Patron saint' }
  const calendar = aCalendar({ version: 3, holidays: [holiday] })
  const explained = async (record: ClaimRecord, timer: 'review' | 'decision_target' | 'consent') => {
    const desk = await aSyncedStation([record], {
      script: { reference: () => ({ body: { ...REFERENCE, calendars: [calendar] } }) },
    })
    const { explanation } = await desk.station.call('claims.explainClock', { claimId: THE_CLAIM, timer })
    return { ...desk, explanation }
  }
  const asked = ClaimRecord.shape.history.parse(
    [
      ['submitted', '2026-11-02T09:00:00Z'],
      ['review_started', '2026-11-12T09:00:00Z'],
      ['information_requested', '2026-11-13T09:00:00Z'],
      ['resubmitted', '2026-11-18T15:00:00Z'],
    ].map(([kind, at], n) => ({
      entryId: `h${n}`,
      at,
      side: 'reviewer',
      kind,
      actorName: 'Marta Ginevri',
      fromState: null,
      toState: null,
      detail: null,
    })),
  )
  const underReview = () => {
    const record = aClaimRecord({ history: asked, also: { calendar: { id: calendar.id, version: 3 } } })
    return { ...record, clocks: clocksOf(clockedClaim(record, []), SEED_2020, calendar) }
  }

  it('fills the wall time since the begin without a gap, and says what each piece was', async () => {
    const record = underReview()
    const { explanation, station } = await explained(record, 'review')
    if (explanation === null) throw new Error('Nothing was explained.')
    const { segments, clock } = explanation
    expect(clock).toEqual(record.clocks[0])
    const [first] = segments
    expect(first?.from).toBe(Date.parse(clock.startedAt))
    expect(segments.slice(1).map(({ from }) => from)).toEqual(segments.slice(0, -1).map(({ to }) => to))
    expect(segments.at(-1)?.to).toBe(Date.parse(clock.dueAt ?? ''))
    const elapsed = segments.filter(({ phase }) => phase === 'elapsed')
    const wallTime = elapsed.reduce((sum, { from, to }) => sum + to - from, 0)
    expect(wallTime).toBe(station.clock.now() - Date.parse(clock.startedAt))
    expect(segments.map(({ kind, name }) => name ?? kind)).toEqual(
      expect.arrayContaining(['waiting_for_partner', 'weekend', 'Patron saint', 'running']),
    )
    expect(explanation).toMatchObject({
      length: 5,
      unit: 'business_days',
      calendar: { id: 'review-team', version: 3, zone: 'Europe/Rome' },
    })
  })

  it('is there for a review that was begun here, before the hub has confirmed it', async () => {
    const record = aClaimRecord({ state: 'submitted', subState: 'queued' })
    const { station, hub, on } = await aSyncedStation([record])
    hub.script.up = false
    const now = station.clock.now()
    await station.call('claims.startReview', await on())
    const { explanation } = await station.call('claims.explainClock', {
      claimId: THE_CLAIM,
      timer: 'review',
    })
    expect(explanation?.clock.startedAt).toBe(new Date(now).toISOString())
    expect(explanation?.segments[0]).toMatchObject({ kind: 'running', phase: 'ahead', from: now })
  })

  it('is not given for a clock that the claim does not have, nor by a calendar that is not here', async () => {
    expect((await explained(underReview(), 'consent')).explanation).toBe(null)
    const elsewhere = { ...underReview(), calendar: { id: 'another-team', version: 1 } }
    expect((await explained(elsewhere, 'review')).explanation).toBe(null)
  })
})

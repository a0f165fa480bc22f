import { describe, expect, it } from 'vitest'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { REFERENCE } from '../../../fakes/scriptedHub.ts'
import { aSyncedStation, PAPER, whyNot } from '../../../fakes/syncedStation.ts'

const SINCE = '2026-11-18T09:00:00.000Z'

async function aDesk() {
  const record = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })
  const check = { policy: record.policy, criterion: 'dates', level: 0.9, since: SINCE }
  const other = { ...check, policy: { id: 'docs-2023', version: 1 }, criterion: 'usablePoe' }
  const given = { advisoryChecks: [check, other] as object[] }
  const desk = await aSyncedStation([record], {
    script: { reference: () => ({ body: { ...REFERENCE, ...given } }) },
  })
  const dates = async () => (await desk.open()).criteria.find(({ criterion }) => criterion === 'dates')
  return { ...desk, given, dates }
}

describe('a check that was right too seldom of late', () => {
  it('counts only once a person confirms what it found, and says since when', async () => {
    const { open, on, dates, station } = await aDesk()
    expect(await dates()).toMatchObject({
      machine: { verdict: 'met' },
      effective: null,
      advisory: { level: 0.9, since: SINCE },
    })
    const detail = await open()
    expect(whyNot(detail, 'approve')).toEqual(['criterion_open'])
    // Of another profile that check is as it was made.
    expect(detail.criteria.filter(({ advisory }) => advisory !== null)).toHaveLength(1)
    const confirmed = { criterion: 'dates', item: null, verdict: 'met', reason: null } as const
    expect(await station.call('claims.setVerdict', { ...(await on()), ...confirmed })).toMatchObject({
      outcome: 'accepted',
    })
    expect(await dates()).toMatchObject({ effective: 'met', reviewer: { act: 'confirmed' } })
    expect(whyNot(await open(), 'approve')).toEqual([])
  })

  it('tells the hub what it had said, beside what counted', async () => {
    const { on, decide, drain, hub, station } = await aDesk()
    const set = {
      criterion: 'dates',
      item: null,
      verdict: 'not_applicable',
      reason: 'No day is needed.',
    } as const
    await station.call('claims.setVerdict', { ...(await on()), ...set })
    expect(await decide({ decision: 'approve' })).toMatchObject({ outcome: 'accepted' })
    await drain()
    const sent = hub.received.map(({ action }) => action).find(({ kind }) => kind === 'approve')
    expect(sent).toMatchObject({
      verdicts: expect.arrayContaining([
        {
          criterion: 'dates',
          item: null,
          verdict: 'not_applicable',
          by: 'reviewer',
          reason: 'No day is needed.',
          machine: 'met',
        },
      ]) as unknown,
    })
  })

  it('counts by itself again once the hub says so', async () => {
    const { given, dates, station } = await aDesk()
    given.advisoryChecks = []
    await station.call('sync.now', {})
    await station.until(async () => (await dates())?.advisory === null)
    expect(await dates()).toMatchObject({ effective: 'met' })
  })
})

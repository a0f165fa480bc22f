import { describe, expect, it } from 'vitest'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation, everythingMet, PAPER } from '../../../fakes/syncedStation.ts'
import { aCommandId } from '../../../fakes/workstation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const documents = [{ documentId: 'd1', bytes: PAPER }]
const other = {
  userId: UserId.parse('u-lead'),
  name: 'Paul Brandt',
  until: '2030-01-01T00:00:00.000Z' as never,
}
const RECORDS = [
  aClaimRecord({ claimId: 'a', documents }),
  aClaimRecord({ claimId: 'b', documents }),
  aClaimRecord({ claimId: 'open', documents }),
  aClaimRecord({ claimId: 'held', documents, also: { assignedTo: other } }),
]
const idOf = (claimId: string) => ClaimId.parse(claimId)

/** The checker leaves the dates of one claim open; one is held by somebody else. */
async function aQueue(records: readonly ClaimRecord[] = RECORDS) {
  const poe = {
    ...everythingMet(records),
    judge: async ({ form }: { form: ClaimRecord['form'] }) =>
      aReport(
        records.find((one) => one.form.claimId === form.claimId) ?? aClaimRecord(),
        'met',
        form.claimId === 'open' ? { dates: 'not_met' } : {},
      ),
  }
  const { station, hub, drain } = await aSyncedStation(records, { poe })
  const asked = (...ids: string[]) =>
    ids.map((claimId) => ({ claimId: idOf(claimId), revision: 3, commandId: aCommandId() }))
  return { station, hub, drain, asked }
}

describe('an act on many claims', () => {
  it('says before which of them the rules leave out, and why', async () => {
    const { station } = await aQueue()
    const plan = await station.call('claims.bulkPlan', {
      act: 'approve',
      claimIds: ['a', 'open', 'held', 'gone'].map(idOf),
    })
    expect(plan).toMatchObject({
      able: ['a'],
      leftOut: [
        {
          claimId: 'open',
          claimName: 'Teams rollout',
          blocks: [{ reason: 'criterion_open', criterion: 'dates' }],
        },
        { claimId: 'held', blocks: [{ reason: 'held_by_other' }] },
        { claimId: 'gone', claimName: 'gone', blocks: [] },
      ],
    })
  })

  it('approves each for itself: one operation that can be undone, and one entry in the log', async () => {
    const { station, asked } = await aQueue()
    const claims = asked('a', 'b')
    const { outcomes } = await station.call('claims.bulk', { act: 'approve', claims })
    expect(outcomes.map(({ outcome }) => outcome?.outcome)).toEqual(['accepted', 'accepted'])
    const { operations } = await station.call('sync.outbox', {})
    expect(operations.map(({ claimId, kind, state }) => [claimId, kind, state])).toEqual([
      ['a', 'approve', 'held'],
      ['b', 'approve', 'held'],
    ])
    await station.workstation.stop()
    const database = bareDatabase(station.database, { readonly: true })
    const entries = database
      .prepare("select claim_id from audit where act = 'approve' order by entry")
      .pluck()
      .all()
    database.close()
    expect(entries).toEqual(['a', 'b'])
  })

  it('goes on past what is refused, gone or was decided on an older picture, and widens to nothing else', async () => {
    const { station, asked } = await aQueue()
    const [a, open, gone] = asked('a', 'open', 'gone')
    const stale = asked('b').map((on) => ({ ...on, revision: 2 }))
    const claims = [open, gone, ...stale, a].filter((on) => on !== undefined)
    const { outcomes } = await station.call('claims.bulk', { act: 'approve', claims })
    expect(outcomes.map(({ outcome }) => outcome?.outcome ?? null)).toEqual([
      'blocked',
      null,
      'stale',
      'accepted',
    ])
    const { operations } = await station.call('sync.outbox', {})
    expect(operations.map(({ claimId }) => claimId)).toEqual(['a'])
  })

  it('acts once on a command that comes twice', async () => {
    const { station, hub, drain, asked } = await aQueue()
    const claims = asked('a', 'b')
    await station.call('claims.bulk', { act: 'take', claims })
    await station.call('claims.bulk', { act: 'take', claims })
    await drain()
    expect(hub.received.map(({ action }) => action.kind)).toEqual(['take', 'take'])
  })
})

describe('why a claim stands where it stands', () => {
  it('is told with the place among the claims of the same filter', async () => {
    const { station } = await aQueue()
    const ask = (claimId: string, text: string) =>
      station.call('claims.whyNext', { filter: { text }, claimId: idOf(claimId) })
    expect((await ask('open', '')).why).toMatchObject({
      rank: 4,
      total: 4,
      parts: [{ part: 'same_instant', claims: 3 }],
      dueAt: '2026-11-30T23:00:00.000Z',
    })
    expect((await ask('open', 'id:open')).why).toMatchObject({ rank: 1, total: 1, parts: [] })
    expect((await ask('open', 'id:a')).why).toBeNull()
  })
})

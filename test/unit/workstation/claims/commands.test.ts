import { describe, expect, it } from 'vitest'
import type { PoePort } from '../../../../src-main/workstation/ports.ts'
import type { CheckReport } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord, type ClaimWishes } from '../../../builders/claimRecord.ts'
import { unreadFacts } from '../../../builders/documentFacts.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { aCommandId, startWorkstation, type TestStation } from '../../../fakes/workstation.ts'
import { NOTHING_TO_SHOW } from '../../../fakes/nothingToShow.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const id = ClaimId.parse('208417')
const PAPER = new TextEncoder().encode('a signed paper')

const checkerSaying = (report: (record: ClaimRecord) => CheckReport, record: ClaimRecord): PoePort => ({
  readerVersion: 'reader 1',
  checkerVersion: 'checker 1',
  read: ({ bytes }) => Promise.resolve(unreadFacts(bytes)),
  judge: async () => report(record),
  ...NOTHING_TO_SHOW,
  knowsProduct: async () => true,
})

const row = async ({ call }: TestStation) =>
  (await call('claims.list', { filter: { text: '' }, offset: 0, limit: 1 })).rows[0]

async function aCheckedClaim(
  report: (record: ClaimRecord) => CheckReport = (record) => aReport(record),
  wishes: ClaimWishes = {},
) {
  const record = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }], ...wishes })
  const hub = await startScriptedHub({ feed: feedOf(() => [record]), document: () => ({ bytes: PAPER }) })
  const station = await startWorkstation({ hub: hub.port, poe: checkerSaying(report, record) })
  station.clock.advance(0)
  await station.until(async () => (await row(station))?.verdicts.usablePoe === 'met')
  const open = () => station.call('claims.open', { claimId: id })
  const decide = (decision: 'approve' | 'reject', more: object = {}) =>
    station.call('claims.decide', {
      claimId: id,
      revision: record.revision,
      commandId: aCommandId(),
      decision,
      reasons: decision === 'reject' ? ['REJ_INSUFFICIENT_POE'] : [],
      comment: decision === 'reject' ? 'The papers do not show the work.' : '',
      items: [],
      mayRemoveItems: false,
      partnerRequestReason: null,
      note: decision === 'reject' ? 'Nothing could mend it.' : '',
      ...more,
    })
  const say = (more: object) =>
    station.call('claims.setVerdict', {
      claimId: id,
      revision: record.revision,
      commandId: aCommandId(),
      criterion: 'dates',
      item: null,
      verdict: 'met',
      reason: null,
      ...more,
    })
  return { hub, station, record, open, decide, say }
}

describe('deciding', () => {
  it('approves a claim whose criteria the checks found met, and says until when it can be undone', async () => {
    const { decide, station, open } = await aCheckedClaim()
    const until = new Date(station.clock.now() + 8_000).toISOString()
    expect(await decide('approve')).toMatchObject({ outcome: 'accepted', holdUntil: until })
    expect((await open()).pending).toMatchObject([{ kind: 'approve', state: 'held' }])
  })

  it('does not approve on a machine’s cannot tell until the reviewer has spoken, and sends what counted', async () => {
    const { decide, say, station, hub } = await aCheckedClaim((record) =>
      aReport(record, 'met', { dates: 'cannot_tell' }),
    )
    expect(await decide('approve')).toEqual({
      outcome: 'blocked',
      blocks: [{ reason: 'criterion_open', criterion: 'dates', item: null }],
    })
    await say({ verdict: 'met', reason: 'The stamp on page 2 says 14 March.' })
    expect(await decide('approve')).toMatchObject({ outcome: 'accepted' })
    station.clock.advance(60_000)
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    expect(hub.received.at(-1)?.action).toMatchObject({
      kind: 'approve',
      verdicts: expect.arrayContaining([
        {
          criterion: 'dates',
          item: null,
          verdict: 'met',
          by: 'reviewer',
          reason: 'The stamp on page 2 says 14 March.',
          machine: 'cannot_tell',
        },
      ]),
    })
  })

  it('refuses a second decision while the first is on its way', async () => {
    const { decide } = await aCheckedClaim()
    await decide('reject')
    expect(await decide('approve')).toEqual({
      outcome: 'blocked',
      blocks: [{ reason: 'operation_pending', criterion: null, item: null }],
    })
  })

  it('acts once on a command that comes twice', async () => {
    const { decide, station } = await aCheckedClaim()
    const commandId = aCommandId()
    await decide('reject', { commandId })
    expect(await decide('reject', { commandId })).toMatchObject({
      outcome: 'accepted',
      operationId: commandId,
    })
    expect((await station.call('sync.outbox', {})).operations.length).toBe(1)
  })

  it('refuses a decision on a revision that is no longer the claim’s', async () => {
    const { decide, record } = await aCheckedClaim()
    expect(await decide('approve', { revision: record.revision - 1 })).toEqual({
      outcome: 'stale',
      currentRevision: record.revision,
    })
  })

  it('starts a review offline and goes on to decide, both in one chain of revisions', async () => {
    const { station, hub, decide, open, record } = await aCheckedClaim((r) => aReport(r), {
      state: 'submitted',
      subState: 'queued',
    })
    hub.script.up = false
    await station.call('claims.startReview', {
      claimId: id,
      revision: record.revision,
      commandId: aCommandId(),
    })
    expect((await open()).claim).toMatchObject({ state: 'under_review', subState: 'in_review' })
    expect(await decide('approve')).toMatchObject({ outcome: 'accepted' })
    hub.script.up = true
    station.clock.advance(60_000)
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    expect(hub.received.map(({ action, claimRevision }) => [action.kind, claimRevision])).toEqual([
      ['start_review', record.revision],
      ['approve', record.revision + 1],
    ])
  })
})

describe('the reviewer’s word on a criterion', () => {
  it('confirms the machine without a reason and differs from it only with one', async () => {
    const { say, open } = await aCheckedClaim()
    const word = async () => (await open()).criteria.find(({ criterion }) => criterion === 'dates')?.reviewer
    await say({ verdict: 'met' })
    expect(await word()).toMatchObject({ verdict: 'met', act: 'confirmed', byName: 'Marta Ginevri' })
    expect(await say({ verdict: 'not_met', reason: '' })).toEqual({
      outcome: 'blocked',
      blocks: [{ reason: 'verdict_reason_missing', criterion: null, item: null }],
    })
    await say({ verdict: 'not_met', reason: 'Dated after the work.' })
    expect(await word()).toMatchObject({ verdict: 'not_met', act: 'set', reason: 'Dated after the work.' })
    await say({ verdict: null })
    expect(await word()).toBe(null)
  })

  it('shows in the queue at once, and the worst item speaks for the products', async () => {
    const items = [
      { id: 'i1', name: 'Microsoft Teams' },
      { id: 'i2', name: 'Intune' },
    ]
    const { say, station } = await aCheckedClaim((record) => aReport(record), { items })
    await say({ criterion: 'products', item: 'i2', verdict: 'not_met', reason: 'Only named in the annex.' })
    expect((await row(station))?.verdicts).toMatchObject({ products: 'not_met', dates: 'met' })
  })

  it('is refused for a criterion that the claim does not have', async () => {
    const { station, record } = await aCheckedClaim()
    const reply = await station.workstation.dispatch('claims.setVerdict', {
      claimId: id,
      revision: record.revision,
      commandId: aCommandId(),
      criterion: 'products',
      item: 'unknown item',
      verdict: 'met',
      reason: null,
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  })
})

describe('an approval', () => {
  it('carries into the log how many pages nobody looked at, with the operation itself', async () => {
    const { station, decide } = await aCheckedClaim()
    expect(await decide('approve', { unseenPages: 3 })).toMatchObject({ outcome: 'accepted' })
    await station.workstation.stop()
    const database = bareDatabase(station.database, { readonly: true })
    const [approval] = database
      .prepare<[], Record<string, string>>("select facts from audit where act = 'approve'")
      .all()
    database.close()
    expect(JSON.parse(String(approval?.['facts']))).toMatchObject({ unseenPages: 3 })
  })
})

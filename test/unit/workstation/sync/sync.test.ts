import { describe, expect, it } from 'vitest'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { aCommandId, startWorkstation, type TestStation } from '../../../fakes/workstation.ts'

const id = ClaimId.parse('208417')
const everything = { filter: { text: '' }, offset: 0, limit: 100 }
const names = async ({ call }: TestStation) =>
  (await call('claims.list', everything)).rows.map(({ claimName }) => claimName)
const online =
  ({ call }: TestStation) =>
  async () =>
    (await call('sync.status', {})).hub === 'online'

/** Starts work and waits until the hub was reached and everything it had is here. */
async function synced(station: TestStation): Promise<void> {
  station.clock.advance(0)
  await station.until(online(station))
}

async function stationWith(records: readonly unknown[]) {
  const hub = await startScriptedHub({ feed: feedOf(() => records) })
  const station = await startWorkstation({ hub: hub.port })
  await synced(station)
  return { hub, station }
}

const aComment = (text: string) => ({
  claimId: id,
  revision: 3,
  commandId: aCommandId(),
  text,
  visibility: 'internal' as const,
  inReplyTo: null,
})

describe('reading the feed', () => {
  it('applies page after page and goes on from the delta link', async () => {
    const pages: Record<string, unknown> = {
      '': { value: [aClaimRecord({ claimId: 'a', claimName: 'A' })], '@odata.nextLink': 'second' },
      second: { value: [], '@odata.nextLink': 'third' },
      third: { value: [aClaimRecord({ claimId: 'b', claimName: 'B' })], '@odata.deltaLink': 'delta' },
      delta: {
        value: [aClaimRecord({ claimId: 'a', revision: 4, claimName: 'A again' })],
        '@odata.deltaLink': 'end',
      },
      end: { value: [], '@odata.deltaLink': 'end' },
    }
    const hub = await startScriptedHub({ feed: (link) => ({ body: pages[link] }) })
    const station = await startWorkstation({ hub: hub.port })
    await synced(station)
    expect(await names(station)).toEqual(['A', 'B'])
    station.clock.advance(60_000)
    await station.until(async () => (await names(station)).includes('A again'))
    expect(await names(station)).toEqual(['A again', 'B'])
  })

  it('takes repeats, replays and any order: what is newest stays, and a page may be empty', async () => {
    const at = (revision: number, claimName: string) => aClaimRecord({ revision, claimName })
    const other = aClaimRecord({ claimId: 'other', claimName: 'Other' })
    const pages: Record<string, unknown> = {
      '': { value: [at(5, 'Newest'), other, other], '@odata.nextLink': 'empty' },
      empty: { value: [], '@odata.nextLink': 'older' },
      older: { value: [at(4, 'Older'), at(5, 'Newest'), at(3, 'Oldest')], '@odata.deltaLink': 'replay' },
      replay: { value: [at(5, 'Newest'), other, at(4, 'Older')], '@odata.deltaLink': 'replayed' },
      replayed: { value: [at(6, 'Newer still')], '@odata.deltaLink': 'end' },
      end: { value: [], '@odata.deltaLink': 'end' },
    }
    const hub = await startScriptedHub({ feed: (link) => ({ body: pages[link] }) })
    const station = await startWorkstation({ hub: hub.port })
    await synced(station)
    expect(await names(station)).toEqual(['Newest', 'Other'])
    station.clock.advance(60_000)
    await hub.whenAnswered('GET /v1.0/claims/delta', 4)
    await station.call('sync.now', {})
    await station.until(async () => (await names(station)).includes('Newer still'))
    expect(await names(station)).toEqual(['Newer still', 'Other'])
  })

  it('sets an item aside that does not fit, with the field that is wrong, and goes on', async () => {
    const bad = { ...aClaimRecord({ claimId: 'bad' }), revision: 'the third' }
    const { station } = await stationWith([bad, { nothing: 'known' }, aClaimRecord({ claimName: 'Good' })])
    expect(await names(station)).toEqual(['Good'])
    const { items } = await station.call('sync.quarantine', {})
    expect(items.map(({ claimId, reason }) => [claimId, reason.split(':')[0]])).toEqual(
      expect.arrayContaining([
        ['bad', 'revision'],
        [null, 'form'],
      ]),
    )
  })

  it('lets a claim out of quarantine when a good version of it comes', async () => {
    const items: unknown[] = [{ ...aClaimRecord(), revision: 'the third' }]
    const { hub, station } = await stationWith(items)
    hub.script.feed = () => ({ body: { value: [aClaimRecord({ revision: 4 })], '@odata.deltaLink': 'seen' } })
    station.clock.advance(60_000)
    await station.until(async () => (await names(station)).length === 1)
    expect((await station.call('sync.quarantine', {})).items).toEqual([])
  })

  it('keeps the older state of a claim that a full read brings in a form that does not fit', async () => {
    const { hub, station } = await stationWith([aClaimRecord({ claimId: 'gone' }), aClaimRecord()])
    const broken = { ...aClaimRecord({ revision: 4 }), revision: 'the fourth' }
    hub.script.feed = (link) =>
      link === 'seen' ? { status: 410 } : { body: { value: [broken], '@odata.deltaLink': 'anew' } }
    station.clock.advance(60_000)
    await station.until(async () => (await names(station)).length === 1)
    expect((await station.call('claims.open', { claimId: id })).claim.revision).toBe(3)
    expect((await station.call('sync.quarantine', {})).items).toMatchObject([{ claimId: id }])
  })

  it('shows a claim whose status it does not know, instead of setting it aside, until it knows better', async () => {
    const { hub, station } = await stationWith([{ ...aClaimRecord(), state: 'Frozen' }])
    const { claim, actions } = await station.call('claims.open', { claimId: id })
    expect(claim).toMatchObject({ state: 'unknown', unknown: { status: 'Frozen' } })
    expect(actions.find(({ action }) => action === 'comment')?.blocks).toMatchObject([
      { reason: 'unknown_content' },
    ])
    expect((await station.call('sync.quarantine', {})).items).toEqual([])
    hub.script.feed = () => ({ body: { value: [aClaimRecord({ revision: 4 })], '@odata.deltaLink': 'seen' } })
    station.clock.advance(60_000)
    await station.until(async () => (await station.call('claims.open', { claimId: id })).claim.revision === 4)
    expect((await station.call('claims.open', { claimId: id })).claim.unknown).toBe(null)
  })

  it('takes away what the feed says is gone', async () => {
    const { hub, station } = await stationWith([aClaimRecord()])
    hub.script.feed = () => ({
      body: { value: [{ claimId: id, '@removed': { reason: 'deleted' } }], '@odata.deltaLink': 'seen' },
    })
    station.clock.advance(60_000)
    await station.until(async () => (await names(station)).length === 0)
    expect(await station.workstation.dispatch('claims.open', { claimId: id })).toMatchObject({
      error: { code: 'not_found' },
    })
  })

  it('reads everything anew when the hub has forgotten the link, and keeps what waits to be sent', async () => {
    const { hub, station } = await stationWith([
      aClaimRecord({ claimId: 'gone', claimName: 'Gone' }),
      aClaimRecord(),
    ])
    hub.script.operation = () => ({ status: 503 })
    await station.call('claims.comment', aComment('Not sent yet'))
    hub.script.feed = (link) =>
      link === 'seen'
        ? { status: 410 }
        : { body: { value: [aClaimRecord({ claimName: 'Still here' })], '@odata.deltaLink': 'anew' } }
    station.clock.advance(60_000)
    await station.until(async () => (await names(station)).length === 1)
    expect((await station.call('sync.outbox', {})).operations).toMatchObject([
      { claimId: id, kind: 'comment' },
    ])
  })
})

describe('sending operations', () => {
  it('sends a comment at once, with everything the hub needs to judge it', async () => {
    const { hub, station } = await stationWith([aClaimRecord()])
    await station.call('claims.comment', aComment('Looks complete'))
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    expect(hub.received).toMatchObject([
      {
        sequence: 1,
        claimRevision: 3,
        action: { kind: 'comment', text: 'Looks complete', visibility: 'internal' },
      },
    ])
  })

  it('holds a decision for the undo time, and never sends one that was taken back', async () => {
    const { hub, station } = await stationWith([aClaimRecord()])
    const reject = (comment: string) =>
      station.call('claims.decide', {
        claimId: id,
        revision: 3,
        commandId: aCommandId(),
        decision: 'reject',
        reasons: ['REJ_INSUFFICIENT_POE'],
        comment,
        items: [],
        mayRemoveItems: false,
        partnerRequestReason: null,
        note: 'Nothing could mend it.',
      })
    const first = await reject('Wrong claim')
    station.clock.advance(7_000)
    expect(hub.received).toEqual([])
    if (first.outcome !== 'accepted') throw new Error(first.outcome)
    expect(await station.call('sync.undo', { operationId: first.operationId })).toEqual({ outcome: 'undone' })
    await reject('Right claim')
    station.clock.advance(60_000)
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    expect(
      hub.received.map(({ action, sequence }) => [action.kind === 'reject' && action.comment, sequence]),
    ).toEqual([['Right claim', 1]])
    expect(await station.call('sync.undo', { operationId: first.operationId })).toEqual({
      outcome: 'too_late',
    })
  })

  it('sends again, with the same id and sequence, when the answer was lost', async () => {
    const { hub, station } = await stationWith([aClaimRecord()])
    hub.script.operation = () => ({ status: 502 })
    await station.call('claims.comment', aComment('Once'))
    await station.until(async () => (await station.call('sync.status', {})).hub === 'offline')
    hub.script.operation = (request) => ({ outcome: 'applied', revision: request.claimRevision + 1 })
    station.clock.advance(60_000)
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    const [first, second] = hub.received
    expect(second).toEqual(first)
  })

  it('keeps a refused operation in the conflict tray', async () => {
    const { hub, station } = await stationWith([aClaimRecord()])
    hub.script.operation = () => ({ outcome: 'conflict', reason: 'withdrawn', currentRevision: 5 })
    await station.call('claims.comment', aComment('Too late'))
    await station.until(async () => (await station.call('sync.status', {})).conflicts === 1)
    expect((await station.call('sync.conflicts', {})).conflicts).toMatchObject([
      { claimId: id, kind: 'comment', reason: 'withdrawn', revision: 3 },
    ])
  })
})

describe('without the hub', () => {
  it('starts, decides and sends by itself when the hub is back, also after a restart', async () => {
    const hub = await startScriptedHub({ feed: feedOf(() => [aClaimRecord()]) })
    const profile = aTempFolder()
    const first = await startWorkstation({ hub: hub.port, profile })
    await synced(first)
    hub.script.up = false
    await first.call('claims.comment', aComment('Made offline'))
    await first.until(async () => (await first.call('sync.status', {})).hub === 'offline')
    expect((await first.call('sync.status', {})).outbox).toMatchObject({ waiting: 1 })
    await first.workstation.stop()

    const second = await startWorkstation({ hub: hub.port, profile, clock: createManualClock() })
    expect(await names(second)).toEqual(['Teams rollout'])
    second.clock.advance(0)
    await second.until(async () => (await second.call('sync.status', {})).hub === 'offline')
    hub.script.up = true
    second.clock.advance(60_000)
    await second.until(async () => (await second.call('sync.outbox', {})).operations.length === 0)
    expect(hub.received.map(({ action }) => action)).toMatchObject([{ text: 'Made offline' }])
  })

  it('lets a person who is not known yet look and do nothing else', async () => {
    const hub = await startScriptedHub({ feed: feedOf(() => [aClaimRecord()]) })
    const station = await startWorkstation({ hub: hub.port, user: 'u-stranger' })
    await synced(station)
    expect((await station.call('session.current', {})).user).toMatchObject({ role: 'auditor' })
    expect(await station.call('claims.comment', aComment('May I?'))).toEqual({
      outcome: 'blocked',
      blocks: [{ reason: 'role_may_not', criterion: null, item: null }],
    })
  })
})

import { describe, expect, it } from 'vitest'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, type ClaimWishes } from '../../../builders/claimRecord.ts'
import { aSyncedStation, PAPER, THE_CLAIM } from '../../../fakes/syncedStation.ts'

const DAY_MS = 86_400_000
const DOCUMENTS = [{ documentId: 'd1', bytes: PAPER }]
const aComment = (side: 'partner' | 'reviewer') => ({
  commentId: 'c9',
  side,
  authorName: 'Owen Pritchard',
  at: '2026-11-21T09:00:00.000Z' as never,
  text: 'Here it is.',
  visibility: 'partner_visible' as const,
  inReplyTo: null,
})

async function aSnoozedClaim() {
  const { hub, station } = await aSyncedStation([aClaimRecord({ documents: DOCUMENTS })])
  const until = new Date(station.clock.now() + 2 * DAY_MS).toISOString() as never
  await station.call('claims.snooze', { claimIds: [THE_CLAIM], until })
  const shown = async (text = '') =>
    (await station.call('claims.list', { filter: { text }, offset: 0, limit: 9 })).rows
  /** The hub tells of the claim anew. */
  const bring = async (wishes: ClaimWishes) => {
    hub.script.feed = () => ({
      body: {
        value: [aClaimRecord({ documents: DOCUMENTS, revision: 4, ...wishes })],
        '@odata.deltaLink': 'x',
      },
    })
    await station.call('sync.now', {})
    await station.until(
      async () => (await station.call('claims.open', { claimId: THE_CLAIM })).claim.revision === 4,
    )
  }
  return { station, until, shown, bring }
}

describe('a snoozed claim', () => {
  it('is out of sight until its day, and then back by itself', async () => {
    const { station, until, shown } = await aSnoozedClaim()
    expect(await shown()).toEqual([])
    expect(await shown('is:snoozed')).toMatchObject([{ snooze: { until, wokenBy: null } }])
    station.clock.advance(2 * DAY_MS)
    expect(await shown()).toMatchObject([{ snooze: null }])
  })

  it('comes back early with a document that was not there', async () => {
    const { until, shown, bring } = await aSnoozedClaim()
    const more = { documentId: 'd2', bytes: new TextEncoder().encode('more') }
    await bring({ documents: [...DOCUMENTS, more] })
    expect(await shown()).toMatchObject([{ snooze: { until, wokenBy: 'new_document' } }])
    expect(await shown('is:woken')).toHaveLength(1)
  })

  it('comes back early with the partner’s answer, not with what the team itself says or a clock does', async () => {
    const { shown, bring } = await aSnoozedClaim()
    await bring({ comments: [aComment('reviewer')], dueAt: '2026-12-01T23:00:00.000Z' })
    expect(await shown()).toEqual([])
    const other = await aSnoozedClaim()
    await other.bring({ comments: [aComment('partner')] })
    expect(await other.shown()).toMatchObject([{ snooze: { wokenBy: 'answer' } }])
  })

  it('is brought back by hand, and every step is in the log of this workstation', async () => {
    const { station, shown } = await aSnoozedClaim()
    const back = { claimIds: [THE_CLAIM], until: null }
    expect(await station.call('claims.snooze', back)).toEqual({ outcome: 'done', claims: 1 })
    expect(await station.call('claims.snooze', back)).toEqual({ outcome: 'done', claims: 0 })
    expect(await shown()).toHaveLength(1)
  })

  it('is never put off into the past or for ever, and what is not here is passed over', async () => {
    const { station } = await aSyncedStation([aClaimRecord()])
    const at = (ms: number) => new Date(station.clock.now() + ms).toISOString() as never
    const snooze = (until: never, claimId = THE_CLAIM) =>
      station.call('claims.snooze', { claimIds: [claimId], until })
    expect(await snooze(at(0))).toEqual({ outcome: 'no_such_time', claims: 0 })
    expect(await snooze(at(121 * DAY_MS))).toEqual({ outcome: 'no_such_time', claims: 0 })
    expect(await snooze(at(DAY_MS), ClaimId.parse('gone'))).toEqual({ outcome: 'done', claims: 0 })
  })
})

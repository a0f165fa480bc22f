import { describe, expect, it } from 'vitest'
import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, type ClaimWishes } from '../../../builders/claimRecord.ts'
import { aSyncedStation, PAPER, whyNot } from '../../../fakes/syncedStation.ts'

const on = (day: number) => Instant.parse(`2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`)

const disputed = (byUserId: string | null, decidedOn: number | null = null): ClaimRecord['matters'] => ({
  ...NO_MATTERS,
  rejection: {
    at: on(10),
    reasons: ['REJ_INSUFFICIENT_POE'],
    byUserId: byUserId === null ? null : UserId.parse(byUserId),
    judged: [{ criterion: 'dates', item: null, verdict: 'not_met' }],
  },
  dispute: {
    openedAt: on(15),
    justification: 'The signed page was attached.',
    documentIds: ['d2'],
    decidedAt: decidedOn === null ? null : on(decidedOn),
  },
  disputes: 1,
})
const inReview = { state: 'under_review', subState: 'dispute_review' } as const
const rejectedBy = (actorName: string): ClaimRecord['history'][number] => ({
  entryId: 'h1',
  at: on(10),
  side: 'reviewer',
  kind: 'rejected',
  actorName,
  fromState: 'under_review',
  toState: 'rejected',
  fromSubState: null,
  toSubState: null,
  reasons: [],
  changes: [],
  detail: null,
})

async function disputesOf(...claims: readonly ClaimWishes[]) {
  const synced = await aSyncedStation(claims.map((wishes) => aClaimRecord(wishes)))
  return { ...synced, ...(await synced.station.call('claims.disputes', {})) }
}

describe('the disputes that wait for an answer', () => {
  it('say what was decided by whom for which reasons, since when it is disputed, and by when it is due', async () => {
    const { disputes } = await disputesOf({
      ...inReview,
      matters: disputed('u-lead'),
      history: [rejectedBy('Paul Brandt')],
    })
    expect(disputes).toMatchObject([
      {
        claimId: '208417',
        state: 'under_review',
        subState: 'dispute_review',
        openedAt: on(15),
        rejectedAt: on(10),
        reasons: ['REJ_INSUFFICIENT_POE'],
        firstDecider: { userId: 'u-lead', name: 'Paul Brandt' },
        clock: { dueAt: '2026-11-30T23:00:00.000Z' },
      },
    ])
  })

  it('count the papers that came with the dispute or after the rejection, each once', async () => {
    const papers = ['d1', 'd2', 'd3'].map((documentId) => ({
      documentId,
      bytes: new Uint8Array([...PAPER, documentId.charCodeAt(1)]),
    }))
    const plain = aClaimRecord({ documents: papers })
    const documents = plain.documents.map((one, at) => ({ ...one, addedAt: on([2, 15, 16][at] ?? 2) }))
    const record = aClaimRecord({ ...inReview, matters: disputed('u-lead'), also: { documents } })
    // The hub gives the same bytes for every hash here, so none of them is taken in and nothing is checked.
    const { disputes } = await listedWithoutPapers(record)
    expect(disputes.map(({ newPapers }) => newPapers)).toEqual([2])
  })

  it('are not those that were answered, but those in which the partner was asked for more, after the others', async () => {
    const asked = { state: 'partner_action_required', subState: 'open' } as const
    const { disputes } = await disputesOf(
      { claimId: 'asked', ...asked, matters: disputed('u-lead'), dueAt: '2026-11-20T23:00:00.000Z' },
      { claimId: 'waits', ...inReview, matters: disputed('u-lead') },
      { claimId: 'answered', state: 'approved', subState: 'consent_open', matters: disputed('u-lead', 18) },
      { claimId: 'asked before', ...asked, matters: disputed('u-lead', 18) },
      { claimId: 'plain', ...asked },
    )
    expect(disputes.map(({ claimId }) => String(claimId))).toEqual(['waits', 'asked'])
  })

  it('bar whoever rejected, as the guard of the decision does, and name who may decide', async () => {
    const own = await disputesOf({ ...inReview, matters: disputed('u-reviewer') })
    expect(own.disputes).toMatchObject([{ isBarred: true, deciders: [{ userId: 'u-lead' }] }])
    expect(whyNot(await own.open(), 'approve')).toContain('four_eyes')
    const ofOther = await disputesOf({ ...inReview, matters: disputed('u-lead') })
    // The lead rejected, and the auditor decides nothing: nobody but this person is left.
    expect(ofOther.disputes).toMatchObject([{ isBarred: false, deciders: [] }])
    expect(whyNot(await ofOther.open(), 'approve')).not.toContain('four_eyes')
  })

  it('have no first decider where no reviewer rejected', async () => {
    const { disputes } = await disputesOf({ ...inReview, matters: disputed(null) })
    expect(disputes).toMatchObject([{ firstDecider: null, isBarred: false }])
  })
})

async function listedWithoutPapers(record: ClaimRecord) {
  const { startScriptedHub, feedOf } = await import('../../../fakes/scriptedHub.ts')
  const { startWorkstation } = await import('../../../fakes/workstation.ts')
  const hub = await startScriptedHub({ feed: feedOf(() => [record]) })
  const station = await startWorkstation({ hub: hub.port })
  station.clock.advance(0)
  const disputes = () => station.call('claims.disputes', {})
  await station.until(async () => (await disputes()).disputes.length > 0)
  return disputes()
}

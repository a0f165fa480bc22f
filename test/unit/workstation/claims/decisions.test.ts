import { describe, expect, it } from 'vitest'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, type ClaimWishes } from '../../../builders/claimRecord.ts'
import { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { aSyncedStation, PAPER } from '../../../fakes/syncedStation.ts'

const withPaper: ClaimWishes = { documents: [{ documentId: 'd1', bytes: PAPER }] }

describe('what a decision says', () => {
  it('S-53 a request names the items that may be removed instead of proved', async () => {
    const { decide, drain, hub } = await aSyncedStation([aClaimRecord(withPaper)])
    const outcome = await decide({
      decision: 'request_info',
      reasons: ['POE_MISSING_PRODUCTS'],
      comment: 'Teams is not in the paper.',
      items: ['i1'],
      mayRemoveItems: true,
    })
    expect(outcome).toMatchObject({ outcome: 'accepted' })
    await drain()
    expect(hub.received[0]?.action).toMatchObject({
      kind: 'request_info',
      items: ['i1'],
      mayRemoveItems: true,
      reasons: ['POE_MISSING_PRODUCTS'],
    })
  })

  it('S-29 a request that names an item of another claim is refused', async () => {
    const { decide } = await aSyncedStation([aClaimRecord(withPaper)])
    const outcome = await decide({
      decision: 'request_info',
      reasons: ['POE_MISSING_PRODUCTS'],
      comment: 'Not in the paper.',
      items: ['i9'],
    })
    expect(outcome).toEqual({
      outcome: 'blocked',
      blocks: [{ reason: 'item_not_claimed', criterion: null, item: 'i9' }],
    })
  })

  it('S-42 S-43 a rejection on the partner’s request carries the partner’s reason', async () => {
    const askedAt = Instant.parse('2026-11-18T09:00:00Z')
    const partnerRequest = { askedAt, reason: 'WRONG_MPN' as const, commentId: 'c1' }
    const { decide, drain, hub } = await aSyncedStation([
      aClaimRecord({ state: 'submitted', subState: 'queued', matters: { partnerRequest } }),
    ])
    const asked = {
      decision: 'reject' as const,
      reasons: ['REJ_PARTNER_REQUEST' as const],
      comment: 'As asked.',
    }
    expect(await decide(asked)).toMatchObject({ blocks: [{ reason: 'partner_request_reason_missing' }] })
    expect(await decide({ ...asked, partnerRequestReason: 'WRONG_MPN' })).toMatchObject({
      outcome: 'accepted',
    })
    await drain()
    expect(hub.received[0]?.action).toMatchObject({ kind: 'reject', partnerRequestReason: 'WRONG_MPN' })
  })

  it('S-47 a rejection without a question first carries a note for the lead', async () => {
    const { decide, drain, hub } = await aSyncedStation([aClaimRecord(withPaper)])
    const direct = {
      decision: 'reject' as const,
      reasons: ['REJ_INSUFFICIENT_POE' as const],
      comment: 'The paper is of another customer.',
    }
    expect(await decide(direct)).toMatchObject({ blocks: [{ reason: 'direct_rejection_note_missing' }] })
    await decide({ ...direct, note: 'Forged, see page 2.' })
    await drain()
    expect(hub.received[0]?.action).toMatchObject({ note: 'Forged, see page 2.' })
  })
})

describe('S-60 a comment', () => {
  const comments = ClaimRecord.shape.comments.parse([
    {
      commentId: 'c1',
      side: 'partner',
      authorName: 'Owen Pritchard',
      at: '2026-11-19T09:00:00Z',
      text: 'Is page 2 enough?',
      visibility: 'partner_visible',
    },
  ])
  const answering = async (inReplyTo: string, visibility: 'internal' | 'partner_visible') => {
    const desk = await aSyncedStation([aClaimRecord({ ...withPaper, comments })])
    const outcome = await desk.station.call('claims.comment', {
      ...(await desk.on()),
      text: 'It is.',
      visibility,
      inReplyTo,
    })
    return { ...desk, outcome }
  }

  it('goes out as the answer to another one', async () => {
    const { hub, drain } = await answering('c1', 'partner_visible')
    await drain()
    expect(hub.received.map(({ action }) => action)).toEqual([
      { kind: 'comment', text: 'It is.', visibility: 'partner_visible', inReplyTo: 'c1' },
    ])
  })

  it('is refused in a thread of the other visibility, and in none that exists', async () => {
    expect((await answering('c1', 'internal')).outcome).toMatchObject({
      blocks: [{ reason: 'thread_visibility' }],
    })
    expect((await answering('c9', 'internal')).outcome).toMatchObject({
      blocks: [{ reason: 'comment_unknown' }],
    })
  })
})

import { describe, expect, it } from 'vitest'
import { OPERATION_KINDS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aLifeLong } from '../../../builders/lifeLong.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation, PAPER, whyNot } from '../../../fakes/syncedStation.ts'

const unknown = { status: null, program: null, solutionArea: null, activities: ['DREAMING'] }

describe('a claim with words that this version does not know', () => {
  it('is listed and opens with its raw words, and nothing may be done to it', async () => {
    const record = { ...aLifeLong(), documents: aClaimRecord().documents }
    const { open, row, station } = await aSyncedStation([record])
    expect(await row()).toMatchObject({ state: 'unknown', program: 'UNKNOWN' })
    const shown = await open()
    expect(shown.claim.unknown).toEqual({
      status: 'Frozen',
      program: 'OSU_QUANTUM',
      solutionArea: null,
      activities: ['DREAMING'],
    })
    expect(shown.claim).toEqual(record)
    const reasons = OPERATION_KINDS.map((kind) => whyNot(shown, kind))
    // A lead's act is closed to a reviewer in any case.
    expect(new Set(reasons.flat())).toEqual(new Set(['unknown_content', 'role_may_not']))
    expect((await station.call('claims.counts', {})).states).toEqual([{ state: 'unknown', claims: 1 }])
  })

  it('refuses a decision, a comment and a verdict, though its status is known', async () => {
    const record = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }], also: { unknown } })
    const { station, decide, on } = await aSyncedStation([record])
    const blocked = { outcome: 'blocked', blocks: [{ reason: 'unknown_content' }] }
    expect(await decide({ decision: 'approve' })).toMatchObject(blocked)
    expect(
      await station.call('claims.comment', {
        ...(await on()),
        text: 'Hello',
        visibility: 'internal',
        inReplyTo: null,
      }),
    ).toMatchObject(blocked)
    expect(
      await station.call('claims.setVerdict', {
        ...(await on()),
        criterion: 'dates',
        item: null,
        verdict: 'met',
        reason: null,
      }),
    ).toMatchObject(blocked)
    expect((await station.call('sync.outbox', {})).operations).toEqual([])
  })
})

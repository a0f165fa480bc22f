import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readFeedItem, withKnownWords } from '../../../../src-main/hub/api/foreignWords.ts'
import { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { aFedClaim, SUBSCRIPTION, TENANT } from '../../../builders/intake.ts'

const entry = (change: object) => ({
  entryId: 'h1',
  at: '2026-11-03T09:00:00.000Z',
  side: 'reviewer',
  kind: 'review_started',
  actorName: 'Someone',
  fromState: null,
  toState: null,
  detail: null,
  ...change,
})
const fact = (change: object) => ({
  itemId: 'i1',
  subscriptionId: SUBSCRIPTION,
  codes: [],
  productName: null,
  status: 'active',
  provisioning: 'success',
  channel: null,
  endsOn: null,
  siblings: 1,
  checkedAt: '2026-11-03T09:00:00.000Z',
  source: 'test',
  ...change,
})
const Fields = z.record(z.string(), z.unknown())
const fed = (change: object) => ({ ...aFedClaim(), ...change })
const fedForm = (change: object) => fed({ form: { ...Fields.parse(aFedClaim()['form']), ...change } })
const read = (raw: unknown) => ClaimRecord.parse(readFeedItem(raw).data)
const NOTHING_NAMED = { status: null, program: null, solutionArea: null, activities: [] }

describe('words of the feed that nobody here knows', () => {
  it('leave a claim alone whose words are all known', () => {
    const raw = aFedClaim()
    expect(withKnownWords(raw)).toBe(raw)
    expect(read(raw).unknown).toBeNull()
  })

  it('make a status unknown and keep it as it came', () => {
    const { state, unknown } = read(fed({ state: 'Terminated' }))
    expect(state).toBe('unknown')
    expect(unknown).toEqual({ ...NOTHING_NAMED, status: 'Terminated' })
  })

  it('are not unknown where a status only has another name', () => {
    expect(read(fed({ state: 'Draft', subState: null }))).toMatchObject({
      state: 'editing',
      subState: null,
      unknown: null,
    })
    expect(read(fed({ state: 'Disputed' }))).toMatchObject({
      state: 'under_review',
      subState: 'dispute_review',
      unknown: null,
    })
    expect(read(fed({ state: 'レビュー中' }))).toMatchObject({ state: 'under_review', unknown: null })
  })

  it('keep an unknown sub-state, which hides who waits for whom', () => {
    expect(read(fed({ subState: 'legal_hold' }))).toMatchObject({
      state: 'under_review',
      subState: null,
      unknown: { status: 'legal_hold' },
    })
  })

  it('leave out an activity and keep its name', () => {
    const { form, unknown } = read(fedForm({ activities: ['CO_SELL', 'USAGE', 'RESELL'] }))
    expect(form.activities).toEqual(['USAGE'])
    expect(unknown).toEqual({ ...NOTHING_NAMED, activities: ['CO_SELL', 'RESELL'] })
  })

  it('make programme and solution area unknown', () => {
    const { form, unknown } = read(fedForm({ program: 'AZURE_CONSUMED', solutionArea: 'AZURE' }))
    expect([form.program, form.solutionArea]).toEqual(['UNKNOWN', 'UNKNOWN'])
    expect(unknown).toEqual({ ...NOTHING_NAMED, program: 'AZURE_CONSUMED', solutionArea: 'AZURE' })
  })

  it('leave out what history they tell of, and the claim is read-only', () => {
    const history = [
      entry({ entryId: 'h1' }),
      entry({ entryId: 'h2', kind: 'adjourned' }),
      entry({ entryId: 'h3' }),
    ]
    const claim = read(fed({ history }))
    expect(claim.history.map(({ entryId }) => entryId)).toEqual(['h1', 'h3'])
    expect(claim.unknown).toEqual(NOTHING_NAMED)
  })

  it('are read in the states of the history too', () => {
    const history = [
      entry({ fromState: 'Draft', toState: 'Parked', reasons: ['POE_TOO_LONG', 'POE_MISSING_ALL'] }),
    ]
    expect(read(fed({ history })).history[0]).toMatchObject({
      fromState: 'editing',
      toState: 'unknown',
      reasons: ['POE_MISSING_ALL'],
    })
  })

  it('may come several at once, two of them in one entry', () => {
    const claim = read({
      ...fedForm({ activities: ['CO_SELL'], program: 'OSU_FABRIC' }),
      state: 'Terminated',
      subState: 'after_audit',
      history: [
        entry({ entryId: 'h1', kind: 'escalated', side: 'auditor', reasons: ['NO_SUCH'] }),
        entry({ entryId: 'h2' }),
        entry({ entryId: 'h3', side: 'robot' }),
      ],
    })
    expect(claim.history.map(({ entryId }) => entryId)).toEqual(['h2'])
    expect(claim).toMatchObject({ state: 'unknown', subState: null })
    expect(claim.unknown).toEqual({
      status: 'after_audit / Terminated',
      program: 'OSU_FABRIC',
      solutionArea: null,
      activities: ['CO_SELL'],
    })
  })

  it('leave out clocks and reasons, and forget requests that they make unreadable', () => {
    const clock = { startedAt: '2026-11-03T09:00:00.000Z', dueAt: null, pausedShare: 0.2 }
    const shares = { halfAt: null, threeQuartersAt: null, nineTenthsAt: null }
    const raw = aFedClaim()
    const matters = {
      ...Fields.parse(raw['matters']),
      partnerRequest: { askedAt: '2026-11-03T09:00:00.000Z', reason: 'MOVED_AWAY', commentId: 'c1' },
    }
    const clocks = [
      { ...clock, ...shares, timer: 'audit' },
      { ...clock, ...shares, timer: 'review' },
    ]
    const claim = read({ ...raw, clocks, matters })
    expect(claim.clocks.map(({ timer }) => timer)).toEqual(['review'])
    expect(claim.matters.partnerRequest).toBeNull()
    expect(claim.unknown).toEqual(NOTHING_NAMED)
  })

  it('that only describe something leave the claim as workable as it was', () => {
    const document = {
      documentId: 'd1',
      sha256: 'a'.repeat(64),
      fileName: 'video.mp4',
      mediaType: 'video/mp4',
      sizeBytes: 1,
      addedAt: '2026-11-02T09:00:00.000Z',
      kind: 'VIDEO',
    }
    const createdBy = { name: 'Someone', role: 'referral_admin' }
    const claim = read(fed({ documents: [document], createdBy }))
    expect(claim.documents[0]?.kind).toBeNull()
    expect(claim.createdBy).toEqual({ name: 'Someone', role: null })
    expect(claim.unknown).toBeNull()
  })

  it('of a look-up leave it out as a whole, so that it does not say that nothing is wrong', () => {
    const subscriptions = [fact({ codes: ['SUB_ON_FIRE'] }), fact({ itemId: 'i2' })]
    const { lookups } = read(fed({ lookups: { subscriptions, partner: null, domains: [] } }))
    expect(lookups.subscriptions.map(({ itemId }) => itemId)).toEqual(['i2'])
  })

  it('never let a comment out whose visibility is unknown', () => {
    const comment = {
      commentId: 'c1',
      side: 'reviewer',
      authorName: 'Someone',
      at: '2026-11-03T09:00:00.000Z',
      text: 'Hm.',
      visibility: 'leads_only',
    }
    expect(read(fed({ comments: [comment] })).comments[0]?.visibility).toBe('internal')
  })

  it('are added to those that the hub did not know itself', () => {
    const unknown = { ...NOTHING_NAMED, status: 'Parked', activities: ['CO_SELL'] }
    expect(read({ ...fedForm({ program: 'OSU_FABRIC' }), unknown }).unknown).toEqual({
      ...unknown,
      program: 'OSU_FABRIC',
    })
  })
})

describe('a claim that is broken otherwise', () => {
  it.each([
    ['has no form', () => fed({ state: 'Terminated', form: undefined })],
    [
      'has a tenant that is no GUID',
      () => fed({ state: 'Terminated', form: { customer: { tenantId: TENANT.slice(1) } } }),
    ],
    ['has a number for a status', () => fed({ state: 7 })],
    ['has no status', () => fed({ state: null })],
    ['is a text', () => 'claim'],
  ])('still fails when it %s', (_, make) => {
    const raw = make()
    expect(withKnownWords(raw)).toBe(raw)
    expect(readFeedItem(raw).success).toBe(false)
  })

  it('is not touched where it came from', () => {
    const raw = fed({ state: 'Terminated', history: [entry({ kind: 'adjourned' })] })
    const before = JSON.stringify(raw)
    withKnownWords(raw)
    expect(JSON.stringify(raw)).toBe(before)
  })
})

it('a notice that a claim is gone is read as before', () => {
  const gone = { claimId: '1', '@removed': { reason: 'deleted' } }
  expect(readFeedItem(gone).data).toEqual(gone)
})

import { describe, expect, it } from 'vitest'
import { blocksOf, blocksOfDecision, type ClaimSituation } from '../../../../src-main/domain/claim/blocks.ts'
import { CLAIM_STATES, OPERATION_KINDS, ROLES } from '../../../../src-preload/contract/vocabulary/words.ts'

const underReview: ClaimSituation = {
  state: 'under_review',
  subState: 'in_review',
  documents: 1,
  role: 'reviewer',
  criteria: [{ criterion: 'usablePoe', item: null, verdict: 'met' }],
}
const reasons = (kind: Parameters<typeof blocksOf>[0], claim: Partial<ClaimSituation>) =>
  blocksOf(kind, { ...underReview, ...claim }).map(({ reason }) => reason)

describe('the guards of an operation', () => {
  it('let a reviewer decide a claim under review whose criteria all hold', () => {
    for (const kind of ['approve', 'request_info', 'reject'] as const) expect(reasons(kind, {})).toEqual([])
  })

  it('name the criterion and item that stand in the way of approval', () => {
    const criteria: ClaimSituation['criteria'] = [
      { criterion: 'dates', item: null, verdict: null },
      { criterion: 'products', item: 'i2', verdict: 'not_met' },
      { criterion: 'products', item: 'i1', verdict: 'not_applicable' },
    ]
    expect(blocksOf('approve', { ...underReview, criteria })).toEqual([
      { reason: 'criterion_open', criterion: 'dates', item: null },
      { reason: 'criterion_open', criterion: 'products', item: 'i2' },
    ])
    expect(reasons('reject', { criteria })).toEqual([])
  })

  it('refuse approval without a proof of execution and while competing claims are arbitrated', () => {
    expect(reasons('approve', { documents: 0 })).toEqual(['poe_missing'])
    expect(reasons('approve', { subState: 'awaiting_arbitration' })).toEqual(['open_arbitration'])
  })

  it('say that the review has not begun when a submitted claim is decided', () => {
    expect(reasons('approve', { state: 'submitted' })).toEqual(['review_not_started'])
    expect(reasons('start_review', { state: 'submitted' })).toEqual([])
  })

  it('give an auditor nothing to do', () => {
    for (const kind of OPERATION_KINDS) expect(reasons(kind, { role: 'auditor' })).toEqual(['role_may_not'])
  })

  it('let every other role comment on every claim that was submitted', () => {
    for (const role of ROLES.filter((name) => name !== 'auditor'))
      for (const state of CLAIM_STATES)
        expect(reasons('comment', { role, state })).toEqual(state === 'editing' ? ['not_in_this_state'] : [])
  })
})

describe('what a decision must say', () => {
  const said = (
    decision: 'approve' | 'request_info' | 'reject',
    ...given: Parameters<typeof blocksOfDecision>[0]['reasons']
  ) =>
    blocksOfDecision({ decision, reasons: given, comment: 'Please sign page 3.' }).map(({ reason }) => reason)

  it('is nothing for an approval', () => {
    expect(blocksOfDecision({ decision: 'approve', reasons: [], comment: '' })).toEqual([])
  })

  it('is at least one criterion for a request', () => {
    expect(said('request_info')).toEqual(['reason_missing'])
    expect(said('request_info', 'POE_MISSING_PRODUCTS')).toEqual([])
  })

  it('is exactly one primary reason for a rejection', () => {
    expect(said('reject', 'REJ_MISSING_PRODUCTS')).toEqual(['primary_reason_missing'])
    expect(said('reject', 'REJ_INSUFFICIENT_POE', 'REJ_PARTNER_REQUEST')).toEqual(['primary_reason_missing'])
    expect(said('reject', 'REJ_INSUFFICIENT_POE', 'REJ_MISSING_PRODUCTS')).toEqual([])
  })

  it('is a text to the partner for both', () => {
    expect(
      blocksOfDecision({ decision: 'reject', reasons: ['REJ_INSUFFICIENT_POE'], comment: '  ' }),
    ).toEqual([{ reason: 'comment_missing', criterion: null, item: null }])
  })
})

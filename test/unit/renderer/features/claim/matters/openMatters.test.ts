import { describe, expect, test } from 'vitest'
import {
  consentStage,
  openMatters,
} from '../../../../../../src-renderer/features/claim/matters/openMatters.ts'
import { aDetail, instantAt, someMatters } from '../../../../../builders/renderer/aClaim.ts'

const request = {
  requestedAt: instantAt(-48),
  reasons: ['POE_MISSING_OR_OLD_DATES'],
  items: [],
  mayRemoveItems: false,
  commentedAt: null,
  answeredAt: null,
}
const rejection = { at: instantAt(-40), reasons: ['REJ_INSUFFICIENT_POE'], byUserId: 'u-reviewer' }
const dispute = { openedAt: instantAt(-5), justification: 'No.', documentIds: [], decidedAt: null }
const consent = { noticedAt: instantAt(-20), decision: 'none', decidedAt: null, inWindow: null }

const claimOf = (state: Parameters<typeof aDetail>[0] & object, claim: object) =>
  aDetail({ ...state, claim: { ...claim } }).claim
const matters = (over: object) => ({ matters: someMatters(over as Record<string, unknown>) })

describe('what is open between the parties', () => {
  test('nothing, of a plain claim under review', () => {
    expect(openMatters(aDetail().claim)).toEqual([])
  })

  test('the partner’s own wish comes before what it was asked', () => {
    const partnerRequest = { askedAt: instantAt(-2), reason: 'WRONG_MPN', commentId: 'c1' }
    const claim = claimOf(
      { state: 'partner_action_required' },
      matters({ infoRequest: request, partnerRequest }),
    )
    expect(openMatters(claim)).toEqual(['partner_request', 'info_request'])
  })

  test('a dispute shows while it is reviewed, the rejection within it', () => {
    const claim = claimOf({}, { subState: 'dispute_review', ...matters({ dispute, disputes: 1, rejection }) })
    expect(openMatters(claim)).toEqual(['dispute'])
  })

  test('an answered request is history once the claim is decided, an unanswered one says why', () => {
    const answered = { ...request, answeredAt: instantAt(-30) }
    expect(
      openMatters(claimOf({ state: 'rejected' }, matters({ infoRequest: answered, rejection }))),
    ).toEqual(['rejection'])
    expect(openMatters(claimOf({ state: 'rejected' }, matters({ infoRequest: request, rejection })))).toEqual(
      ['info_request', 'rejection'],
    )
  })

  test('competing claims matter until the claim is decided', () => {
    expect(openMatters(claimOf({}, { competingClaims: 2 }))).toEqual(['arbitration'])
    expect(openMatters(claimOf({ state: 'approved' }, { competingClaims: 2 }))).toEqual(['approval'])
  })

  test('an approval comes with the consent, and a customer who declined is seen on the rejected claim', () => {
    expect(openMatters(claimOf({ state: 'approved' }, matters({ consent })))).toEqual(['approval', 'consent'])
    const declined = { ...consent, decision: 'declined', decidedAt: instantAt(-3), inWindow: true }
    expect(openMatters(claimOf({ state: 'rejected' }, matters({ rejection, consent: declined })))).toEqual([
      'rejection',
      'consent',
    ])
  })
})

describe('where the consent stands', () => {
  const approved = {
    entryId: 'e1',
    at: instantAt(-20),
    side: 'reviewer',
    kind: 'approved',
    actorName: 'Marta Ginevri',
    fromState: 'under_review',
    toState: 'approved',
    detail: null,
  }
  const stageOf = (state: 'under_review' | 'approved' | 'rejected', over: object, more: object = {}) =>
    consentStage(claimOf({ state }, { ...matters({ consent: { ...consent, ...over } }), ...more }))
  const declined = { decision: 'declined', decidedAt: instantAt(-3) }

  test('silence is pending while the window is open, and consent after it', () => {
    expect(stageOf('approved', {}, { subState: 'consent_open' })).toBe('pending')
    expect(stageOf('approved', {}, { subState: 'consent_closed' })).toBe('silent')
    expect(stageOf('approved', {}, { subState: 'sent_for_incentive_assessment' })).toBe('silent')
  })

  test('a customer may be told before the approval', () => {
    expect(stageOf('under_review', {})).toBe('told')
    expect(stageOf('under_review', { noticedAt: null })).toBeNull()
  })

  test('an acceptance is kept where it comes', () => {
    expect(stageOf('approved', { decision: 'accepted' }, { subState: 'consent_open' })).toBe('accepted')
  })

  test('a denial tells when it came: before the approval, within the window, after it', () => {
    expect(stageOf('rejected', { ...declined, inWindow: true }, { history: [approved] })).toBe('declined_in')
    expect(stageOf('rejected', { ...declined, inWindow: false }, { history: [approved] })).toBe(
      'declined_after',
    )
    expect(stageOf('rejected', { ...declined, inWindow: false })).toBe('declined_before')
  })

  test('a claim that nobody told the customer of has none', () => {
    expect(consentStage(aDetail().claim)).toBeNull()
  })
})

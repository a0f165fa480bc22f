import { describe, expect, it } from 'vitest'
import DOCS_2023 from '../../../../resources/policy/docs-2023.json' with { type: 'json' }
import SEED_2020 from '../../../../resources/policy/seed-2020.json' with { type: 'json' }
import {
  type LetterChoice,
  letterFactsOf,
  type LetterSource,
} from '../../../../src-main/domain/letter/factsOfClaim.ts'
import { letterLanguageOf } from '../../../../src-main/domain/letter/languages.ts'
import { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { DISPUTE_ENDS_AT, DUE_AT } from '../../../builders/letters.ts'

const SEED = PolicyProfile.parse(SEED_2020)
const DOCS = PolicyProfile.parse(DOCS_2023)
const MATTERS = aClaimRecord().matters
const ASKED = {
  requestedAt: '2026-11-19T23:30:00.000Z',
  reasons: ['POE_MISSING_PRODUCTS'],
  items: ['i1'],
  mayRemoveItems: true,
  commentedAt: '2026-11-22T23:30:00.000Z',
  answeredAt: null,
}

const aRecord = (wishes: Record<string, unknown> = {}) => ClaimRecord.parse({ ...aClaimRecord(), ...wishes })

const aSource = (wishes: Partial<LetterSource> = {}): LetterSource => ({
  record: aRecord(),
  criteria: [],
  checks: [],
  policy: SEED,
  zone: 'Europe/Rome',
  due: {
    partnerResponse: DUE_AT,
    consent: DUE_AT,
    disputeWindow: DISPUTE_ENDS_AT,
    arbitrationAnswer: null,
  },
  ...wishes,
})

const aChoice = (wishes: Partial<LetterChoice> = {}): LetterChoice => ({
  decision: 'request_info',
  reasons: ['POE_MISSING_ALL'],
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  ...wishes,
})

describe('the language of a letter', () => {
  it.each([
    ['it', 'it'],
    ['PT', 'pt'],
    ['ja', 'en'],
  ])('of a partner who writes %s is %s', (partner, language) => {
    expect(letterLanguageOf(partner)).toBe(language)
    expect(
      letterFactsOf(aSource({ record: aRecord({ partnerLanguage: partner }) }), aChoice()),
    ).toMatchObject({
      language,
    })
  })
})

describe('the facts of a letter', () => {
  it('hold nothing that was noted, said elsewhere, or is another partner’s', () => {
    const record = aRecord({
      comments: [
        {
          commentId: 'c1',
          side: 'reviewer',
          authorName: 'Marta Ricci',
          at: '2026-11-20T09:00:00.000Z',
          text: 'Rivalsoft GmbH holds this workload.',
          visibility: 'internal',
        },
      ],
      history: [
        {
          entryId: 'h1',
          at: '2026-11-20T09:00:00.000Z',
          side: 'system',
          kind: 'held_for_arbitration',
          actorName: 'Rivalsoft GmbH',
          fromState: null,
          toState: null,
          detail: 'Rivalsoft GmbH',
        },
      ],
      competingClaims: 1,
    })
    const criteria = [
      {
        criterion: 'dates' as const,
        item: null,
        machine: null,
        // What the reviewer noted comes along with a verdict, and must stay behind.
        reviewer: { verdict: 'not_met' as const, reason: 'Looks forged, see Rivalsoft.' },
      },
    ]
    for (const decision of [
      'approve',
      'request_info',
      'ask_remaining',
      'reject',
      'hold_for_arbitration',
    ] as const) {
      const facts = JSON.stringify(letterFactsOf(aSource({ record, criteria }), aChoice({ decision })))
      expect(facts).not.toMatch(/Rivalsoft|Marta|forged/)
    }
  })

  it('S-18: a request is due when the partner’s clock ends', () => {
    expect(letterFactsOf(aSource(), aChoice())).toMatchObject({ dueAt: DUE_AT, maxAgeMonths: 12 })
  })

  it('S-59: the customer’s window follows the profile', () => {
    const approve = aChoice({ decision: 'approve' })
    expect(letterFactsOf(aSource(), approve)).toMatchObject({
      consent: { until: DUE_AT, mayDeclineLater: false },
    })
    expect(letterFactsOf(aSource({ policy: DOCS }), approve)).toMatchObject({
      consent: { mayDeclineLater: true },
    })
  })

  it('S-67: so does what the partner gets to see', () => {
    const policy = { ...SEED, dataAccess: 'management' as const }
    expect(letterFactsOf(aSource({ policy }), aChoice({ decision: 'approve' }))).toMatchObject({
      dataAccess: 'management',
    })
  })

  it('a reminder repeats what was asked, until when the running clock says', () => {
    const record = aRecord({
      state: 'partner_action_required',
      matters: { ...MATTERS, infoRequest: ASKED },
      clocks: [{ ...aClaimRecord().clocks[0], timer: 'partner_response', dueAt: '2026-11-25T23:00:00.000Z' }],
    })
    const choice = aChoice({ decision: 'ask_remaining', reasons: [] })
    expect(letterFactsOf(aSource({ record }), choice)).toMatchObject({
      reasons: ['POE_MISSING_PRODUCTS'],
      items: ['i1'],
      mayRemoveItems: true,
      // Half past midnight in Rome.
      commentedOn: '2026-11-23',
      dueAt: Date.parse('2026-11-25T23:00:00.000Z'),
    })
  })

  it('S-50: a rejection for want of an answer says since when it was asked and that a comment came', () => {
    const record = aRecord({ matters: { ...MATTERS, infoRequest: ASKED } })
    expect(letterFactsOf(aSource({ record }), aChoice({ decision: 'reject' }))).toMatchObject({
      unanswered: { askedOn: '2026-11-20', dueAt: null, hasCommented: true },
    })
    const answered = { ...ASKED, answeredAt: '2026-11-23T09:00:00.000Z' }
    const later = aRecord({ matters: { ...MATTERS, infoRequest: answered } })
    expect(letterFactsOf(aSource({ record: later }), aChoice({ decision: 'reject' }))).toMatchObject({
      unanswered: null,
    })
  })

  it('S-43: why the partner asked is what the reviewer chose, else what the partner said', () => {
    const partnerRequest = { askedAt: '2026-11-20T09:00:00.000Z', reason: 'WRONG_MPN', commentId: 'c1' }
    const record = aRecord({ matters: { ...MATTERS, partnerRequest } })
    const reject = (wishes: Partial<LetterChoice>) =>
      letterFactsOf(aSource({ record }), aChoice({ decision: 'reject', ...wishes }))
    expect(reject({})).toMatchObject({ partnerRequest: 'WRONG_MPN' })
    expect(reject({ partnerRequestReason: 'WRONG_ACTIVITY' })).toMatchObject({
      partnerRequest: 'WRONG_ACTIVITY',
    })
  })

  it.each([
    ['may be disputed once', 0, { remaining: 1, isFinal: false, until: DISPUTE_ENDS_AT }],
    ['is final after the last dispute', 1, { remaining: 0, isFinal: true, until: null }],
  ])('a rejection %s', (_, disputes, dispute) => {
    const record = aRecord({ matters: { ...MATTERS, disputes } })
    expect(letterFactsOf(aSource({ record }), aChoice({ decision: 'reject' }))).toMatchObject({ dispute })
  })

  it('a rejection may be disputed again and again where the profile sets no number', () => {
    const policy = { ...SEED, dispute: { ...SEED.dispute, max: null } }
    const record = aRecord({ matters: { ...MATTERS, disputes: 7 } })
    expect(letterFactsOf(aSource({ record, policy }), aChoice({ decision: 'reject' }))).toMatchObject({
      dispute: { max: null, remaining: null, isFinal: false, until: DISPUTE_ENDS_AT },
    })
  })

  it('S-130: an approved claim is the incumbent’s, any other one the challenger’s', () => {
    const hold = aChoice({ decision: 'hold_for_arbitration' })
    expect(letterFactsOf(aSource(), hold)).toMatchObject({ party: 'challenger', firstReviewBusinessDays: 5 })
    expect(letterFactsOf(aSource({ record: aRecord({ state: 'approved' }) }), hold)).toMatchObject({
      party: 'incumbent',
    })
  })
})

import { describe, expect, it } from 'vitest'
import { submitNotes } from '../../../../src-main/domain/intake/submitRules.ts'
import { rejectionReasonsOf } from '../../../../src-main/domain/policy/rejectionReasons.ts'
import { rejectionReasonOf } from '../../../../src-main/domain/reasons/reasonMapping.ts'
import { PARTNER_REQUEST_REASONS } from '../../../../src-preload/contract/vocabulary/actWords.ts'
import {
  type Criterion,
  PRIMARY_REJECT_REASONS,
  type RejectDetail,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import { customer, partner, reviewer } from '../../../builders/domain/situation.ts'
import { aTeamsForm, shortNotes } from '../../../builders/intake.ts'
import { aRejection } from '../../../builders/letters.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import {
  aLife,
  approve,
  askRejection,
  DAY,
  draft,
  expectSaid,
  FRIDAY,
  go,
  letter,
  reject,
  request,
  resubmit,
  start,
  statusOf,
  submit,
  whyNot,
} from './given.ts'

const byWish = { ...reject, reasons: ['REJ_PARTNER_REQUEST'], partnerRequestReason: 'WRONG_MPN' } as const

/** What stayed unmet is rejected for by this name, which the letter says. */
function expectDetail(criterion: Criterion, detail: RejectDetail, label: string): void {
  expect(rejectionReasonOf(criterion)).toBe(detail)
  expect(whyNot(reviewer(), { ...reject, reasons: ['REJ_INSUFFICIENT_POE', detail] })).toEqual([])
  expectSaid(aRejection(['REJ_INSUFFICIENT_POE', detail]), label)
}

describe('a rejection', () => {
  it('S-41: has exactly one of three primary reasons', () => {
    const why = (...reasons: (typeof PRIMARY_REJECT_REASONS)[number][]) =>
      whyNot(reviewer(), { ...byWish, reasons }).includes('primary_reason_missing')
    expect(PRIMARY_REJECT_REASONS).toHaveLength(3)
    expect(PRIMARY_REJECT_REASONS.map((reason) => why(reason))).toEqual([false, false, false])
    expect(why('REJ_PARTNER_REQUEST', 'REJ_INSUFFICIENT_POE')).toBe(true)
    expect(whyNot(reviewer(), { ...reject, reasons: ['REJ_MISSING_PRODUCTS'] })).toEqual([
      'primary_reason_missing',
    ])
  })

  it('S-42: may be what the partner asked for in a comment, to which the claim points', () => {
    expect(whyNot(reviewer(), byWish)).toEqual(['partner_has_not_asked'])
    expect(whyNot(partner, { ...askRejection, text: '' })).toEqual(['comment_missing'])
    const life = aLife([submit, start])
    expect(go(life, askRejection).matters.partnerRequest).toMatchObject({ commentId: 'c1' })
    go(life, byWish)
    expect(statusOf(life)).toEqual(['rejected', 'final'])
  })

  it('S-43: at the partner’s request says why: wrong MPN ID, wrong activity, no longer engaged', () => {
    const told = PARTNER_REQUEST_REASONS.map((reason) => {
      const life = aLife([submit, start, { ...askRejection, reason }])
      expect(go(life, { ...byWish, partnerRequestReason: reason }).entries).toMatchObject([
        { detail: reason },
      ])
      return letter(aRejection(['REJ_PARTNER_REQUEST'], { partnerRequest: reason }))
    })
    expect(whyNot(reviewer(), { ...byWish, partnerRequestReason: null })).toContain(
      'partner_request_reason_missing',
    )
    expect(told).toEqual([
      expect.stringContaining('an incorrect MPN ID'),
      expect.stringContaining('an incorrect activity'),
      expect.stringContaining('you no longer work with Northgate Assurance plc'),
    ])
  })

  it('S-44: for Customer decline is the customer’s own act on an approved claim', () => {
    const life = aLife([submit, start, approve])
    const { entries } = go(life, { act: 'decline', note: null })
    expect(entries).toMatchObject([
      { kind: 'customer_declined', side: 'customer', reasons: ['REJ_CUSTOMER_DECLINE'] },
    ])
    expect(statusOf(life)).toEqual(['rejected', 'final'])
    expect(whyNot(reviewer(), { ...reject, reasons: ['REJ_CUSTOMER_DECLINE'] })).toEqual(['reason_not_yours'])
    expect(whyNot(reviewer(), { act: 'decline', note: null }, life.claim ?? {})).toEqual(['role_may_not'])
    expect(whyNot(customer, { act: 'decline', note: null }, life.claim ?? {})).toEqual(['not_in_this_state'])
  })

  it('S-45: is not needed to stop a claim without any proof: it is neither submitted nor approved', () => {
    for (const program of ['OSA_SELL', 'OSU_M365', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION'] as const) {
      const bare = { documents: 0, program }
      expect(whyNot(reviewer(), approve, bare)).toEqual(['poe_missing'])
      expect(whyNot(partner, submit, { ...bare, ...draft })).toEqual(['poe_missing'])
      const claim = { form: aTeamsForm({ program }), documents: [], isMigrated: false }
      expect(shortNotes(submitNotes(claim, SEED_2020, FRIDAY))).toEqual(['refuse poe_missing documents'])
    }
  })

  it('S-46: comes after a question, which is a comment and stops the review clock', () => {
    expect(whyNot(reviewer(), { ...request, comment: '' })).toEqual(['comment_missing'])
    const life = aLife([submit, start])
    life.pass(3 * DAY)
    go(life, request)
    const review = life.claim?.clocks.find(({ timer }) => timer === 'review')
    expect(review).toMatchObject({ dueAt: null })
    expect(review?.pausedShare).toBeGreaterThan(0)
    expect(review?.pausedShare).toBeLessThan(1)
  })

  it('S-47: follows an answer that stayed insufficient; without any question it needs a note for the lead', () => {
    const bare = { ...reject, note: '' }
    expect(whyNot(reviewer(), bare)).toEqual(['direct_rejection_note_missing'])
    const life = aLife([submit, start, request, resubmit, bare])
    expect(statusOf(life)).toEqual(['rejected', 'disputable'])
    expect(rejectionReasonsOf(SEED_2020.rejection, ['POE_MISSING_OR_OLD_DATES'])).toEqual({
      primary: 'REJ_INSUFFICIENT_POE',
      details: [],
    })
  })

  it('S-48: for a signature that stayed missing is Missing customer consent on PoE', () => {
    const label = 'Missing customer consent on PoE'
    expectDetail('customerAcknowledgment', 'REJ_MISSING_CONSENT_ON_POE', label)
  })

  it('S-49: for products that stayed unproved is Missing products', () => {
    expectDetail('products', 'REJ_MISSING_PRODUCTS', 'Missing products')
  })

  it('S-50: for want of an answer is proposed when the partner’s time is over, and decided by a person', () => {
    const silent = { ...reject, reasons: ['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE'] } as const
    expect(whyNot(reviewer(), silent)).toEqual(['response_not_overdue'])
    const life = aLife([submit, start, request])
    expect(whyNot(reviewer(), silent, life.claim ?? {})).toEqual(['response_not_overdue'])
    life.pass(8 * DAY)
    expect(life.history.at(-1)).toMatchObject({ kind: 'rejection_proposed', reasons: silent.reasons })
    expect(statusOf(life)).toEqual(['partner_action_required', 'overdue'])
    go(life, silent)
    expect(statusOf(life)).toEqual(['rejected', 'disputable'])
    expectSaid(aRejection(silent.reasons), 'No Partner Response')
  })

  it('S-51: for proof that stayed away is PoE unavailable', () => {
    expectDetail('usablePoe', 'REJ_POE_UNAVAILABLE', 'PoE unavailable')
  })
})

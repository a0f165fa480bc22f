import { describe, expect, it } from 'vitest'
import { criteriaOf, rejectionReasonOf } from '../../../../src-main/domain/reasons/reasonMapping.ts'
import { REASON_OF_CRITERION } from '../../../../src-preload/contract/vocabulary/reasonWords.ts'
import {
  CRITERIA,
  DECISION_REASONS,
  NEED_INFO_REASONS,
} from '../../../../src-preload/contract/vocabulary/words.ts'

describe('the two vocabularies of reasons', () => {
  it.each([
    ['S-31', 'usablePoe', 'POE_MISSING_ALL', 'REJ_POE_UNAVAILABLE'],
    ['S-32', 'customerAcknowledgment', 'POE_MISSING_CUSTOMER_ACK', 'REJ_MISSING_CONSENT_ON_POE'],
    ['S-33', 'dates', 'POE_MISSING_OR_OLD_DATES', 'REJ_INSUFFICIENT_POE'],
    ['S-34', 'serviceDescription', 'POE_MISSING_PARTNER_SERVICE', 'REJ_INSUFFICIENT_POE'],
    ['S-35', 'products', 'POE_MISSING_PRODUCTS', 'REJ_MISSING_PRODUCTS'],
  ] as const)('%s: %s is asked for as %s and rejected as %s', (_, criterion, asked, rejected) => {
    expect(REASON_OF_CRITERION[criterion]).toBe(asked)
    expect(rejectionReasonOf(criterion)).toBe(rejected)
    expect(criteriaOf(asked)).toEqual([criterion])
    expect(criteriaOf(rejected)).toContain(criterion)
  })

  it('give every criterion a reason of its own', () => {
    expect(CRITERIA.map((criterion) => REASON_OF_CRITERION[criterion]).toSorted()).toEqual(
      [...NEED_INFO_REASONS].toSorted(),
    )
  })

  it('speak of no criterion where the reason is not about the proof', () => {
    const about = DECISION_REASONS.filter((reason) => criteriaOf(reason).length === 0)
    expect(about).toEqual([
      'REJ_PARTNER_REQUEST',
      'REJ_CUSTOMER_DECLINE',
      'REJ_NO_PARTNER_RESPONSE',
      'REJ_COMPETING_CLAIM',
      'REJ_DETAILS_MISMATCH',
      'REJ_SUBSCRIPTION_INELIGIBLE',
      'REJ_OUT_OF_PROGRAM',
    ])
  })
})

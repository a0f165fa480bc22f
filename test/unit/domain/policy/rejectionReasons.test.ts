import { describe, expect, it } from 'vitest'
import { rejectionReasonsOf } from '../../../../src-main/domain/policy/rejectionReasons.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

describe('the reasons of a rejection after an insufficient answer', () => {
  it('are one primary reason, and a detail for what was asked where there is one', () => {
    expect(rejectionReasonsOf(SEED_2020.rejection, ['POE_MISSING_PRODUCTS', 'POE_MISSING_ALL'])).toEqual({
      primary: 'REJ_INSUFFICIENT_POE',
      details: ['REJ_MISSING_PRODUCTS', 'REJ_POE_UNAVAILABLE'],
    })
  })

  it('hold no detail for dates and services: insufficient proof says it', () => {
    const asked = ['POE_MISSING_OR_OLD_DATES', 'POE_MISSING_PARTNER_SERVICE'] as const
    expect(rejectionReasonsOf(SEED_2020.rejection, asked).details).toEqual([])
  })

  it('name a detail once, though two requests lead to it', () => {
    const { reasonsFor } = SEED_2020.rejection
    const merged = { ...reasonsFor, POE_MISSING_PRODUCTS: reasonsFor.POE_MISSING_ALL }
    const reasons = rejectionReasonsOf({ ...SEED_2020.rejection, reasonsFor: merged }, [
      'POE_MISSING_ALL',
      'POE_MISSING_PRODUCTS',
    ])
    expect(reasons.details).toEqual(['REJ_POE_UNAVAILABLE'])
  })
})

import { describe, expect, it } from 'vitest'
import {
  ARBITRATION_BY_DEFAULT,
  arbitrationOf,
  rungsInOrder,
} from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { diffProfiles } from '../../../../src-main/domain/policy/diffProfiles.ts'
import { COMPARED_RUNGS } from '../../../../src-preload/contract/vocabulary/ladderWords.ts'
import { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { DOCS_2023, refusedAt, SEED_2020 } from '../../../builders/policy.ts'

const by = ARBITRATION_BY_DEFAULT

describe('the arbitration section of a profile', () => {
  it('means the order of the field where a profile leaves it out, as the released ones do', () => {
    for (const profile of [SEED_2020, DOCS_2023]) {
      expect(profile.arbitration).toBeUndefined()
      expect(arbitrationOf(profile)).toBe(by)
    }
    expect(rungsInOrder(by)).toEqual(COMPARED_RUNGS)
    expect([by.statementTieDays, by.recencyTieDays, by.suggestion, by.fourEyes]).toEqual([
      1,
      7,
      'incumbent',
      false,
    ])
  })

  it('says in which order rungs are asked, and which are not', () => {
    const rungs = { ...by.rungs, validity: 2, recency: 1, customer_statement: null, currency: null }
    expect(rungsInOrder({ ...by, rungs })).toEqual(['recency', 'validity', 'specificity', 'activity_fit'])
  })

  it('is taken by the schema as it is meant, and refused with two rungs on one place or one left out', () => {
    expect(PolicyProfile.parse({ ...SEED_2020, arbitration: by }).arbitration).toEqual(by)
    const refused = (change: object) => refusedAt('arbitration', { ...by, ...change })
    expect(refused({ rungs: { ...by.rungs, recency: 1 } })).toEqual(['arbitration.rungs'])
    expect(refused({ rungs: { validity: 1 } })).toContain('arbitration.rungs.recency')
    expect(refused({ rungs: { ...by.rungs, recency: 7 } })).toEqual(['arbitration.rungs.recency'])
    expect(refused({ recencyTieDays: 0 })).toEqual(['arbitration.recencyTieDays'])
    expect(refused({ suggestion: 'bigger_partner' })).toEqual(['arbitration.suggestion'])
  })

  it('shows in the comparison of two profiles which rung changed its place', () => {
    const rungs = { ...by.rungs, recency: 2, customer_statement: 3, currency: null }
    const [before, after] = [by, { ...by, rungs }].map((arbitration) => ({ ...SEED_2020, arbitration }))
    if (before === undefined || after === undefined) throw new Error('Both are there.')
    expect(diffProfiles(before, after)).toEqual([
      { path: 'arbitration.rungs.customer_statement', before: 2, after: 3 },
      { path: 'arbitration.rungs.recency', before: 3, after: 2 },
      { path: 'arbitration.rungs.currency', before: 5, after: null },
    ])
  })
})

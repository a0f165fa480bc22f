import { describe, expect, it } from 'vitest'
import {
  policyForDay,
  policyOfClaim,
  submissionDay,
} from '../../../../src-main/domain/policy/policyForDay.ts'
import type { PolicyAssignment } from '../../../../src-preload/contract/vocabulary/policyShape.ts'

const SEED = { id: 'seed-2020', version: 1 }
const DOCS = { id: 'docs-2023', version: 1 }
const ASSIGNMENTS: readonly PolicyAssignment[] = [
  { profile: DOCS, fromDay: '2027-01-01', toDay: null },
  { profile: SEED, fromDay: '2019-10-01', toDay: '2026-12-31' },
]

describe('the submission day', () => {
  it('is the day in UTC, whatever zone the instant was written in', () => {
    expect(submissionDay('2026-12-31T23:59:59.999Z')).toBe('2026-12-31')
    expect(submissionDay('2027-01-01T00:00:00.000Z')).toBe('2027-01-01')
    expect(submissionDay('2027-01-01T01:30:00+02:00')).toBe('2026-12-31')
  })
})

describe('the policy for a day', () => {
  it('is the one assigned to it, with the first and the last day of an assignment', () => {
    const days = ['2019-10-01', '2026-12-31', '2027-01-01', '2040-02-29']
    expect(days.map((day) => policyForDay(ASSIGNMENTS, day))).toEqual([SEED, SEED, DOCS, DOCS])
  })

  it('is the first one for days before CPOR: such claims are flagged, and judged all the same (S-04)', () => {
    expect(policyForDay(ASSIGNMENTS, '2018-05-05')).toEqual(SEED)
  })

  it('is none on a day that nothing covers', () => {
    const withGap = [
      { profile: SEED, fromDay: '2019-10-01', toDay: '2026-06-30' },
      { profile: DOCS, fromDay: '2027-01-01', toDay: '2027-12-31' },
    ]
    const days = ['2026-07-01', '2026-12-31', '2028-01-01']
    expect(days.map((day) => policyForDay(withGap, day))).toEqual([null, null, null])
    expect(policyForDay([], '2026-07-01')).toBeNull()
  })

  it('is the one that begins later where two cover a day, in whatever order they come', () => {
    const overlapping = [
      { profile: DOCS, fromDay: '2026-06-01', toDay: '2026-06-30' },
      { profile: SEED, fromDay: '2019-10-01', toDay: null },
    ]
    for (const assignments of [overlapping, overlapping.toReversed()]) {
      expect(policyForDay(assignments, '2026-06-30')).toEqual(DOCS)
      expect(policyForDay(assignments, '2026-07-01')).toEqual(SEED)
    }
  })
})

describe('the policy of a claim', () => {
  it('is the one of its submission day when the claim is new', () => {
    expect(policyOfClaim(null, '2026-12-31T23:59:59.999Z', ASSIGNMENTS)).toEqual(SEED)
    expect(policyOfClaim(null, '2027-01-01T00:00:00.000Z', ASSIGNMENTS)).toEqual(DOCS)
  })

  it('stays what it was, whatever is assigned to its day later', () => {
    const seedOnly = [{ profile: SEED, fromDay: '2019-10-01', toDay: null }]
    expect(policyOfClaim(DOCS, '2026-02-02T10:00:00.000Z', seedOnly)).toEqual(DOCS)
  })
})

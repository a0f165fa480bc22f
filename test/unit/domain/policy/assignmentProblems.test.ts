import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  assignFrom,
  assignmentChangeProblems,
  assignmentProblems,
} from '../../../../src-main/domain/policy/assignmentProblems.ts'
import { policyForDay } from '../../../../src-main/domain/policy/policyForDay.ts'
import type { PolicyAssignment } from '../../../../src-preload/contract/vocabulary/policyShape.ts'

const SEED = { id: 'seed-2020', version: 1 }
const DOCS = { id: 'docs-2023', version: 1 }
const KNOWN = [SEED, DOCS]
const SHIPPED: readonly PolicyAssignment[] = [{ profile: SEED, fromDay: '2019-10-01', toDay: null }]
const days = (fromDay: string, toDay: string | null, profile = SEED): PolicyAssignment => ({
  profile,
  fromDay,
  toDay,
})

/** Forty days, enough for every way in which a few assignments can lie to each other. */
const CALENDAR = Array.from({ length: 40 }, (_, i) =>
  Temporal.PlainDate.from('2026-02-10').add({ days: i }).toString(),
)
const anyDay = fc.constantFrom(...CALENDAR.slice(5, 35))
const anyAssignments = fc.array(
  fc
    .tuple(fc.constantFrom(SEED, DOCS), anyDay, fc.option(anyDay))
    .map(([profile, from, to]) =>
      days(to !== null && to < from ? to : from, to !== null && to < from ? from : to, profile),
    ),
  { minLength: 1, maxLength: 4 },
)
const coverOf = (assignments: readonly PolicyAssignment[], day: string) =>
  assignments.filter(({ fromDay, toDay }) => fromDay <= day && (toDay === null || day <= toDay)).length

describe('the problems of assignments', () => {
  it('are none where each day has one profile and the last goes on', () => {
    expect(assignmentProblems(SHIPPED, KNOWN)).toEqual([])
    const two = [days('2027-01-01', null, DOCS), days('2019-10-01', '2026-12-31')]
    expect(assignmentProblems(two, KNOWN)).toEqual([])
  })

  it('name the days that two profiles share', () => {
    expect(assignmentProblems([...SHIPPED, days('2027-01-01', null, DOCS)], KNOWN)).toEqual([
      { kind: 'overlap', fromDay: '2027-01-01', toDay: null },
    ])
    const oneDay = [days('2019-10-01', '2026-12-31'), days('2026-12-31', null, DOCS)]
    expect(assignmentProblems(oneDay, KNOWN)).toEqual([
      { kind: 'overlap', fromDay: '2026-12-31', toDay: '2026-12-31' },
    ])
  })

  it('name the days that no profile has, also after the last', () => {
    const withGaps = [days('2019-10-01', '2026-02-27'), days('2026-03-02', '2026-12-31', DOCS)]
    expect(assignmentProblems(withGaps, KNOWN)).toEqual([
      { kind: 'gap', fromDay: '2026-02-28', toDay: '2026-03-01' },
      { kind: 'gap', fromDay: '2027-01-01', toDay: null },
    ])
  })

  it('name a profile or a version that there is not', () => {
    const strange = { id: 'seed-2020', version: 2 }
    expect(assignmentProblems([days('2019-10-01', null, strange)], KNOWN)).toEqual([
      { kind: 'unknown_profile', profile: strange },
    ])
  })

  it('name an end before the begin, and that nothing is assigned', () => {
    expect(assignmentProblems([days('2026-05-02', '2026-05-01')], KNOWN)).toEqual([
      { kind: 'ends_before_it_begins', fromDay: '2026-05-02', toDay: '2026-05-01' },
    ])
    expect(assignmentProblems([], KNOWN)).toEqual([{ kind: 'nothing_assigned' }])
  })

  it('are none exactly when every day from the first on is covered once', () => {
    fc.assert(
      fc.property(anyAssignments, (assignments) => {
        const first = assignments.map(({ fromDay }) => fromDay).sort()[0] ?? ''
        const once = CALENDAR.filter((day) => day >= first).every((day) => coverOf(assignments, day) === 1)
        expect(assignmentProblems(assignments, KNOWN).length === 0).toBe(once)
      }),
    )
  })

  it('name just the days without a profile as gaps', () => {
    fc.assert(
      fc.property(anyAssignments, (assignments) => {
        const gaps = assignmentProblems(assignments, KNOWN).filter((one) => one.kind === 'gap')
        const named = CALENDAR.filter((day) =>
          gaps.some(({ fromDay, toDay }) => fromDay <= day && (toDay === null || day <= toDay)),
        )
        expect(named).toEqual(CALENDAR.filter((day) => policyForDay(assignments, day) === null))
      }),
    )
  })
})

describe('a change of assignments', () => {
  it('may concern days to come only: today’s claims are submitted already', () => {
    const fromTomorrow = assignFrom(SHIPPED, DOCS, '2026-11-22')
    expect(assignmentChangeProblems(SHIPPED, fromTomorrow, '2026-11-21')).toEqual([])
    expect(assignmentChangeProblems(SHIPPED, fromTomorrow, '2026-11-22')).toEqual([
      { kind: 'changes_the_past', fromDay: '2026-11-22' },
    ])
  })

  it('may not give days before the first assignment another profile', () => {
    const before = [days('2019-10-01', null)]
    const after = [days('2018-01-01', '2018-12-31', DOCS), days('2019-01-01', null)]
    expect(assignmentChangeProblems(before, after, '2026-11-21').map(({ kind }) => kind)).toEqual([
      'changes_the_past',
    ])
  })

  it('may give a profile to a day that had none', () => {
    expect(assignmentChangeProblems([], SHIPPED, '2026-11-21')).toEqual([])
  })

  it('is refused exactly when some day up to today loses its profile', () => {
    fc.assert(
      fc.property(anyAssignments, anyAssignments, anyDay, (before, after, today) => {
        const loses = CALENDAR.filter((day) => day <= today).some((day) => {
          const had = policyForDay(before, day)
          return had !== null && policyForDay(after, day)?.id !== had.id
        })
        expect(assignmentChangeProblems(before, after, today).length > 0).toBe(loses)
      }),
    )
  })
})

describe('assigning a profile from a day on', () => {
  it('ends what ran before on the day before', () => {
    expect(assignFrom(SHIPPED, DOCS, '2027-01-01')).toEqual([
      days('2019-10-01', '2026-12-31'),
      days('2027-01-01', null, DOCS),
    ])
  })

  it('takes the place of what was to come', () => {
    const planned = assignFrom(SHIPPED, DOCS, '2027-06-01')
    expect(assignFrom(planned, DOCS, '2027-01-01')).toEqual(assignFrom(SHIPPED, DOCS, '2027-01-01'))
  })

  it('leaves good assignments good and earlier days as they were', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { maxLength: 4 }), anyDay, (starts, from) => {
        const before = starts.reduce<PolicyAssignment[]>(
          (so, day, i) => assignFrom(so, i % 2 === 0 ? DOCS : SEED, day),
          [days('2026-02-10', null)],
        )
        const after = assignFrom(before, DOCS, from)
        expect(assignmentProblems(after, KNOWN)).toEqual([])
        for (const day of CALENDAR)
          expect(policyForDay(after, day)).toEqual(day < from ? policyForDay(before, day) : DOCS)
      }),
    )
  })
})

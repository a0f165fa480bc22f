import { describe, expect, it } from 'vitest'
import {
  businessDaysBetween,
  movesBetween,
  rulesAfter,
} from '../../../../src-main/domain/policy/rulePreview.ts'
import type { Clock } from '../../../../src-preload/contract/vocabulary/clockShape.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'

const ROME = { id: 'team', version: 1, zone: 'Europe/Rome', weekend: [6, 7], holidays: [] }
const WITH_BRIDGE = { ...ROME, version: 2, holidays: [{ day: '2026-12-07', name: 'Bridge' }] }

/** The end of a day of December 2026 in Rome. */
const endOf = (day: number) => Instant.parse(new Date(Date.UTC(2026, 11, day, 23)).toISOString())
const clock = (dueAt: string | null): Clock => ({
  timer: 'review',
  startedAt: endOf(1),
  dueAt: dueAt === null ? null : Instant.parse(dueAt),
  halfAt: null,
  threeQuartersAt: null,
  nineTenthsAt: null,
  pausedShare: dueAt === null ? 0.5 : null,
})

describe('business days between two due instants', () => {
  const between = (from: number, to: number) =>
    businessDaysBetween(Date.parse(endOf(from)), Date.parse(endOf(to)), WITH_BRIDGE)

  it('are those that end after the one and not after the other', () => {
    expect(between(8, 9)).toBe(1)
    expect(between(8, 8)).toBe(0)
    // Friday to Tuesday: the weekend and the bridge day are none.
    expect(between(4, 8)).toBe(1)
  })

  it('are negative where the second is the earlier one', () => {
    expect(between(9, 4)).toBe(-2)
  })
})

describe('what moves', () => {
  const now = Date.parse(endOf(8))
  const moves = (before: string | null, after: string | null) =>
    movesBetween([clock(before)], [clock(after)], WITH_BRIDGE, now)

  it('says whether a clock turns overdue or no longer is; due exactly now is overdue', () => {
    expect(moves(endOf(9), endOf(8))).toMatchObject([{ breach: 'added', businessDays: -1 }])
    expect(moves(endOf(8), endOf(9))).toMatchObject([{ breach: 'removed', businessDays: 1 }])
    expect(moves(endOf(9), endOf(10))).toMatchObject([{ breach: null }])
    expect(moves(endOf(3), endOf(4))).toMatchObject([{ breach: null }])
  })

  it('is nothing where the instant stays or the clock stands still', () => {
    expect(moves(endOf(9), endOf(9))).toEqual([])
    expect(moves(null, null)).toEqual([])
  })
})

describe('the rules of a claim once a draft is in force', () => {
  const own = { policy: SEED_2020, calendar: ROME }

  it('have the calendar of the draft, or the draft of its own profile', () => {
    expect(rulesAfter(own, { kind: 'calendar', calendar: WITH_BRIDGE })).toEqual({
      ...own,
      calendar: WITH_BRIDGE,
    })
    const profile = { ...SEED_2020, version: 2 }
    expect(rulesAfter(own, { kind: 'profile', profile })).toEqual({ ...own, policy: profile })
    expect(rulesAfter(own, { kind: 'profile', profile: DOCS_2023 })).toBe(own)
  })
})

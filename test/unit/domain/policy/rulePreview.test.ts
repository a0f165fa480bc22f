import { describe, expect, it } from 'vitest'
import {
  businessDaysBetween,
  listOf,
  movesBetween,
  rulesAfter,
} from '../../../../src-main/domain/policy/rulePreview.ts'
import type { Clock } from '../../../../src-preload/contract/vocabulary/clockShape.ts'
import { block } from '../../../../src-main/domain/claim/block.ts'
import { ClaimId, Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimPreview } from '../../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
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

  it('have the calendar of the draft, or the drafted profile in the place of whichever it has', () => {
    expect(rulesAfter(own, { kind: 'calendar', calendar: WITH_BRIDGE })).toEqual({
      ...own,
      calendar: WITH_BRIDGE,
    })
    const profile = { ...SEED_2020, version: 2 }
    expect(rulesAfter(own, { kind: 'profile', profile })).toEqual({ ...own, policy: profile })
    const other = { kind: 'profile', profile: DOCS_2023 } as const
    expect(rulesAfter(own, other)).toEqual({ ...own, policy: DOCS_2023 })
  })
})

describe('the list behind a count', () => {
  const move = (now: number, after: number, breach: 'added' | 'removed' | null = null) => ({
    timer: 'review' as const,
    now: endOf(now),
    after: endOf(after),
    businessDays: after - now,
    breach,
  })
  const flip = { act: 'approve' as const, now: [], after: [block('poe_missing')] }
  const claim = (id: string, moves: ClaimPreview['moves'], flips: ClaimPreview['flips'] = []) => ({
    claimId: ClaimId.parse(id),
    claimName: id,
    moves,
    flips,
  })
  const changed = [
    claim('A', [move(9, 10), move(9, 8, 'added')], [flip]),
    claim('B', [move(8, 9, 'removed')]),
    claim('C', [], [flip]),
  ]

  it('holds what is counted, and nothing else of those claims', () => {
    const listed = (list: Parameters<typeof listOf>[1]) =>
      listOf(changed, list).map(({ claimId, moves, flips }) => [claimId, moves.length, flips.length])
    expect(listed('later')).toEqual([
      ['A', 1, 0],
      ['B', 1, 0],
    ])
    expect(listed('earlier')).toEqual([['A', 1, 0]])
    expect(listed('breachesAdded')).toEqual([['A', 1, 0]])
    expect(listed('breachesRemoved')).toEqual([['B', 1, 0]])
    expect(listed('flipped')).toEqual([
      ['A', 0, 1],
      ['C', 0, 1],
    ])
    expect(listOf(changed, null)).toBe(changed)
  })
})

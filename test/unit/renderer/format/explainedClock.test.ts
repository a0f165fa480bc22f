import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explained } from '../../../../src-renderer/format/explainedClock.ts'
import { CLOCK_SEGMENT_KINDS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aClock, anExplanation, aPausedClock, instantAt } from '../../../builders/renderer/aClaim.ts'

const HOUR = 3_600_000

const running = anExplanation(
  aClock(-66, 59),
  ['running', 'elapsed', -66, -37],
  ['holiday', 'elapsed', -37, -13, 'Ognissanti'],
  ['weekend', 'elapsed', -13, 0],
  ['weekend', 'ahead', 0, 35],
  ['running', 'ahead', 35, 59],
)

test('what was and what comes stand apart, in the order of time', () => {
  const { parts } = explained(running)
  expect(parts.map(({ phase }) => phase)).toEqual(['elapsed', 'ahead'])
  expect(parts[0]?.segments.map(({ kind, name }) => name ?? kind)).toEqual([
    'running',
    'Ognissanti',
    'weekend',
  ])
  expect(parts[1]?.segments.map(({ kind }) => kind)).toEqual(['weekend', 'running'])
})

test('sums tell apart past and ahead, and only kinds that occur', () => {
  const { sums, total } = explained(running)
  expect(sums.map(({ kind, byPhase }) => [kind, byPhase.elapsed / HOUR, byPhase.ahead / HOUR])).toEqual([
    ['running', 29, 24],
    ['weekend', 13, 35],
    ['holiday', 24, 0],
  ])
  expect(total).toEqual({ elapsed: 66 * HOUR, ahead: 59 * HOUR, overdue: 0 })
})

test('the time past the due instant is a part of its own', () => {
  const late = anExplanation(
    aClock(-40, -10),
    ['running', 'elapsed', -40, -10],
    ['running', 'overdue', -10, 0],
  )
  expect(explained(late).parts.map(({ phase }) => phase)).toEqual(['elapsed', 'overdue'])
  expect(explained(late).total.overdue).toBe(10 * HOUR)
})

test('a clock that stands still says since when, also over a weekend in between', () => {
  const still = anExplanation(
    aPausedClock,
    ['waiting_for_partner', 'elapsed', -200, -190],
    ['running', 'elapsed', -190, -60],
    ['waiting_for_partner', 'elapsed', -60, -48],
    ['weekend', 'elapsed', -48, 0],
  )
  expect(explained(still).standsStillSince).toBe(Date.parse(instantAt(-60)))
  expect(explained(running).standsStillSince).toBeNull()
})

test('no time is lost between the pieces and their sums', () => {
  const stretch = fc.tuple(fc.constantFrom(...CLOCK_SEGMENT_KINDS), fc.integer({ min: 1, max: 90 }))
  fc.assert(
    fc.property(
      fc.array(stretch, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 30 }),
      (all, cut) => {
        let from = -1000
        const pieces = all.map(([kind, length], at) => {
          const piece = [kind, at < cut ? 'elapsed' : 'ahead', from, from + length] as const
          from += length
          return piece
        })
        const { parts, sums, total } = explained(anExplanation(aClock(-1000, from), ...pieces))
        const wall = (from + 1000) * HOUR
        const ofSums = sums.reduce(
          (sum, { byPhase }) => sum + byPhase.elapsed + byPhase.ahead + byPhase.overdue,
          0,
        )
        expect(ofSums).toBe(wall)
        expect(total.elapsed + total.ahead + total.overdue).toBe(wall)
        expect(parts.flatMap(({ segments }) => segments)).toHaveLength(all.length)
      },
    ),
  )
})

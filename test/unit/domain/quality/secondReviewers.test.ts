import { expect, test } from 'vitest'
import { secondReviewers } from '../../../../src-main/domain/quality/secondReviewers.ts'
import { isOverridden, stratumOf } from '../../../../src-main/domain/quality/stratumOf.ts'
import { fc } from '../../../builders/hub/property.ts'

const PEOPLE = ['u-1', 'u-2', 'u-3', 'u-4']
const MPNS = ['4711', '4712']
const drawn = fc
  .array(fc.record({ deciderId: fc.constantFrom(...PEOPLE), mpnId: fc.constantFrom(...MPNS) }), {
    maxLength: 60,
  })
  .map((list) => list.map((one, at) => ({ ...one, decisionId: `d-${at}`, isOfCase: false })))
const team = fc.subarray(PEOPLE).chain((ids) =>
  fc.tuple(
    ...ids.map((userId) =>
      fc.record({
        userId: fc.constant(userId),
        linked: fc.subarray(MPNS),
        seesCases: fc.boolean(),
      }),
    ),
  ),
)

test('nobody looks again at what they decided, nor at a claim of a partner with whom they have dealings', () => {
  fc.assert(
    fc.property(drawn, team, fc.nat(), (list, people, seed) => {
      const chosen = secondReviewers(list, people, seed)
      for (const { decisionId, deciderId, mpnId } of list) {
        const may = people.filter(({ userId, linked }) => userId !== deciderId && !linked.includes(mpnId))
        const found = chosen.get(decisionId)
        if (may.length === 0) expect(found).toBeNull()
        else expect(may.map(({ userId }) => userId)).toContain(found)
      }
    }),
  )
})

test('the work is spread evenly, and the same seed spreads it the same', () => {
  fc.assert(
    fc.property(drawn, fc.nat(), (list, seed) => {
      const people = PEOPLE.map((userId) => ({ userId, linked: [], seesCases: false }))
      const others = list.map((one) => ({ ...one, deciderId: 'somebody else' }))
      const chosen = secondReviewers(others, people, seed)
      const loads = PEOPLE.map((id) => [...chosen.values()].filter((one) => one === id).length)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      expect(secondReviewers(others, people, seed)).toEqual(chosen)
    }),
  )
})

const word = (
  criterion: 'dates' | 'products',
  verdict: 'met' | 'not_met' | null,
  machine?: 'met' | 'cannot_tell',
) => ({
  criterion,
  item: null,
  verdict,
  machine,
})
const made = { decisionId: 'd-1', deciderId: 'u-1', outcome: 'approve', isPublicSector: false, disputes: 0 }

test.each([
  [[word('dates', 'met', 'met'), word('products', 'met', 'met')], null],
  [[word('dates', 'met', 'met'), word('products', 'not_met', 'met')], 'products'],
  [[word('dates', 'met', 'met'), word('products', null)], 'products'],
  // What is open or not met tells more than what the machine saw otherwise.
  [[{ ...word('dates', 'met'), machine: 'not_met' as const }, word('products', 'not_met')], 'products'],
  [[{ ...word('dates', 'met'), machine: 'not_met' as const }, word('products', 'met')], 'dates'],
] as const)('a decision with the words %j turned on %s', (words, criterion) => {
  expect(stratumOf({ ...made, words })).toMatchObject({ criterion })
})

test('a wrong word costs most with a public customer and after a dispute', () => {
  const risks = [made, { ...made, isPublicSector: true }, { ...made, disputes: 1 }]
  expect(risks.map((one) => stratumOf({ ...one, words: [] }).risk)).toEqual(['usual', 'high', 'high'])
})

test('a machine that could not tell, or of which nothing is known, was not contradicted', () => {
  const words = [
    word('dates', 'not_met', 'met'),
    word('dates', 'not_met', 'cannot_tell'),
    word('dates', 'not_met'),
    word('dates', null, 'met'),
  ]
  expect(words.map(isOverridden)).toEqual([true, false, false, false])
})

test('an outcome of cases is looked at by nobody who has the boards of cases, and others are', () => {
  const lead = { userId: 'u-1', linked: [], seesCases: true }
  const one = { decisionId: 'd-1', deciderId: 'u-9', mpnId: '4711' }
  expect(secondReviewers([{ ...one, isOfCase: true }], [lead], 7).get('d-1')).toBeNull()
  expect(secondReviewers([{ ...one, isOfCase: false }], [lead], 7).get('d-1')).toBe('u-1')
  const reviewer = { userId: 'u-2', linked: [], seesCases: false }
  expect(secondReviewers([{ ...one, isOfCase: true }], [lead, reviewer], 7).get('d-1')).toBe('u-2')
})

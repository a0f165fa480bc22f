import { expect, test } from 'vitest'
import { drawSample, type Stratified } from '../../../../src-main/domain/quality/drawSample.ts'
import { fc } from '../../../builders/hub/property.ts'

const decision = fc.record({
  deciderId: fc.constantFrom('u-1', 'u-2', 'u-3'),
  outcome: fc.constantFrom('approve', 'reject'),
  criterion: fc.constantFrom('dates', 'products', null),
  risk: fc.constantFrom<Stratified['risk']>('high', 'usual'),
})
const decisions = fc
  .array(decision, { maxLength: 120 })
  .map((list) => list.map((one, at): Stratified => ({ ...one, decisionId: `d-${at}` })))
const wish = fc.record({
  seed: fc.nat(),
  perCell: fc.integer({ min: 0, max: 4 }),
  most: fc.integer({ min: 0, max: 60 }),
})
const cellOf = ({ deciderId, outcome, criterion, risk }: Omit<Stratified, 'decisionId'>) =>
  [deciderId, outcome, criterion, risk].join()

test('the same seed draws the same list, in whatever order the decisions come', () => {
  fc.assert(
    fc.property(decisions, wish, fc.nat(), (list, wanted, turn) => {
      const turned = [...list.slice(turn % (list.length + 1)), ...list.slice(0, turn % (list.length + 1))]
      expect(drawSample(turned, wanted).decisionIds).toEqual(drawSample(list, wanted).decisionIds)
    }),
  )
})

test('another seed draws another list', () => {
  const list = Array.from({ length: 100 }, (_, at): Stratified => {
    const outcome = at % 2 === 0 ? 'approve' : 'reject'
    return { decisionId: `d-${at}`, deciderId: 'u-1', outcome, criterion: null, risk: 'usual' }
  })
  const lists = [1, 2, 3, 4].map((seed) =>
    drawSample(list, { seed, perCell: 5, most: 20 }).decisionIds.join(),
  )
  expect(new Set(lists).size).toBe(4)
})

test('it has as many as were wanted, each once, and of no cell fewer than its share while there is room', () => {
  fc.assert(
    fc.property(decisions, wish, (list, wanted) => {
      const { decisionIds, cells } = drawSample(list, wanted)
      expect(new Set(decisionIds).size).toBe(decisionIds.length)
      expect(decisionIds).toHaveLength(Math.min(wanted.most, list.length))
      const due = cells.map(({ of }) => Math.min(of, wanted.perCell))
      const isRoom = due.reduce((sum, one) => sum + one, 0) <= wanted.most
      if (isRoom) cells.forEach(({ drawn }, at) => expect(drawn).toBeGreaterThanOrEqual(due[at] ?? 0))
    }),
  )
})

test('each cell says how many there are and how many were drawn', () => {
  fc.assert(
    fc.property(decisions, wish, (list, wanted) => {
      const { decisionIds, cells } = drawSample(list, wanted)
      const drawn = new Set(decisionIds)
      const count = (all: readonly Stratified[]) =>
        Object.fromEntries(
          [...Map.groupBy(all, cellOf)].map(([name, own]) => [
            name,
            [own.length, own.filter(({ decisionId }) => drawn.has(decisionId)).length],
          ]),
        )
      expect(Object.fromEntries(cells.map((one) => [cellOf(one), [one.of, one.drawn]]))).toEqual(count(list))
    }),
  )
})

test('where the number is too small for all cells, no cell has two before as many as possible have one', () => {
  fc.assert(
    fc.property(decisions, fc.nat(), fc.integer({ min: 1, max: 20 }), (list, seed, most) => {
      const { cells } = drawSample(list, { seed, perCell: 3, most })
      const withOne = cells.filter(({ drawn }) => drawn > 0).length
      if (cells.some(({ drawn }) => drawn > 1)) expect(withOne).toBe(cells.length)
      else expect(withOne).toBe(Math.min(most, cells.length))
    }),
  )
})

import { describe, expect, test } from 'vitest'
import { agreementByCriterion, type TwoWords } from '../../../../src-main/domain/quality/agreement.ts'
import { type MachineWord, precisionByCheck } from '../../../../src-main/domain/quality/checkPrecision.ts'
import { shareOf } from '../../../../src-main/domain/quality/interval.ts'
import { fc } from '../../../builders/hub/property.ts'

describe('a share of few cases', () => {
  // Figures of Wilson's interval as tables of statistics have them.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('%i of %i lies between %f and %f', (hits, of, low, high) => {
    const found = shareOf(hits, of)
    expect(found.low).toBeCloseTo(low, 3)
    expect(found.high).toBeCloseTo(high, 3)
  })

  test('of nothing nothing is known', () => {
    expect(shareOf(0, 0)).toEqual({ hits: 0, of: 0, share: null, low: 0, high: 1 })
  })

  test('the interval holds the share, stays within 0 and 1, and narrows with more cases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat({ max: 500 }), (of, some) => {
        const hits = some % (of + 1)
        const { share, low, high } = shareOf(hits, of)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(share ?? -1)
        expect(high).toBeGreaterThanOrEqual(share ?? 2)
        const more = shareOf(hits * 4, of * 4)
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
  })
})

const said = (
  criterion: TwoWords['criterion'],
  first: TwoWords['first'],
  second: TwoWords['second'],
): TwoWords => ({
  decisionId: `${criterion} ${first} ${second}`,
  criterion,
  item: null,
  first,
  second,
})
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one)

describe('agreement of two reviewers', () => {
  test('is counted by criterion, and names where they differ', () => {
    const differing = said('dates', 'met', 'not_met')
    const found = agreementByCriterion([
      said('dates', 'met', 'met'),
      differing,
      said('products', 'not_met', 'not_met'),
    ])
    expect(found.map(({ criterion, hits, of }) => [criterion, hits, of])).toEqual([
      ['dates', 1, 2],
      ['products', 1, 1],
    ])
    expect(found[0]?.differing).toEqual([differing])
  })

  test('is told without what chance alone would give', () => {
    // The textbook's fifty: 20 yes and yes, 5 yes and no, 10 no and yes, 15 no and no.
    const [found] = agreementByCriterion([
      ...times(20, said('dates', 'met', 'met')),
      ...times(5, said('dates', 'met', 'not_met')),
      ...times(10, said('dates', 'not_met', 'met')),
      ...times(15, said('dates', 'not_met', 'not_met')),
    ])
    expect(found?.share).toBeCloseTo(0.7, 9)
    expect(found?.kappa).toBeCloseTo(0.4, 9)
  })

  test('of two who said one word throughout, chance leaves nothing to tell', () => {
    expect(agreementByCriterion(times(9, said('dates', 'met', 'met')))[0]?.kappa).toBeNull()
  })
})

describe('precision of a check', () => {
  const word = (machine: MachineWord['machine'], counted: MachineWord['counted']): MachineWord => ({
    decisionId: `${machine} ${counted}`,
    criterion: 'dates',
    machine,
    counted,
  })
  const wish = { level: 0.9, least: 10 }

  test('counts what a person set otherwise, and neither what the machine could not tell nor what stayed open', () => {
    const [found] = precisionByCheck(
      [word('met', 'met'), word('met', 'not_met'), word('cannot_tell', 'met'), word('not_met', null)],
      wish,
    )
    expect(found).toMatchObject({ hits: 1, of: 2, overridden: [word('met', 'not_met')] })
  })

  test('below its level it turns advisory, and no longer once it is back at it', () => {
    const wrong = times(2, word('met', 'not_met'))
    expect(precisionByCheck([...wrong, ...times(17, word('met', 'met'))], wish)[0]?.isAdvisory).toBe(true)
    expect(precisionByCheck([...wrong, ...times(18, word('met', 'met'))], wish)[0]?.isAdvisory).toBe(false)
  })

  test('too few words say nothing of a check', () => {
    expect(precisionByCheck(times(9, word('met', 'not_met')), wish)[0]?.isAdvisory).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { ARBITRATION_BY_DEFAULT } from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { CURRENCY, currencyOf } from '../../../../src-main/domain/arbitration/currency.ts'
import { compareDays } from '../../../../src-main/domain/arbitration/dayRungs.ts'
import { ACTIVITY_FIT, SPECIFICITY } from '../../../../src-main/domain/arbitration/mentionRungs.ts'
import type { Comparison, RungRule } from '../../../../src-main/domain/arbitration/rungRule.ts'
import type { PartyStanding } from '../../../../src-main/domain/arbitration/standing.ts'
import { aStanding, fromTo, known, TODAY, unknown } from '../../../builders/domain/arbitration/standings.ts'

const setting = { policy: ARBITRATION_BY_DEFAULT, today: TODAY }
const OPPOSITE: Partial<Record<Comparison, Comparison>> = { ahead: 'behind', behind: 'ahead' }

/** How the first stands to the second; the other way round it must say the opposite. */
function comparedBy(rule: RungRule, one: Partial<PartyStanding>, other: Partial<PartyStanding>): Comparison {
  const [a, b] = [aStanding('a', one), aStanding('b', other)]
  const there = rule.compare(a, b, setting)
  expect(rule.compare(b, a, setting)).toBe(OPPOSITE[there] ?? there)
  return there
}

describe('two days', () => {
  const march = (from: number, to = from) => ({
    from: `2026-03-${String(from).padStart(2, '0')}`,
    to: `2026-03-${String(to).padStart(2, '0')}`,
  })

  it.each([
    ['seven days apart are clear', march(8), march(1), 'ahead'],
    ['six days apart are a tie', march(7), march(1), 'within_tie'],
    ['the same day is the same', march(1), march(1), 'same'],
    ['any day is ahead of none', march(1), null, 'ahead'],
    ['two without any have none', null, null, 'none_has'],
    ['later in every reading is clear', march(12, 20), march(1, 5), 'ahead'],
    ['later in one reading only cannot be told', march(11, 20), march(1, 5), 'unknown'],
    ['a tie in every reading is a tie', march(3, 4), march(1, 6), 'within_tie'],
    ['a tie in one reading only cannot be told', march(1, 9), march(2), 'unknown'],
    ['two open dates of the same readings cannot be told', march(1, 9), march(1, 9), 'unknown'],
  ] as const)('%s', (_, one, other, expected) => {
    expect(compareDays(one, other, 7)).toBe(expected)
    expect(compareDays(other, one, 7)).toBe(OPPOSITE[expected] ?? expected)
  })
})

describe('an engagement', () => {
  const period = (start: string | null, end: string | null) => {
    const { engagement } = aStanding('a', { engagement: fromTo(start, end) })
    if (!engagement.isKnown || engagement.value === null) throw new Error('It is known.')
    return engagement.value
  }

  it.each([
    ['2026-01-01', '2026-12-31', 'runs'],
    [TODAY, TODAY, 'runs'],
    [null, '2026-12-31', 'runs'],
    ['2026-01-01', '2026-11-15', 'ended'],
    [null, '2026-11-15', 'ended'],
    ['2026-11-17', '2026-12-31', 'not_begun'],
    ['2026-11-17', null, 'not_begun'],
    ['2026-01-01', null, 'no_end'],
  ] as const)('from %s to %s today is: %s', (start, end, expected) => {
    expect(currencyOf(period(start, end), TODAY)).toBe(expected)
  })

  it('is open where today lies between two readings of its first or last day', () => {
    const day = { from: '2026-01-01', to: '2026-01-01' }
    const open = { from: '2026-11-12', to: '2026-12-11' }
    expect(currencyOf({ start: day, end: open }, TODAY)).toBe('unsure')
    expect(currencyOf({ start: open, end: null }, TODAY)).toBe('unsure')
  })

  it('that runs is ahead of one that is over and of one that has not begun, which are the same', () => {
    const runs = { engagement: fromTo('2026-01-01', '2026-12-31') }
    const ended = { engagement: fromTo('2025-01-01', '2025-12-31') }
    const later = { engagement: fromTo('2027-01-01', '2027-12-31') }
    expect(comparedBy(CURRENCY, runs, ended)).toBe('ahead')
    expect(comparedBy(CURRENCY, runs, later)).toBe('ahead')
    expect(comparedBy(CURRENCY, later, ended)).toBe('same')
  })

  it('that no paper states is not taken for none', () => {
    const runs = { engagement: fromTo('2026-01-01', '2026-12-31') }
    for (const engagement of [known(null), unknown, fromTo('2026-01-01', null)])
      expect(comparedBy(CURRENCY, { engagement }, runs)).toBe('unknown')
  })
})

describe('a mention', () => {
  const names = (item: boolean | null, activity: boolean | null, id: boolean | null) => ({
    mention: { item, activity, tenant_or_subscription: id },
  })
  const compared = (one: Partial<PartyStanding>, other: Partial<PartyStanding>) =>
    comparedBy(SPECIFICITY, one, other)

  it('of the item is ahead of one of its suite, whatever else that names', () => {
    expect(compared(names(true, false, false), names(false, true, true))).toBe('ahead')
  })

  it('that names all that the other does and more is ahead', () => {
    expect(compared(names(true, true, false), names(true, false, false))).toBe('ahead')
    expect(compared(names(true, true, false), names(true, false, true))).toBe('different_strengths')
    expect(compared(names(true, true, true), names(true, true, true))).toBe('same')
    expect(compared(names(false, false, false), names(false, false, false))).toBe('none_has')
  })

  it('is clear only where it is so however the rest turns out', () => {
    expect(compared(names(true, null, true), names(false, true, true))).toBe('ahead')
    expect(compared(names(true, true, true), names(true, false, null))).toBe('ahead')
    expect(compared(names(true, true, false), names(true, false, null))).toBe('unknown')
    expect(compared(names(null, true, true), names(true, true, true))).toBe('unknown')
  })
})

describe('the activity', () => {
  const told = (fit: 'fits' | 'partly' | 'other_kind' | 'not_told') => ({ activityFit: known(fit) })

  it('of all claimed kinds is ahead of some, and some of none; other work is no better than none', () => {
    expect(comparedBy(ACTIVITY_FIT, told('fits'), told('partly'))).toBe('ahead')
    expect(comparedBy(ACTIVITY_FIT, told('partly'), told('other_kind'))).toBe('ahead')
    expect(comparedBy(ACTIVITY_FIT, told('other_kind'), told('not_told'))).toBe('same')
    expect(comparedBy(ACTIVITY_FIT, told('fits'), { activityFit: unknown })).toBe('unknown')
  })
})

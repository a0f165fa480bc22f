import { expect, it } from 'vitest'
import { standingOf, worstStanding } from '../../../../src-renderer/stores/shownVerdict.ts'
import { aCriterion, aFinding, AT } from '../../../builders/renderer/aClaim.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'

const ADVISORY = { effective: null, advisory: { level: 0.9, since: Instant.parse(AT) } }
const dates = (verdict: 'met' | 'not_met', over: object = {}) => aCriterion(aFinding('dates', verdict), over)

it('shows what an advisory check found well as yet to be confirmed, and as met once a person has', () => {
  expect(standingOf(dates('met'))).toBe('met')
  expect(standingOf(dates('met', ADVISORY))).toBe('to_confirm')
  expect(standingOf(dates('not_met', ADVISORY))).toBe('not_met')
  const word = { verdict: 'met', reason: null, by: { id: 'u-1', name: 'M. G.' }, at: AT }
  expect(standingOf(dates('met', { ...ADVISORY, effective: 'met', reviewer: word }))).toBe('met')
})

it('shows a group as its worst, and one to be confirmed as worse than one that is met', () => {
  expect(worstStanding([dates('met'), dates('met', ADVISORY)])).toBe('to_confirm')
  expect(worstStanding([dates('met', ADVISORY), dates('not_met')])).toBe('not_met')
  expect(worstStanding([dates('met'), aCriterion(aFinding('dates', 'met'), { machine: null })])).toBeNull()
})

import { expect, test } from 'vitest'
import { badgeOfStand, badgesOf } from '../../../../src-renderer/format/claimBadges.ts'

const stand = (
  state: 'approved' | 'partner_action_required' | 'rejected' | 'under_review',
  subState: string,
) => ({ state, subState, competing: false }) as Parameters<typeof badgesOf>[0]

test.each([
  ['approved', 'consent_open', 'consent'],
  ['partner_action_required', 'commented_not_resubmitted', 'commented'],
  ['partner_action_required', 'overdue', 'overdue'],
  ['under_review', 'dispute_review', 'disputed'],
  ['under_review', 'resubmitted', 'resubmitted'],
  ['under_review', 'awaiting_arbitration', 'held'],
  ['rejected', 'final', 'final'],
] as const)('%s, %s is told at first sight as %s', (state, subState, badge) => {
  expect(badgesOf(stand(state, subState))).toEqual([badge])
})

test('what asks for nothing has no badge', () => {
  expect(badgeOfStand(stand('under_review', 'in_review'))).toBeNull()
  expect(badgeOfStand(stand('rejected', 'disputable'))).toBeNull()
  expect(badgeOfStand({ state: 'approved', subState: null })).toBeNull()
})

test('a status that this version does not know is always told, whatever stands beside it', () => {
  expect(badgesOf({ state: 'unknown', subState: null, competing: true })).toEqual(['unknown', 'contested'])
})

test('a held claim need not say that others want the same', () => {
  expect(badgesOf({ ...stand('under_review', 'awaiting_arbitration'), competing: true })).toEqual(['held'])
  expect(badgesOf({ ...stand('under_review', 'in_review'), competing: true })).toEqual(['contested'])
})

test('what asks for an act comes first', () => {
  const claim = { ...stand('partner_action_required', 'overdue'), competing: true, asked: true }
  expect(badgesOf(claim)).toEqual(['overdue', 'asked', 'contested'])
})

test('what a lead is asked, or asks, stands before everything but the unknown', () => {
  const claim = { ...stand('under_review', 'resubmitted'), raised: true, reminded: true }
  expect(badgesOf(claim)).toEqual(['raised', 'reminded', 'resubmitted'])
})

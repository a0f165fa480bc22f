import { expect, test } from 'vitest'
import { DecisionInput } from '../../../../../src-preload/contract/claims.ts'
import { Instant } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'
import { blocksOfDecision } from '../../../../../src-main/domain/claim/blocks.ts'
import {
  blocksOfAction,
  firstDraft,
  missingIn,
  withPrimary,
  withReason,
} from '../../../../../src-renderer/features/claim/decisionRules.ts'
import { aCriterion, aFinding, AT } from '../../../../builders/renderer/aClaim.ts'

const said = (verdict: 'met' | 'not_met') => ({
  reviewer: { verdict, act: 'set' as const, reason: 'seen', byName: 'Marta', at: Instant.parse(AT) },
  effective: verdict,
})

test('a request opens with the reasons of the criteria that are not met, in the order of the panel', () => {
  const criteria = [
    aCriterion(aFinding('serviceDescription', 'not_met')),
    aCriterion(aFinding('usablePoe', 'met')),
    aCriterion(aFinding('dates', 'not_met')),
  ]
  expect(firstDraft('request_info', criteria).reasons).toEqual([
    'POE_MISSING_OR_OLD_DATES',
    'POE_MISSING_PARTNER_SERVICE',
  ])
})

test('cannot tell never selects a reason', () => {
  expect(firstDraft('request_info', [aCriterion(aFinding('dates', 'cannot_tell'))]).reasons).toEqual([])
})

test('the word of the reviewer counts for more than that of the machine', () => {
  const criteria = [
    aCriterion(aFinding('dates', 'not_met'), said('met')),
    aCriterion(aFinding('usablePoe', 'cannot_tell'), said('not_met')),
  ]
  expect(firstDraft('request_info', criteria).reasons).toEqual(['POE_MISSING_ALL'])
})

test('several items that are not shown make one reason', () => {
  const criteria = ['i1', 'i2'].map((item) => aCriterion(aFinding('products', 'not_met', { item })))
  expect(firstDraft('request_info', criteria).reasons).toEqual(['POE_MISSING_PRODUCTS'])
})

test('a rejection opens empty', () => {
  expect(firstDraft('reject', [aCriterion(aFinding('dates', 'not_met'))])).toEqual({
    reasons: [],
    comment: '',
  })
})

test('there is never more than one primary reason', () => {
  let draft = withPrimary({ reasons: ['REJ_MISSING_PRODUCTS'], comment: '' }, 'REJ_PARTNER_REQUEST')
  draft = withPrimary(draft, 'REJ_INSUFFICIENT_POE')
  expect(draft.reasons).toEqual(['REJ_INSUFFICIENT_POE', 'REJ_MISSING_PRODUCTS'])
})

test('a reason is chosen once and can be taken away', () => {
  const draft = withReason(
    withReason({ reasons: [], comment: '' }, 'REJ_MISSING_PRODUCTS', true),
    'REJ_MISSING_PRODUCTS',
    true,
  )
  expect(draft.reasons).toEqual(['REJ_MISSING_PRODUCTS'])
  expect(withReason(draft, 'REJ_MISSING_PRODUCTS', false).reasons).toEqual([])
})

const DRAFTS = [
  { reasons: [], comment: '' },
  { reasons: ['POE_MISSING_ALL'], comment: ' ' },
  { reasons: ['POE_MISSING_ALL'], comment: 'Please' },
  { reasons: ['REJ_MISSING_PRODUCTS'], comment: 'No' },
  { reasons: ['REJ_INSUFFICIENT_POE'], comment: 'No' },
  { reasons: ['REJ_INSUFFICIENT_POE', 'REJ_CUSTOMER_DECLINE'], comment: 'No' },
  { reasons: ['REJ_INSUFFICIENT_POE', 'REJ_MISSING_PRODUCTS'], comment: '' },
] as const

test.each(['request_info', 'reject'] as const)(
  'the strip lets a %s go exactly when the core would',
  (decision) => {
    for (const draft of DRAFTS) {
      const ours = missingIn(decision, { reasons: [...draft.reasons], comment: draft.comment }).length === 0
      const cores = blocksOfDecision({ decision, ...draft }).length === 0
      expect.soft(ours, JSON.stringify(draft)).toBe(cores)
    }
  },
)

test('drafts fit the contract', () => {
  const { reasons } = DecisionInput.shape
  for (const draft of DRAFTS) expect(reasons.safeParse(draft.reasons).success).toBe(true)
})

test('an action that the core does not name is not open', () => {
  expect(blocksOfAction([], 'approve')).toHaveLength(1)
  expect(blocksOfAction([{ action: 'approve', blocks: [] }], 'approve')).toEqual([])
})

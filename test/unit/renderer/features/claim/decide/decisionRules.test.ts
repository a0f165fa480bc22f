import { describe, expect, test } from 'vitest'
import { Instant } from '../../../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  blocksOfAction,
  EMPTY_DRAFT,
  firstDraft,
  withItem,
  withPrimary,
  withReason,
} from '../../../../../../src-renderer/features/claim/decide/decisionRules.ts'
import type { CriterionView } from '../../../../../../src-preload/contract/claims.ts'
import { aCriterion, aDetail, aFinding, AT } from '../../../../../builders/renderer/aClaim.ts'

const said = (verdict: 'met' | 'not_met') => ({
  reviewer: { verdict, act: 'set' as const, reason: 'seen', byName: 'Marta', at: Instant.parse(AT) },
  effective: verdict,
})
const request = (criteria: CriterionView[]) => firstDraft('request_info', { criteria, proposal: null })

describe('a request', () => {
  test('opens with the reasons of the criteria that are not met, in the order of the panel', () => {
    const criteria = [
      aCriterion(aFinding('serviceDescription', 'not_met')),
      aCriterion(aFinding('usablePoe', 'met')),
      aCriterion(aFinding('dates', 'not_met')),
    ]
    expect(request(criteria).reasons).toEqual(['POE_MISSING_OR_OLD_DATES', 'POE_MISSING_PARTNER_SERVICE'])
  })

  test('is never given a reason by a cannot tell', () => {
    const criteria = [
      aCriterion(aFinding('dates', 'cannot_tell')),
      aCriterion(aFinding('products', 'cannot_tell', { item: 'i1' })),
    ]
    expect(request(criteria)).toEqual(EMPTY_DRAFT)
  })

  test('hears the reviewer before the machine', () => {
    const criteria = [
      aCriterion(aFinding('dates', 'not_met'), said('met')),
      aCriterion(aFinding('usablePoe', 'cannot_tell'), said('not_met')),
    ]
    expect(request(criteria).reasons).toEqual(['POE_MISSING_ALL'])
  })

  test('has one reason for several items that are not shown, and asks for just these', () => {
    const criteria = [
      aCriterion(aFinding('products', 'not_met', { item: 'i1' })),
      aCriterion(aFinding('products', 'met', { item: 'i2' })),
      aCriterion(aFinding('products', 'not_met', { item: 'i3' })),
    ]
    expect(request(criteria)).toMatchObject({ reasons: ['POE_MISSING_PRODUCTS'], items: ['i1', 'i3'] })
  })

  test('about missing products of a claim with one item can only mean that one', () => {
    expect(withReason(EMPTY_DRAFT, 'POE_MISSING_PRODUCTS', true, ['i1']).items).toEqual(['i1'])
    expect(withReason(EMPTY_DRAFT, 'POE_MISSING_PRODUCTS', true, ['i1', 'i2']).items).toEqual([])
    expect(withReason(EMPTY_DRAFT, 'POE_MISSING_ALL', true, ['i1']).items).toEqual([])
  })

  test('offers to remove items only while there are some', () => {
    const draft = { ...withItem(EMPTY_DRAFT, 'i1', true), mayRemoveItems: true }
    expect(withItem(draft, 'i2', true)).toMatchObject({ items: ['i1', 'i2'], mayRemoveItems: true })
    expect(withItem(draft, 'i1', false)).toMatchObject({ items: [], mayRemoveItems: false })
  })
})

describe('a rejection', () => {
  test('opens empty, whatever the checks say', () => {
    const criteria = [aCriterion(aFinding('dates', 'not_met')), aCriterion(aFinding('usablePoe', 'not_met'))]
    expect(firstDraft('reject', { criteria, proposal: null })).toEqual(EMPTY_DRAFT)
  })

  test('opens with what the partner asked for, or what the clock brought about', () => {
    const asked = { reasons: ['REJ_PARTNER_REQUEST' as const], partnerRequestReason: 'WRONG_MPN' as const }
    const { criteria } = aDetail()
    expect(firstDraft('reject', { criteria, proposal: asked })).toMatchObject(asked)
    const late = {
      reasons: ['REJ_INSUFFICIENT_POE' as const, 'REJ_NO_PARTNER_RESPONSE' as const],
      partnerRequestReason: null,
    }
    expect(firstDraft('reject', { criteria, proposal: late })).toMatchObject(late)
    expect(firstDraft('request_info', { criteria, proposal: late }).reasons).toEqual([])
  })

  test('has never more than one primary reason', () => {
    let draft = withPrimary({ ...EMPTY_DRAFT, reasons: ['REJ_MISSING_PRODUCTS'] }, 'REJ_PARTNER_REQUEST')
    draft = withPrimary({ ...draft, partnerRequestReason: 'WRONG_MPN' }, 'REJ_INSUFFICIENT_POE')
    expect(draft.reasons).toEqual(['REJ_INSUFFICIENT_POE', 'REJ_MISSING_PRODUCTS'])
    expect(draft.partnerRequestReason).toBeNull()
  })
})

test('the other acts open empty, whatever is proposed', () => {
  const proposal = { reasons: ['REJ_PARTNER_REQUEST' as const], partnerRequestReason: 'WRONG_MPN' as const }
  const { criteria } = aDetail()
  for (const act of ['approve', 'hold_for_arbitration', 'reopen'] as const) {
    expect(firstDraft(act, { criteria, proposal })).toEqual(EMPTY_DRAFT)
  }
})

test('a reason is chosen once and can be taken away', () => {
  const once = withReason(EMPTY_DRAFT, 'REJ_MISSING_PRODUCTS', true)
  const twice = withReason(once, 'REJ_MISSING_PRODUCTS', true)
  expect(twice.reasons).toEqual(['REJ_MISSING_PRODUCTS'])
  expect(withReason(twice, 'REJ_MISSING_PRODUCTS', false).reasons).toEqual([])
})

test('an action that the core does not name is not open', () => {
  expect(blocksOfAction([], 'approve')).toHaveLength(1)
  expect(blocksOfAction([{ action: 'approve', blocks: [] }], 'approve')).toEqual([])
})

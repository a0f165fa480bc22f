import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../../../src-main/domain/claim/applyAct.ts'
import { criteriaOf } from '../../../../src-main/domain/reasons/reasonMapping.ts'
import { REASON_OF_CRITERION } from '../../../../src-preload/contract/vocabulary/reasonWords.ts'
import type { Criterion, NeedInfoReason } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aSituation, reviewer, setting } from '../../../builders/domain/situation.ts'
import { aRequest, aShortfall } from '../../../builders/letters.ts'
import { approve, expectSaid, letter, request, whyNot } from './given.ts'

/** The criterion stops an approval, its reason asks for it and for nothing else, and the letter says it by its public name. */
function expectAsked(criterion: Criterion, reason: NeedInfoReason, label: string, remedy: RegExp): void {
  const criteria = [{ criterion, item: null, verdict: 'not_met' as const }]
  expect(blocksOf(approve, aSituation({ criteria }), reviewer(), setting())).toEqual([
    { reason: 'criterion_open', criterion, item: null },
  ])
  expect(REASON_OF_CRITERION[criterion]).toBe(reason)
  expect(criteriaOf(reason)).toEqual([criterion])
  expect(whyNot(reviewer(), { ...request, reasons: [reason], items: ['item-1'] })).toEqual([])
  expectSaid(aRequest([reason]), label)
  expect(letter(aRequest([reason]))).toMatch(remedy)
}

describe('what a partner is asked for', () => {
  it('S-31: any proof that can be used: Missing All PoE', () => {
    expectAsked('usablePoe', 'POE_MISSING_ALL', 'Missing All PoE', /attach a document that names/)
  })

  it('S-32: the customer’s signature: Missing Customer Acknowledgment', () => {
    const label = 'Missing Customer Acknowledgment'
    expectAsked('customerAcknowledgment', 'POE_MISSING_CUSTOMER_ACK', label, /provide a version signed by/)
  })

  it('S-33: dates that fit the claim: Missing or Old Dates', () => {
    const label = 'Missing or Old Dates'
    expectAsked('dates', 'POE_MISSING_OR_OLD_DATES', label, /on or after 2 November 2025/)
  })

  it('S-34: what the partner did: Missing Partner Solution/Service', () => {
    const label = 'Missing Partner Solution/Service'
    expectAsked('serviceDescription', 'POE_MISSING_PARTNER_SERVICE', label, /description of your activities/)
  })

  it('S-35: each claimed product by itself: Missing Products', () => {
    expectAsked('products', 'POE_MISSING_PRODUCTS', 'Missing Products', /add proof for these items/)
    const criteria = (['met', 'not_met'] as const).map((verdict, index) => ({
      criterion: 'products' as const,
      item: `item-${index + 1}`,
      verdict,
    }))
    expect(blocksOf(approve, aSituation({ criteria }), reviewer(), setting())).toEqual([
      { reason: 'criterion_open', criterion: 'products', item: 'item-2' },
    ])
    const shortfalls = [aShortfall('products', { item: 'i2' })]
    const told = letter(aRequest(['POE_MISSING_PRODUCTS'], { shortfalls }))
    expect(told).toMatch(/Missing Products\n[^\n]+\n– Exchange Online\n[^–]/)
  })
})

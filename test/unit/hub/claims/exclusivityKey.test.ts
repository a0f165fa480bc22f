import { describe, expect, it } from 'vitest'
import {
  CONTENDING_STATES,
  exclusivityKeyOf,
  isContending,
} from '../../../../src-main/hub/claims/exclusivityKey.ts'
import { CLAIM_STATES } from '../../../../src-preload/contract/vocabulary/words.ts'

const m365 = { solutionArea: 'MICROSOFT_365', program: 'OSU_M365' } as const
const usage = { solutionArea: 'BUSINESS_APPLICATIONS', program: 'OSU_BIZAPPS' } as const
const item = (productId: string, subscriptionId: string | null) => ({
  id: 'i1',
  name: productId,
  productId,
  subscriptionId,
})
const S1 = '6c5a0000-0000-4000-8000-000000000000'

describe('exclusivityKeyOf', () => {
  it('is the workload for Microsoft 365, whatever the subscription', () => {
    expect(exclusivityKeyOf(m365, item('m365.teams', S1))).toBe(
      exclusivityKeyOf(m365, item('m365.teams', null)),
    )
    expect(exclusivityKeyOf(m365, item('m365.teams', null))).not.toBe(
      exclusivityKeyOf(m365, item('m365.intune', null)),
    )
  })

  it('is the subscription for Business Applications, whatever the product', () => {
    expect(exclusivityKeyOf(usage, item('ba.sales', S1))).toBe(
      exclusivityKeyOf(usage, item('ba.custsvc', S1)),
    )
  })

  it('is the product while no subscription is named, which is no subscription', () => {
    expect(exclusivityKeyOf(usage, item('ba.sales', null))).toBe(
      exclusivityKeyOf(usage, item('ba.sales', null)),
    )
    expect(exclusivityKeyOf(usage, item('ba.sales', null))).not.toBe(
      exclusivityKeyOf(usage, item('ba.sales', S1)),
    )
  })

  it('keeps pre-sales, usage and revenue of one subscription apart', () => {
    const keys = (['OSA_SELL', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION'] as const).map((program) =>
      exclusivityKeyOf({ ...usage, program }, item('ba.sales', S1)),
    )
    expect(new Set(keys).size).toBe(3)
  })
})

describe('isContending', () => {
  it('leaves out drafts and what was rejected', () => {
    expect(CLAIM_STATES.filter((state) => !isContending(state))).toEqual(['editing', 'rejected', 'unknown'])
    expect(CONTENDING_STATES).toHaveLength(4)
  })
})

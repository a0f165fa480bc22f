import { describe, expect, it } from 'vitest'
import type { ClaimItem } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import {
  checkSubscription,
  type FoundSubscription,
  type SubscriptionSearch,
} from '../../../../src-main/domain/intake/subscriptionChecks.ts'
import {
  aDynamicsForm,
  OTHER_SUBSCRIPTION,
  OTHER_TENANT,
  SUBSCRIPTION,
  TENANT,
} from '../../../builders/intake.ts'

const form = aDynamicsForm()
const named = { id: 'i1', productId: 'ba.sales', name: 'Dynamics 365 Sales', subscriptionId: SUBSCRIPTION }
const unnamed = { ...named, subscriptionId: null }

const found = (change: Partial<FoundSubscription> = {}): FoundSubscription => ({
  subscriptionId: SUBSCRIPTION,
  tenantId: TENANT,
  productId: 'ba.sales',
  productName: 'Dynamics 365 Sales Enterprise',
  status: 'active',
  provisioning: 'success',
  channel: 'WEB_DIRECT',
  endsOn: '2027-06-30',
  heldBy: null,
  ...change,
})
const other = (change: Partial<FoundSubscription> = {}) =>
  found({ subscriptionId: OTHER_SUBSCRIPTION, ...change })

const codes = (search: SubscriptionSearch, item: ClaimItem = named) =>
  checkSubscription(item, form, search).codes
/** The named subscription as the look-up knows it, among those of the product. */
const codesOf = (change: Partial<FoundSubscription>) =>
  codes({ ofProduct: [found(change)], named: found(change) })

describe('the subscription of an item', () => {
  it('S-102: belongs to the tenant and carries the product', () => {
    expect(codesOf({})).toEqual([])
    expect(checkSubscription(named, form, { ofProduct: [found(), other()], named: found() })).toEqual({
      itemId: 'i1',
      subscriptionId: SUBSCRIPTION,
      codes: [],
      productName: 'Dynamics 365 Sales Enterprise',
      status: 'active',
      provisioning: 'success',
      channel: 'WEB_DIRECT',
      endsOn: '2027-06-30',
      siblings: 2,
    })
  })

  it('S-102: of another tenant is said to be so and nothing else of it', () => {
    const theirs = found({ tenantId: OTHER_TENANT, status: 'expired', channel: 'CSP' })
    expect(codes({ ofProduct: [other()], named: theirs })).toEqual(['SUB_NOT_IN_TENANT'])
  })

  it('S-103, S-124: counts while it is active or in grace', () => {
    expect(codesOf({ status: 'in_grace' })).toEqual([])
    for (const status of ['none', 'suspended', 'expired', 'disabled', 'deleted'] as const)
      expect(codesOf({ status })).toEqual(['SUB_NOT_ACTIVE'])
  })

  it('S-104: whose product the tenant does not have, or not under this subscription', () => {
    expect(codes({ ofProduct: [], named: null }, unnamed)).toEqual(['SUB_PRODUCT_NOT_IN_TENANT'])
    const wrong = found({ productId: 'ba.finance' })
    expect(codes({ ofProduct: [other()], named: wrong })).toEqual(['SUB_PRODUCT_NOT_IN_TENANT'])
  })

  it('S-105: that is not of Business Applications', () => {
    for (const productId of ['m365.teams', null])
      expect(codes({ ofProduct: [], named: found({ productId }) })).toEqual(['SUB_NOT_DYNAMICS'])
  })

  it('S-106: that was bought through CSP', () => {
    expect(codesOf({ channel: 'CSP' })).toEqual(['SUB_IS_CSP'])
  })

  it('S-107: that is not provisioned yet is not called inactive besides', () => {
    expect(codesOf({ status: 'pending', provisioning: 'pending' })).toEqual(['SUB_NOT_PROVISIONED'])
    expect(codesOf({ provisioning: 'failed' })).toEqual(['SUB_NOT_PROVISIONED'])
  })

  it('S-108: that another partner holds; its own association is no obstacle', () => {
    expect(codesOf({ heldBy: '9999999' })).toEqual(['SUB_ALREADY_CLAIMED'])
    expect(codesOf({ heldBy: form.mpnId })).toEqual([])
  })

  it('S-109: whose id no subscription has is of something else', () => {
    expect(codes({ ofProduct: [found()], named: null })).toEqual(['SUB_NOT_AN_ID'])
  })

  it('S-96: must be named where the customer has several that can be claimed', () => {
    const check = checkSubscription(unnamed, form, { ofProduct: [found(), other()], named: null })
    expect(check).toMatchObject({ codes: ['SUB_REQUIRED'], subscriptionId: null, siblings: 2 })
  })

  it('S-96: is found by itself where only one can be claimed', () => {
    const search = { ofProduct: [other({ status: 'expired' }), found()], named: null }
    expect(checkSubscription(unnamed, form, search)).toMatchObject({
      codes: [],
      subscriptionId: SUBSCRIPTION,
      siblings: 2,
    })
    const gone = { ofProduct: [found({ status: 'expired' })], named: null }
    expect(checkSubscription(unnamed, form, gone)).toMatchObject({ codes: ['SUB_NOT_ACTIVE'] })
  })
})

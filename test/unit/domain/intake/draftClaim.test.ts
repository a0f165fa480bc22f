import { describe, expect, it } from 'vitest'
import { draftFrom } from '../../../../src-main/domain/intake/draftClaim.ts'
import { StatedClaim } from '../../../../src-preload/contract/vocabulary/intakeShape.ts'
import { dynamicsClaim, m365Claim, seedRules, SUBSCRIPTION } from '../../../builders/intake.ts'
import { fc } from '../../../builders/hub/property.ts'

const draft = (claim: object, earlier: StatedClaim['items'] = []) =>
  draftFrom(StatedClaim.parse(claim), seedRules, earlier)
const item = (productId: string, id: string | null = null) => ({
  id,
  productId,
  name: productId,
  subscriptionId: null,
})
const ids = (items: StatedClaim['items'], earlier: StatedClaim['items'] = []) =>
  draft({ ...m365Claim, items }, earlier).items.map(({ id }) => id)

describe('a claim in the field’s own words', () => {
  it('S-90: has its programme from area and activity', () => {
    expect(draft(dynamicsClaim)).toMatchObject({
      program: 'OSU_BIZAPPS',
      solutionArea: 'BUSINESS_APPLICATIONS',
      activities: ['USAGE'],
      purchaseChannel: 'WEB_DIRECT',
    })
  })

  it('C-10: has full domains in one form, each once', () => {
    const domains = ['Northgate', ' northgate.EXAMPLE. ', 'northgate.example', 'https://bücher.example']
    const { customer } = draft({ ...m365Claim, customer: { ...m365Claim.customer, domains } })
    expect(customer.domains).toEqual([
      'northgate.onmicrosoft.com',
      'northgate.example',
      'xn--bcher-kva.example',
    ])
  })

  it('S-94: names its items by the catalogue, else by what came', () => {
    const items = [
      { productId: 'M365.Teams' },
      { productId: 'm365.hologram' },
      { productId: 'ba.bc', name: 'NAV' },
    ]
    expect(draft({ ...m365Claim, items }).items.map(({ name }) => name)).toEqual([
      'Microsoft Teams',
      'm365.hologram',
      'NAV',
    ])
  })

  it('has tidy ids in lower case', () => {
    const items = [{ productId: 'ba.sales', subscriptionId: ` ${SUBSCRIPTION.toUpperCase()}` }]
    expect(draft({ ...dynamicsClaim, items }).items[0]?.subscriptionId).toBe(SUBSCRIPTION)
  })
})

describe('ids of items', () => {
  it('are given where there is none, and kept where there is one', () => {
    expect(ids([item('a'), item('b', 'i1'), item('c')])).toEqual(['i2', 'i1', 'i3'])
  })

  it('S-56: of a removed item are not given to another', () => {
    const earlier = [item('a', 'i1'), item('b', 'i2')]
    expect(ids([item('a', 'i1'), item('c')], earlier)).toEqual(['i1', 'i3'])
  })

  it('S-56: do not move to another product', () => {
    const earlier = [item('a', 'i1')]
    expect(ids([item('b', 'i1')], earlier)).toEqual(['i2'])
  })

  it('are never the same for two items', () => {
    const anItem = fc
      .record({
        id: fc.option(fc.constantFrom('i1', 'i2', 'i3', 'x')),
        product: fc.constantFrom('a', 'b', 'c'),
      })
      .map(({ id, product }) => item(product, id))
    fc.assert(
      fc.property(fc.array(anItem), fc.array(anItem), (items, earlier) => {
        const given = ids(items, earlier)
        return new Set(given).size === items.length
      }),
    )
  })
})

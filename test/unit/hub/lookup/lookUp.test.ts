import { describe, expect, it } from 'vitest'
import { demoLookup, type LookupBook, readLookupBook } from '../../../../src-main/hub/lookup/demoLookup.ts'
import { lookUp } from '../../../../src-main/hub/lookup/lookUp.ts'
import type { ReferenceLookup } from '../../../../src-main/hub/lookup/referenceLookup.ts'
import { lookupNotes } from '../../../../src-main/domain/intake/lookupRules.ts'
import { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import {
  aDynamicsForm,
  aTeamsForm,
  OTHER_SUBSCRIPTION,
  OTHER_TENANT,
  seedRules,
  shortNotes,
  SUBSCRIPTION,
  TENANT,
} from '../../../builders/intake.ts'
import { TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const NOW = Date.parse('2026-11-19T11:00:00.000Z')
const tenantId = TenantId.parse(TENANT)
const sales: LookupBook['subscriptions'][number] = {
  subscriptionId: SUBSCRIPTION,
  tenantId,
  productId: 'ba.sales',
  productName: 'Dynamics 365 Sales Enterprise',
  status: 'active',
  provisioning: 'success',
  channel: 'WEB_DIRECT',
  endsInDays: 30,
  heldBy: null,
}
const book: LookupBook = {
  source: 'Test book',
  partners: [
    {
      mpnId: '4471902',
      companyName: 'Fernhill Consulting Ltd',
      isOrganisation: false,
      enrollments: [{ program: 'OSU_BIZAPPS', enrolled: true }],
      partnerType: 'FRP_FASTTRACK',
    },
  ],
  domains: [{ domain: 'northgate.example', tenantId }],
  subscriptions: [sales],
}
const form = aDynamicsForm()
const port = (change: Partial<LookupBook> = {}) => demoLookup({ ...book, ...change }, () => NOW)
const notesOf = (lookups: Lookups, of = form) =>
  shortNotes(lookupNotes({ form: of, lookups, isMigrated: false }, { policy: seedRules.policy, nowMs: NOW }))

describe('looking up what a form states', () => {
  it('S-102, S-118: gives facts of subscription, partner and domain, each with when and from where', async () => {
    const lookups = await lookUp(form, port(), NOW)
    const checked = { checkedAt: '2026-11-19T11:00:00.000Z', source: 'Test book' }
    expect(lookups).toEqual({
      subscriptions: [
        {
          itemId: 'i1',
          subscriptionId: SUBSCRIPTION,
          codes: [],
          productName: 'Dynamics 365 Sales Enterprise',
          status: 'active',
          provisioning: 'success',
          channel: 'WEB_DIRECT',
          endsOn: '2026-12-19',
          siblings: 1,
          ...checked,
        },
      ],
      partner: { ...book.partners[0], isKnown: true, ...checked },
      domains: [{ domain: 'northgate.example', tenantId: TENANT, ...checked }],
    })
    expect(Lookups.parse(lookups)).toEqual(lookups)
    expect(notesOf(lookups)).toEqual([])
  })

  it('S-86: asks for no subscription of Microsoft 365', async () => {
    let asked = 0
    const subscriptions: ReferenceLookup['subscriptions'] = (...of) => {
      asked += 1
      return port().subscriptions(...of)
    }
    const counting = { ...port(), subscriptions }
    expect((await lookUp(aTeamsForm(), counting, NOW)).subscriptions).toEqual([])
    expect(asked).toBe(0)
    await lookUp(form, counting, NOW)
    expect(asked).toBe(1)
  })

  it('leaves out what could not be asked, keeps the rest, and never rejects', async () => {
    const fails = () => Promise.reject(new Error('unreachable'))
    const partly: ReferenceLookup = { ...port(), subscription: fails, domain: fails }
    const lookups = await lookUp(form, partly, NOW)
    expect(lookups).toMatchObject({ subscriptions: [], domains: [], partner: { isKnown: true } })
    expect(notesOf(lookups)).toEqual([
      'info not_looked_up items[0].subscriptionId',
      'info not_looked_up customer.domains[0]',
    ])
    const dead: ReferenceLookup = {
      partner: fails,
      subscription: fails,
      subscriptions: () => {
        throw new Error('broken')
      },
      domain: fails,
    }
    expect(await lookUp(form, dead, NOW)).toEqual({ subscriptions: [], partner: null, domains: [] })
  })

  it('takes the older of two answers for the age of a fact, and nothing from later than now', async () => {
    const early = demoLookup(book, () => NOW - 3_600_000)
    const late = demoLookup(book, () => NOW + 3_600_000)
    const mixed = { ...late, subscription: early.subscription }
    const { subscriptions, partner } = await lookUp(form, mixed, NOW)
    expect(subscriptions[0]?.checkedAt).toBe('2026-11-19T10:00:00.000Z')
    expect(partner?.checkedAt).toBe('2026-11-19T11:00:00.000Z')
  })
})

describe('the demo look-up', () => {
  const codes = async (change: Partial<LookupBook>, of = form) =>
    (await lookUp(of, port(change), NOW)).subscriptions.flatMap((fact) => fact.codes)

  it('S-101: knows a subdomain by its domain, and nothing of others', async () => {
    const domains = ['it.northgate.example', 'elsewhere.example']
    const customer = { ...form.customer, domains }
    const facts = (await lookUp({ ...form, customer }, port(), NOW)).domains
    expect(facts.map(({ domain, tenantId }) => [domain, tenantId])).toEqual([
      ['it.northgate.example', TENANT],
      ['elsewhere.example', null],
    ])
  })

  it('S-104: says that the tenant does not have the product', async () => {
    const unnamed = aDynamicsForm({
      items: [{ id: 'i1', productId: 'ba.bc', name: 'BC', subscriptionId: null }],
    })
    expect(await codes({}, unnamed)).toEqual(['SUB_PRODUCT_NOT_IN_TENANT'])
  })

  it('S-102: says that a subscription is another tenant’s', async () => {
    const theirs = { ...sales, tenantId: TenantId.parse(OTHER_TENANT) }
    expect(await codes({ subscriptions: [theirs] })).toEqual(['SUB_NOT_IN_TENANT'])
  })

  it('S-109: does not know what is no subscription', async () => {
    expect(await codes({ subscriptions: [{ ...sales, subscriptionId: OTHER_SUBSCRIPTION }] })).toEqual([
      'SUB_NOT_AN_ID',
    ])
  })

  it('S-121: does not know every PartnerID', async () => {
    const { partner } = await lookUp(form, port({ partners: [] }), NOW)
    expect(partner).toMatchObject({ isKnown: false, partnerType: null, enrollments: [] })
  })

  it('says which file it cannot use', async () => {
    await expect(readLookupBook(`${aTempFolder()}/none.json`)).rejects.toThrow('none.json cannot be used')
  })
})

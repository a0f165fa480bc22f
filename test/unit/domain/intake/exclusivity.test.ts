import { describe, expect, it } from 'vitest'
import {
  CONTENDING_STATES,
  exclusivityKeyOf,
  exclusivityKeysOf,
  isContending,
  sharedItems,
  standingOf,
  withSubscription,
} from '../../../../src-main/domain/intake/exclusivity.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import { CLAIM_STATES } from '../../../../src-preload/contract/vocabulary/words.ts'
import {
  aContender,
  aDynamicsForm,
  aTeamsForm,
  OTHER_SUBSCRIPTION,
  OTHER_TENANT,
  SUBSCRIPTION,
} from '../../../builders/intake.ts'
import { aPolicy } from '../../../builders/policy.ts'

const claimId = ClaimId.parse('208417')
const m365 = { claimId, solutionArea: 'MICROSOFT_365', program: 'OSU_M365' } as const
const usage = { claimId, solutionArea: 'BUSINESS_APPLICATIONS', program: 'OSU_BIZAPPS' } as const
const seed = aPolicy('seed-2020')
const later = aPolicy('docs-2023')
const item = (productId: string, subscriptionId: string | null) => ({
  id: 'i1',
  name: productId,
  productId,
  subscriptionId,
})
const keyOf = (form: Parameters<typeof exclusivityKeyOf>[0], one: ReturnType<typeof item>, policy = seed) =>
  exclusivityKeyOf(form, one, policy.exclusivity)

const lookedUp = (change: object) =>
  Lookups.parse({
    partner: null,
    domains: [],
    subscriptions: [
      {
        itemId: 'i1',
        subscriptionId: SUBSCRIPTION,
        codes: [],
        productName: null,
        status: 'active',
        provisioning: 'success',
        channel: null,
        endsOn: '2026-12-31',
        siblings: 1,
        checkedAt: '2026-11-19T10:00:00Z',
        source: 'test',
        ...change,
      },
    ],
  })

describe('what only one partner may hold', () => {
  it('S-86: is the workload for Microsoft 365, whatever the subscription', () => {
    for (const policy of [seed, later]) {
      expect(keyOf(m365, item('m365.teams', SUBSCRIPTION), policy)).toBe(
        keyOf(m365, item('m365.teams', null), policy),
      )
      expect(keyOf(m365, item('m365.teams', null), policy)).not.toBe(
        keyOf(m365, item('m365.intune', null), policy),
      )
    }
  })

  it('S-87: is the subscription for Business Applications, whatever the product', () => {
    for (const policy of [seed, later])
      expect(keyOf(usage, item('ba.sales', SUBSCRIPTION), policy)).toBe(
        keyOf(usage, item('ba.custsvc', SUBSCRIPTION), policy),
      )
  })

  it('S-87: is the product while no subscription is named, which is no subscription', () => {
    expect(keyOf(usage, item('ba.sales', null))).toBe(keyOf(usage, item('ba.sales', null)))
    expect(keyOf(usage, item('ba.sales', null))).not.toBe(keyOf(usage, item('ba.sales', SUBSCRIPTION)))
  })

  it('S-96: is the only subscription of the product where none is named and one can be claimed', () => {
    const unnamed = item('ba.sales', null)
    expect(withSubscription(unnamed, lookedUp({})).subscriptionId).toBe(SUBSCRIPTION)
    expect(withSubscription(unnamed, lookedUp({ status: 'expired' })).subscriptionId).toBeNull()
    expect(withSubscription(unnamed, Lookups.parse(undefined)).subscriptionId).toBeNull()
    const named = item('ba.sales', OTHER_SUBSCRIPTION)
    expect(withSubscription(named, lookedUp({})).subscriptionId).toBe(OTHER_SUBSCRIPTION)
  })

  it('C-15: keeps pre-sales, usage and revenue of one subscription apart', () => {
    const keys = (['OSA_SELL', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION'] as const).map((program) =>
      keyOf({ ...usage, program }, item('ba.sales', SUBSCRIPTION)),
    )
    expect(new Set(keys).size).toBe(3)
  })

  it('C-14: follows the policy: the product for every subscription of it, or nothing at all', () => {
    const { exclusivity } = seed
    const byProduct = { ...exclusivity, OSU_BIZAPPS: 'workload' } as const
    expect(exclusivityKeyOf(usage, item('ba.sales', SUBSCRIPTION), byProduct)).toBe(
      exclusivityKeyOf(usage, item('ba.sales', OTHER_SUBSCRIPTION), byProduct),
    )
    const free = { ...exclusivity, OSU_BIZAPPS: 'none' } as const
    const other = { ...usage, claimId: ClaimId.parse('208418') }
    expect(exclusivityKeyOf(usage, item('ba.sales', SUBSCRIPTION), free)).not.toBe(
      exclusivityKeyOf(other, item('ba.sales', SUBSCRIPTION), free),
    )
  })

  it('is of nobody while the programme is unknown', () => {
    const unknown = { ...usage, program: 'UNKNOWN' } as const
    const other = { ...unknown, claimId: ClaimId.parse('208418') }
    expect(keyOf(unknown, item('ba.sales', SUBSCRIPTION))).not.toBe(
      keyOf(other, item('ba.sales', SUBSCRIPTION)),
    )
  })

  it('C-11: a claim for presales and usage contends with claims for either', () => {
    const combined = aDynamicsForm({ program: 'OSA_SELL', activities: ['PRESALES', 'USAGE'] })
    const sales = item('ba.sales', SUBSCRIPTION)
    expect(exclusivityKeysOf(combined, sales, seed.exclusivity)).toEqual([
      keyOf({ ...usage, program: 'OSA_SELL' }, sales),
      keyOf(usage, sales),
    ])
    expect(exclusivityKeysOf(aTeamsForm(), item('m365.teams', null), seed.exclusivity)).toHaveLength(1)
  })
})

describe('claims of one customer', () => {
  const mine = aContender(aTeamsForm({ claimId: 'mine' }))
  const theirs = (parts: object) => aContender(aTeamsForm({ claimId: 'theirs', mpnId: '9999999', ...parts }))
  const intune = { id: 'i1', productId: 'm365.intune', name: 'Microsoft Intune', subscriptionId: null }
  const teams = { id: 'i2', productId: 'm365.teams', name: 'Microsoft Teams', subscriptionId: null }

  it('S-85: share nothing because they are of one customer', () => {
    expect(sharedItems(mine, theirs({ items: [intune] }), seed.exclusivity)).toEqual([])
  })

  it('S-86: share the workloads that both name, and only these', () => {
    const shared = sharedItems(mine, theirs({ items: [intune, teams] }), seed.exclusivity)
    expect(shared.map(({ mine, theirs }) => [mine.id, theirs.id])).toEqual([['i1', 'i2']])
  })

  it('share nothing with claims of other customers, nor with themselves', () => {
    const customer = { ...aTeamsForm().customer, tenantId: OTHER_TENANT }
    expect(sharedItems(mine, theirs({ customer }), seed.exclusivity)).toEqual([])
    expect(sharedItems(mine, mine, seed.exclusivity)).toEqual([])
  })

  it('S-87: share a subscription that one names and the other means', () => {
    const named = aContender(aDynamicsForm({ claimId: 'named' }))
    const items = [{ id: 'i1', productId: 'ba.sales', name: 'Sales', subscriptionId: null }]
    const meant = aContender(aDynamicsForm({ claimId: 'meant', items }), { lookups: lookedUp({}) })
    expect(sharedItems(named, meant, seed.exclusivity)).toHaveLength(1)
    expect(sharedItems(named, aContender(meant.form), seed.exclusivity)).toEqual([])
  })
})

describe('holding and asking', () => {
  const today = '2026-11-19'
  const standing = (change: Parameters<typeof aContender>[1], policy = seed) => {
    const form = aDynamicsForm()
    const [first] = form.items
    if (first === undefined) throw new Error('The form has no item.')
    return standingOf(aContender(form, change), first, policy, today)
  }

  it('leaves out drafts, what was rejected, and what nobody understands', () => {
    expect(CLAIM_STATES.filter((state) => !isContending(state))).toEqual(['editing', 'rejected', 'unknown'])
    expect(CONTENDING_STATES).toHaveLength(4)
    expect(standing({ state: 'rejected' })).toBe('none')
    expect(standing({ state: 'partner_action_required' })).toBe('asks')
  })

  it('C-20: an approved claim holds from approval, or once the consent is closed', () => {
    const open = { state: 'approved', subState: 'consent_open' } as const
    const strict = aPolicy('seed-2020', { associationHeldFrom: 'consent_closed' })
    expect(standing(open)).toBe('holds')
    expect(standing(open, strict)).toBe('asks')
    expect(standing({ ...open, subState: 'consent_closed' }, strict)).toBe('holds')
  })

  const approved = { state: 'approved', subState: 'consent_closed' } as const
  const ending = (endsOn: string | null, status = 'active', isMigrated = false) =>
    standing({ ...approved, isMigrated, lookups: lookedUp({ endsOn, status }) })

  it('S-84: what was brought over from before holds until its subscription ends', () => {
    expect(ending('2026-11-19', 'active', true)).toBe('holds')
    expect(ending('2026-11-18', 'active', true)).toBe('none')
    expect(standing({ ...approved, isMigrated: true })).toBe('holds')
  })

  it('S-124: so does every other association: a renewed subscription wants a claim of its own', () => {
    expect(ending('2026-11-19')).toBe('holds')
    expect(ending('2026-11-18')).toBe('none')
    expect(ending(null)).toBe('holds')
    expect(ending('2026-11-18', 'in_grace')).toBe('holds')
    expect(ending('2026-12-31', 'expired')).toBe('none')
  })
})

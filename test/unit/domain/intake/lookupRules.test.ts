import { describe, expect, it } from 'vitest'
import {
  isStale,
  type LookedUpClaim,
  lookupNotes,
  purchaseChannelOf,
} from '../../../../src-main/domain/intake/lookupRules.ts'
import type { SubscriptionCode } from '../../../../src-preload/contract/vocabulary/intakeWords.ts'
import { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import {
  aDynamicsForm,
  aTeamsForm,
  OTHER_TENANT,
  shortNotes,
  SUBSCRIPTION,
  TENANT,
} from '../../../builders/intake.ts'
import { aPolicy } from '../../../builders/policy.ts'

const NOW = Date.parse('2026-11-19T11:00:00.000Z')
const HOUR = 3_600_000
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString()
const checked = { checkedAt: at(-1), source: 'test' }
const seed = aPolicy('seed-2020')
const later = aPolicy('docs-2023')

const subscription = (...codes: SubscriptionCode[]) => ({
  itemId: 'i1',
  subscriptionId: SUBSCRIPTION,
  codes,
  productName: 'Dynamics 365 Sales',
  status: 'active',
  provisioning: 'success',
  channel: 'WEB_DIRECT',
  endsOn: '2027-06-30',
  siblings: 1,
  ...checked,
})
const partner = {
  mpnId: '4471902',
  isKnown: true,
  isOrganisation: false,
  companyName: 'Fernhill Consulting Ltd',
  enrollments: [{ program: 'OSU_BIZAPPS', enrolled: true }],
  partnerType: null,
  ...checked,
}
const domain = { domain: 'northgate.example', tenantId: TENANT, ...checked }
const complete = { subscriptions: [subscription()], partner, domains: [domain] }

interface Wish {
  readonly lookups?: object
  readonly policy?: PolicyProfile
  readonly claim?: Partial<LookedUpClaim>
}
const wholeNotes = ({ lookups = {}, policy = seed, claim = {} }: Wish) =>
  lookupNotes(
    {
      form: aDynamicsForm(),
      lookups: Lookups.parse({ ...complete, ...lookups }),
      isMigrated: false,
      ...claim,
    },
    { policy, nowMs: NOW },
  )
const notes = (wish: Wish) => shortNotes(wholeNotes(wish))
const ofSubscription = (code: SubscriptionCode, policy = seed) =>
  notes({ lookups: { subscriptions: [subscription(code)] }, policy })

describe('what was looked up of subscriptions', () => {
  it('says nothing where nothing is wrong', () => {
    expect(notes({})).toEqual([])
    expect(notes({ policy: later })).toEqual([])
  })

  it.each([
    ['S-102', 'SUB_NOT_IN_TENANT'],
    ['S-103', 'SUB_NOT_ACTIVE'],
    ['S-104', 'SUB_PRODUCT_NOT_IN_TENANT'],
    ['S-105', 'SUB_NOT_DYNAMICS'],
    ['S-106', 'SUB_IS_CSP'],
    ['S-109', 'SUB_NOT_AN_ID'],
  ] as const)('%s: %s refuses the claim', (_, code) => {
    expect(ofSubscription(code)).toEqual([`refuse ${code} items[0].subscriptionId`])
    expect(ofSubscription(code, later)).toEqual([`refuse ${code} items[0].subscriptionId`])
  })

  it('S-111: one that is not provisioned yet is for later, not refused', () => {
    expect(ofSubscription('SUB_NOT_PROVISIONED')).toEqual([
      'warn SUB_NOT_PROVISIONED items[0].subscriptionId',
    ])
  })

  it('S-108: what another partner holds goes to arbitration, or is refused, as the policy says', () => {
    expect(ofSubscription('SUB_ALREADY_CLAIMED')).toEqual([
      'warn SUB_ALREADY_CLAIMED items[0].subscriptionId',
    ])
    const strict = aPolicy('seed-2020', { conflict: { alreadyClaimedByOther: 'refuse' } })
    expect(ofSubscription('SUB_ALREADY_CLAIMED', strict)).toEqual([
      'refuse SUB_ALREADY_CLAIMED items[0].subscriptionId',
    ])
  })

  it('C-13: one of several must be named in 2020; in 2023 the form has said so already', () => {
    expect(ofSubscription('SUB_REQUIRED', seed)).toEqual(['refuse SUB_REQUIRED items[0].subscriptionId'])
    expect(ofSubscription('SUB_REQUIRED', later)).toEqual([])
  })

  it('S-123: a note says which subscription, until when, checked when and by whom', () => {
    const [note] = wholeNotes({ lookups: { subscriptions: [subscription('SUB_IS_CSP')] } })
    expect(note).toMatchObject({
      item: 'i1',
      values: { subscriptionId: SUBSCRIPTION, endsOn: '2027-06-30', checkedAt: at(-1), source: 'test' },
    })
  })

  it('S-84: what is wrong with an association from before refuses nothing', () => {
    const lookups = Lookups.parse({ ...complete, subscriptions: [subscription('SUB_NOT_ACTIVE')] })
    expect(notes({ claim: { lookups, isMigrated: true } })).toEqual([
      'warn SUB_NOT_ACTIVE items[0].subscriptionId',
    ])
  })

  it('S-86: workloads of Microsoft 365 have none to look up', () => {
    const wanted = { ...complete, subscriptions: [], partner: { ...partner, enrollments: [] } }
    expect(notes({ claim: { form: aTeamsForm(), lookups: Lookups.parse(wanted) } })).toEqual([])
  })

  it('notes what was not looked up', () => {
    expect(notes({ lookups: { subscriptions: [], partner: null, domains: [] } })).toEqual([
      'info not_looked_up items[0].subscriptionId',
      'info not_looked_up mpnId',
      'info not_looked_up customer.domains[0]',
    ])
  })
})

describe('old look-ups', () => {
  it('are stale after a day', () => {
    expect(isStale(at(-24), NOW, seed)).toBe(false)
    expect(isStale(new Date(NOW - 24 * HOUR - 1).toISOString(), NOW, seed)).toBe(true)
    expect(isStale(at(-25), NOW, aPolicy('seed-2020', { subscription: { staleAfterHours: 48 } }))).toBe(false)
  })

  it('warn and refuse nothing', () => {
    const old = { ...subscription('SUB_IS_CSP'), checkedAt: at(-25) }
    expect(notes({ lookups: { subscriptions: [old] } })).toEqual(['warn SUB_IS_CSP items[0].subscriptionId'])
    const unknown = { ...partner, isKnown: false, checkedAt: at(-25) }
    expect(notes({ lookups: { partner: unknown } })).toEqual(['warn mpn_unknown mpnId'])
  })
})

describe('the partner behind a PartnerID', () => {
  it('S-121: one that nobody knows refuses the claim', () => {
    expect(notes({ lookups: { partner: { ...partner, isKnown: false } } })).toEqual([
      'refuse mpn_unknown mpnId',
    ])
  })

  it('S-89: that is the organisation and not a location is warned of', () => {
    expect(notes({ lookups: { partner: { ...partner, isOrganisation: true } } })).toEqual([
      'warn mpn_is_organisation mpnId',
    ])
  })

  it('S-122: that is not enrolled in the programme is warned of, and is no failure of the proof', () => {
    const enrollments = [{ program: 'OSU_BIZAPPS', enrolled: false }]
    expect(notes({ lookups: { partner: { ...partner, enrollments } } })).toEqual([
      'warn mpn_not_enrolled mpnId',
    ])
  })

  it('S-119: nothing is concluded from an enrolment that is not told, nor from the partner type', () => {
    const enrollments = [{ program: 'OSA_SELL', enrolled: false }]
    for (const partnerType of [null, 'FRP_FASTTRACK'])
      expect(notes({ lookups: { partner: { ...partner, enrollments, partnerType } } })).toEqual([])
  })

  it('S-120: a fact of another PartnerID is no fact of this one', () => {
    expect(notes({ lookups: { partner: { ...partner, mpnId: '1' } } })).toEqual(['info not_looked_up mpnId'])
  })
})

describe('the domain and the tenant', () => {
  const elsewhere = { lookups: { domains: [{ ...domain, tenantId: OTHER_TENANT }] } }

  it('S-101: of different customers refuse the claim where the domain is asked for, else they are warned of', () => {
    expect(notes({ ...elsewhere, policy: seed })).toEqual(['refuse domain_not_of_tenant customer.domains[0]'])
    expect(notes({ ...elsewhere, policy: later })).toEqual(['warn domain_not_of_tenant customer.domains[0]'])
  })

  it('S-101: a domain that belongs to no tenant that is known is warned of', () => {
    expect(notes({ lookups: { domains: [{ ...domain, tenantId: null }] } })).toEqual([
      'warn domain_not_of_tenant customer.domains[0]',
    ])
  })
})

describe('the purchase channel', () => {
  const looked = (...channels: (string | null)[]) =>
    Lookups.parse({
      ...complete,
      subscriptions: channels.map((channel) => ({ ...subscription(), channel })),
    })

  it('S-114: is the partner’s word, else what all subscriptions agree on', () => {
    expect(purchaseChannelOf({ purchaseChannel: 'WEB_DIRECT' }, looked('CSP'))).toBe('WEB_DIRECT')
    expect(purchaseChannelOf({ purchaseChannel: null }, looked('CSP', 'CSP'))).toBe('CSP')
    expect(purchaseChannelOf({ purchaseChannel: null }, looked('CSP', 'WEB_DIRECT'))).toBeNull()
    expect(purchaseChannelOf({ purchaseChannel: null }, looked())).toBeNull()
  })
})

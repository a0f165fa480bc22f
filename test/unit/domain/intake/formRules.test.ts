import { describe, expect, it } from 'vitest'
import { formNotes } from '../../../../src-main/domain/intake/formRules.ts'
import { StatedClaim } from '../../../../src-preload/contract/vocabulary/intakeShape.ts'
import {
  aDynamicsForm,
  aTeamsForm,
  dynamicsClaim,
  laterRules,
  m365Claim,
  notesOf,
  OTHER_SUBSCRIPTION,
  PRODUCTS,
  revenueClaim,
  seedRules,
  SUBSCRIPTION,
  TENANT,
} from '../../../builders/intake.ts'
import { aPolicy } from '../../../builders/policy.ts'

const customer = (parts: object) => ({ ...m365Claim, customer: { ...m365Claim.customer, ...parts } })

describe('the form of a claim', () => {
  it('is accepted without a note where nothing is wrong, in both profiles', () => {
    for (const claim of [m365Claim, dynamicsClaim, revenueClaim]) {
      expect(notesOf(claim, seedRules)).toEqual([])
      expect(notesOf(claim, laterRules)).toEqual([])
    }
  })

  it('is held against the same rules once it came in', () => {
    for (const form of [aTeamsForm(), aDynamicsForm()]) expect(formNotes(form, seedRules)).toEqual([])
    expect(notesOf(aTeamsForm({ solutionArea: 'UNKNOWN' }))).toEqual(['refuse not_cpor solutionArea'])
  })

  it('names everything that an empty form lacks, at once', () => {
    expect(notesOf({})).toEqual([
      'refuse field_missing claimName',
      'refuse field_missing partnerCompanyName',
      'refuse field_missing customer.companyName',
      'refuse field_missing solutionArea',
      'refuse field_missing mpnId',
      'refuse field_missing customer.tenantId',
      'refuse domain_missing customer.domains',
      'refuse contact_missing customerContact.name',
      'refuse contact_missing customerContact.title',
      'refuse contact_missing customerContact.email',
      'refuse contact_missing partnerContact.name',
      'refuse contact_missing partnerContact.email',
      'refuse item_missing items',
    ])
  })

  it('wants names that are more than space and fit in 255 characters', () => {
    expect(notesOf({ ...m365Claim, claimName: '  \t ' })).toEqual(['refuse field_missing claimName'])
    expect(notesOf({ ...m365Claim, claimName: 'x'.repeat(255) })).toEqual([])
    expect(notesOf({ ...m365Claim, claimName: 'x'.repeat(256) })).toEqual([
      'refuse field_malformed claimName',
    ])
  })

  it('S-68: wants a PartnerID of at most ten digits', () => {
    for (const mpnId of ['12345678901', '44719a2', 'V-4471902'])
      expect(notesOf({ ...m365Claim, mpnId })).toEqual(['refuse field_malformed mpnId'])
    expect(notesOf({ ...m365Claim, mpnId: ' 0044719 ' })).toEqual([])
  })

  it('S-70: wants the tenant as a GUID, in whatever capitals', () => {
    expect(notesOf(customer({ tenantId: TENANT.toUpperCase() }))).toEqual([])
    for (const tenantId of ['northgate', `{${TENANT}}`, TENANT.slice(1)])
      expect(notesOf(customer({ tenantId }))).toEqual(['refuse field_malformed customer.tenantId'])
  })

  it('S-71: wants a solution area', () => {
    expect(notesOf({ ...m365Claim, solutionArea: null })).toEqual(['refuse field_missing solutionArea'])
  })
})

describe('the domain of the customer', () => {
  it('C-10: a domain or a subdomain does, however it is written', () => {
    for (const domain of ['Northgate.Example', 'it.northgate.example', 'https://northgate.example/home'])
      expect(notesOf(customer({ domains: ['northgate.example', domain] }))).toEqual([])
  })

  it('C-10: a bare name is completed with a suggestion and said', () => {
    const [note] = formNotes(StatedClaim.parse(customer({ domains: ['Northgate'] })), seedRules)
    expect(note).toMatchObject({
      code: 'domain_bare',
      severity: 'warn',
      field: 'customer.domains[0]',
      values: { suggestion: 'northgate.onmicrosoft.com' },
    })
  })

  it('S-69: 2020 asks for it, 2023 does not', () => {
    expect(notesOf(customer({ domains: [' '] }), seedRules)).toEqual([
      'refuse domain_missing customer.domains',
    ])
    expect(notesOf(customer({ domains: [] }), laterRules)).toEqual([])
  })

  it('S-69: what is no domain is refused', () => {
    for (const domain of ['north gate.example', 'a@b.example', '10.1.2.3', '-x.example'])
      expect(notesOf(customer({ domains: ['northgate.example', domain] }))).toEqual([
        'refuse field_malformed customer.domains[1]',
      ])
  })
})

describe('the contacts', () => {
  it.each([
    ['S-73', 'customerContact', ['name', 'title', 'email']],
    ['S-74', 'technicalContact', ['name', 'title', 'email']],
    ['S-75', 'partnerContact', ['name', 'email']],
  ] as const)('%s: %s needs all its parts', (_, contact, parts) => {
    for (const part of parts) {
      const claim = { ...dynamicsClaim, [contact]: { ...dynamicsClaim[contact], [part]: ' ' } }
      expect(notesOf(claim)).toEqual([`refuse contact_missing ${contact}.${part}`])
    }
  })

  it('S-95: a contact that is left out is as incomplete as one without parts', () => {
    expect(notesOf({ ...m365Claim, partnerContact: null })).toEqual([
      'refuse contact_missing partnerContact.name',
      'refuse contact_missing partnerContact.email',
    ])
  })

  it('S-74: a technical contact is asked for with Dynamics 365 in 2020, not in 2023, not for Power Platform alone', () => {
    const without = { ...dynamicsClaim, technicalContact: null }
    expect(notesOf(without, seedRules)).toHaveLength(3)
    expect(notesOf(without, laterRules)).toEqual([])
    const powerApps = { ...without, items: [{ productId: 'pp.powerapps' }], activities: ['Pre-sales'] }
    expect(notesOf(powerApps)).toEqual([])
    expect(notesOf(m365Claim)).toEqual([])
  })

  it('S-57: an address away from the customer’s domains is a warning, each kind with its own word', () => {
    const email = (address: string) =>
      notesOf({ ...m365Claim, customerContact: { ...m365Claim.customerContact, email: address } })
    expect(email('fiona@it.northgate.example')).toEqual([])
    expect(email('fiona@elsewhere.example')).toEqual(['warn contact_not_of_customer customerContact.email'])
    expect(email('fiona@Fernhill.example')).toEqual(['warn contact_of_partner customerContact.email'])
    expect(email('fiona@gmail.com')).toEqual(['warn contact_free_mail customerContact.email'])
    expect(email('fiona at northgate')).toEqual(['refuse field_malformed customerContact.email'])
  })

  it('knows the partner by its own contact where the form names no partner domains', () => {
    const customerContact = { ...m365Claim.customerContact, email: 'fiona@fernhill.example' }
    expect(notesOf({ ...m365Claim, partnerDomains: [], customerContact })).toEqual([
      'warn contact_of_partner customerContact.email',
    ])
  })

  it('compares with nothing where no domain of the customer is told', () => {
    const claim = { ...customer({ domains: [] }) }
    const customerContact = { ...m365Claim.customerContact, email: 'fiona@elsewhere.example' }
    expect(notesOf({ ...claim, customerContact }, laterRules)).toEqual([])
  })
})

describe('the items', () => {
  const items = (...list: object[]) => ({ ...dynamicsClaim, items: list })

  it('S-77: at least one product or workload is claimed', () => {
    expect(notesOf({ ...m365Claim, items: [] })).toEqual(['refuse item_missing items'])
  })

  it('S-94: each is of the solution area; Power Platform belongs to Business Applications', () => {
    expect(notesOf({ ...m365Claim, items: [{ productId: 'ba.sales' }] })).toEqual([
      'refuse item_not_for_area items[0].productId',
    ])
    expect(notesOf(items({ productId: 'm365.teams' }))).toContain(
      'refuse item_not_for_area items[0].productId',
    )
    const powerApps = { productId: 'pp.powerapps', subscriptionId: SUBSCRIPTION }
    expect(notesOf({ ...items(powerApps), activities: ['Pre-sales'] })).toEqual([])
  })

  it('S-77: a product that nobody knows is kept and noted', () => {
    const claim = { ...m365Claim, items: [{ productId: 'm365.hologram' }, { productId: 'azure.arc' }] }
    expect(notesOf(claim)).toEqual([
      'warn item_unknown items[0].productId',
      'warn item_unknown items[1].productId',
    ])
  })

  it('S-77: the same product with the same subscription counts once; with another one it is another item', () => {
    const sales = { productId: 'ba.sales', subscriptionId: SUBSCRIPTION }
    expect(notesOf(items(sales, { ...sales, subscriptionId: SUBSCRIPTION.toUpperCase() }))).toEqual([
      'refuse item_twice items[1]',
    ])
    expect(notesOf(items(sales, { ...sales, subscriptionId: OTHER_SUBSCRIPTION }))).toEqual([])
  })

  it('S-115: Power Platform usage is warned of, its presales are not', () => {
    const powerApps = { productId: 'pp.powerapps', subscriptionId: SUBSCRIPTION }
    expect(notesOf(items(powerApps))).toEqual(['warn power_platform_usage items[0].productId'])
  })

  it('C-22: Power BI is to be checked in the program guide in 2020, not in 2023', () => {
    const claim = {
      ...items({ productId: 'pp.powerbi', subscriptionId: SUBSCRIPTION }),
      activities: ['Pre-sales'],
    }
    expect(notesOf(claim, seedRules)).toEqual(['info check_program_guide items[0].productId'])
    expect(notesOf(claim, laterRules)).toEqual([])
  })

  it('S-109: a subscription is a GUID, and not the tenant’s', () => {
    for (const subscriptionId of ['CFQ7TTC0LH0Z', TENANT])
      expect(notesOf(items({ productId: 'ba.sales', subscriptionId }))).toEqual([
        'refuse SUB_NOT_AN_ID items[0].subscriptionId',
      ])
  })

  it('C-13: 2023 always wants the subscription; 2020 leaves that to the look-up', () => {
    const claim = items({ productId: 'ba.sales' })
    expect(notesOf(claim, laterRules)).toEqual(['refuse SUB_REQUIRED items[0].subscriptionId'])
    expect(notesOf(claim, seedRules)).toEqual([])
    expect(notesOf(m365Claim, laterRules)).toEqual([])
  })
})

describe('revenue association', () => {
  it.each([
    ['S-80', 'dynamicsSolutionSellerName'],
    ['S-81', 'customerName'],
    ['S-82', 'isvProductName'],
  ] as const)('%s: %s is asked for', (_, field) => {
    const revenue = { ...revenueClaim.revenue, [field]: null }
    expect(notesOf({ ...revenueClaim, revenue })).toEqual([`refuse revenue_missing revenue.${field}`])
  })

  it('S-92: its fields are asked for there and nowhere else', () => {
    expect(notesOf({ ...revenueClaim, revenue: null })).toHaveLength(3)
    expect(notesOf({ ...dynamicsClaim, revenue: revenueClaim.revenue })).toEqual([
      'refuse revenue_not_wanted revenue',
    ])
  })

  it('S-81: its customer is the customer of the claim, whatever the spelling', () => {
    const customerName = (name: string) =>
      notesOf({ ...revenueClaim, revenue: { ...revenueClaim.revenue, customerName: name } })
    expect(customerName('NORTHGATE  Assurance PLC.')).toEqual([])
    expect(customerName('Southgate Assurance plc')).toEqual([
      'refuse revenue_customer_differs revenue.customerName',
    ])
  })
})

describe('the later flow', () => {
  it('lets a partner do without payment for usage of Microsoft 365 only', () => {
    const laterFlow = { optOutOfIncentivePayment: true, acknowledged: true }
    expect(notesOf({ ...m365Claim, laterFlow }, laterRules)).toEqual([])
    expect(notesOf({ ...dynamicsClaim, laterFlow }, laterRules)).toEqual([
      'refuse opt_out_not_offered laterFlow.optOutOfIncentivePayment',
    ])
  })
})

it('C-22: flags only products that the catalogue has', () => {
  for (const id of ['seed-2020', 'docs-2023'] as const)
    for (const product of Object.keys(aPolicy(id).catalogueFlags)) expect(PRODUCTS.has(product)).toBe(true)
})

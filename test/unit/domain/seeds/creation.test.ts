import { describe, expect, it } from 'vitest'
import { conflictNotes } from '../../../../src-main/domain/intake/conflictRules.ts'
import {
  type Contender,
  exclusivityKeyOf,
  sharedItems,
  standingOf,
} from '../../../../src-main/domain/intake/exclusivity.ts'
import { judge } from '../../../../src-main/poe/judge.ts'
import { applyClaim } from '../../../../src-main/store/feedRepo.ts'
import { listClaims } from '../../../../src-main/store/queueRepo.ts'
import { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { reviewer } from '../../../builders/domain/situation.ts'
import {
  aContender,
  aDynamicsForm,
  aTeamsForm,
  dynamicsClaim,
  laterRules,
  m365Claim,
  notesOf,
  OTHER_SUBSCRIPTION,
  revenueClaim,
  shortNotes,
  SUBSCRIPTION,
  TENANT,
} from '../../../builders/intake.ts'
import { anApproval } from '../../../builders/letters.ts'
import { aClaimForm } from '../../../builders/poe/claimForm.ts'
import { documentOf } from '../../../builders/poe/factsOf.ts'
import { aPolicy, DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'
import { anAsker, aStore } from '../../../builders/store.ts'
import {
  accepted,
  aLife,
  approve,
  DAY,
  dueAt,
  endOf,
  expectSaid,
  FRIDAY,
  go,
  kindsOf,
  request,
  start,
  statusOf,
  submit,
  whyNot,
} from './given.ts'

const without = (contact: 'customerContact' | 'technicalContact' | 'partnerContact', part: string) =>
  notesOf({ ...dynamicsClaim, [contact]: { ...dynamicsClaim[contact], [part]: ' ' } })
const ofCustomer = (parts: object) => notesOf({ ...m365Claim, customer: { ...m365Claim.customer, ...parts } })
const ofRevenue = (parts: object) =>
  notesOf({ ...revenueClaim, revenue: { ...revenueClaim.revenue, ...parts } })

const held = { state: 'approved', subState: 'consent_closed' } as const
const conflicts = (mine: Contender, theirs: Contender) =>
  shortNotes(conflictNotes(mine, [theirs], { policy: SEED_2020, today: '2026-11-19' }))
const rival = { claimId: 'theirs', mpnId: '9999999' }

describe('the course of a new claim', () => {
  it('S-63: begins with the submission: it waits in the queue, and more may be asked later', () => {
    expect(dueAt(aLife([]), 'pickup')).toBeUndefined()
    const life = aLife([submit])
    expect(statusOf(life)).toEqual(['submitted', 'queued'])
    expect(dueAt(life, 'pickup')).toBe(endOf(20))
    go(life, start)
    expect(whyNot(reviewer(), request, life.claim ?? {})).toEqual([])
  })

  it('S-64: tells the customer, as an event of its own, when the profile says so', () => {
    const early = aPolicy('seed-2020', { consent: { startEvent: 'submission' } })
    const life = aLife([submit], early)
    expect(life.history.at(-1)).toMatchObject({ kind: 'customer_notified', side: 'system' })
    expect(kindsOf(aLife([submit]))).not.toContain('customer_notified')
  })

  it('S-65: leaves the customer five business days in the other reading; then the association is official', () => {
    const life = aLife([submit, start, approve], DOCS_2023, FRIDAY + DAY)
    expect(dueAt(life, 'consent')).toBe(endOf(23))
    life.pass(10 * DAY)
    expect(statusOf(life)).toEqual(['approved', 'sent_for_incentive_assessment'])
  })

  it('S-66: gives the partner the customer’s usage data, as the approval says', () => {
    expectSaid(anApproval({ dataAccess: SEED_2020.dataAccess }), {
      en: 'access to this customer’s usage data',
      it: 'accesso ai dati di utilizzo di questo cliente',
      de: 'Zugriff auf die Nutzungsdaten dieses Kunden',
      fr: 'accès aux données d’utilisation de ce client',
      es: 'acceso a los datos de uso de este cliente',
      pt: 'acesso aos dados de uso desse cliente',
    })
  })

  it('S-67: gives it data for management services in the other reading, as the approval then says', () => {
    const { dataAccess } = aPolicy('seed-2020', { dataAccess: 'management' })
    expectSaid(anApproval({ dataAccess }), {
      en: 'provide management services',
      it: 'fornire servizi di gestione',
      de: 'Verwaltungsdienste erbringen',
      fr: 'fournir des services de gestion',
      es: 'prestar servicios de administración',
      pt: 'prestar serviços de gerenciamento',
    })
  })
})

describe('what a new claim states', () => {
  it('S-68: the MPN ID of the claiming partner, in digits', () => {
    expect(notesOf({ ...m365Claim, mpnId: null })).toEqual(['refuse field_missing mpnId'])
    for (const mpnId of ['44719o2', '12345678901'])
      expect(notesOf({ ...m365Claim, mpnId })).toEqual(['refuse field_malformed mpnId'])
  })

  it('S-69: a domain of the customer', () => {
    expect(ofCustomer({ domains: [] })).toEqual(['refuse domain_missing customer.domains'])
    expect(ofCustomer({ domains: ['north gate.example'] })).toContain(
      'refuse field_malformed customer.domains[0]',
    )
    expect(ofCustomer({ domains: ['northgate'] })).toContain('warn domain_bare customer.domains[0]')
  })

  it('S-70: the tenant, by its id', () => {
    expect(ofCustomer({ tenantId: null })).toEqual(['refuse field_missing customer.tenantId'])
    expect(ofCustomer({ tenantId: 'northgate' })).toEqual(['refuse field_malformed customer.tenantId'])
    expect(ofCustomer({ tenantId: TENANT.toUpperCase() })).toEqual([])
  })

  it('S-71: a solution area, by any of its names', () => {
    expect(notesOf({ ...m365Claim, solutionArea: null })).toEqual(['refuse field_missing solutionArea'])
    expect(accepted({ ...m365Claim, solutionArea: 'Modern Work and Security' }).form.solutionArea).toBe(
      'MICROSOFT_365',
    )
    expect(accepted({ ...dynamicsClaim, solutionArea: 'Business Apps' }).form.solutionArea).toBe(
      'BUSINESS_APPLICATIONS',
    )
  })

  it('S-72: an activity: pre-sales, usage or revenue association', () => {
    expect(notesOf({ ...m365Claim, activities: [] })).toEqual(['refuse field_missing activities'])
    expect(notesOf({ ...m365Claim, activities: ['Co-sell'] })).toEqual([
      'refuse activity_not_for_area activities',
    ])
    const read = (activity: string, claim: object = dynamicsClaim) =>
      accepted({ ...claim, activities: [activity] }).form.activities
    expect([read('Pre-sales'), read('Usage'), read('Revenue association', revenueClaim)]).toEqual([
      ['PRESALES'],
      ['USAGE'],
      ['REVENUE_ASSOCIATION'],
    ])
  })

  it('S-73: the customer’s contact with name, title and e-mail', () => {
    for (const part of ['name', 'title', 'email'])
      expect(without('customerContact', part)).toEqual([`refuse contact_missing customerContact.${part}`])
  })

  it('S-74: with Dynamics 365 a technical contact with name, title and e-mail', () => {
    for (const part of ['name', 'title', 'email'])
      expect(without('technicalContact', part)).toEqual([`refuse contact_missing technicalContact.${part}`])
    expect(notesOf({ ...dynamicsClaim, technicalContact: null })).toHaveLength(3)
    expect(notesOf({ ...m365Claim, technicalContact: null })).toEqual([])
    expect(notesOf({ ...dynamicsClaim, technicalContact: null }, laterRules)).toEqual([])
  })

  it('S-75: the partner’s own contact with name and e-mail', () => {
    for (const part of ['name', 'email'])
      expect(without('partnerContact', part)).toEqual([`refuse contact_missing partnerContact.${part}`])
    expect(without('partnerContact', 'title')).toEqual([])
  })

  it('S-76: a name of the claim, by which it is found', () => {
    expect(notesOf({ ...m365Claim, claimName: ' ' })).toEqual(['refuse field_missing claimName'])
    const store = aStore()
    store.write((writing) => {
      applyClaim(writing, aClaimRecord({ claimId: 'a', claimName: 'Harbour rollout' }))
      applyClaim(writing, aClaimRecord({ claimId: 'b', claimName: 'Mill rollout' }))
    })
    const found = store.read((reading) =>
      listClaims(reading, { text: 'harb' }, anAsker(), { offset: 0, limit: 10 }),
    )
    expect(found.rows.map(({ claimName }) => claimName)).toEqual(['Harbour rollout'])
  })

  it('S-77: at least one product or workload, each once', () => {
    expect(notesOf({ ...m365Claim, items: [] })).toEqual(['refuse item_missing items'])
    const twice = [{ productId: 'm365.teams' }, { productId: 'm365.teams' }]
    expect(notesOf({ ...m365Claim, items: twice })).toEqual(['refuse item_twice items[1]'])
  })

  it('S-78: its proof, for which a statement of work is enough that the customer signed', () => {
    const order = [
      ['Statement of work', 60, 80, 18],
      ['Customer: Ottermill Paper GmbH', 60, 130],
      ['Supplier: Larkfield Systems Ltd', 60, 146],
      [
        'Larkfield deploys Microsoft Teams for all employees, migrates the lists and trains the users.',
        60,
        210,
      ],
      ['For Ottermill Paper GmbH', 60, 560],
      ['Signature', 60, 637, 8],
      ['Date: 14 April 2026', 60, 662],
    ] as const
    const verdicts = (pen: readonly (readonly [number, number, number, number])[]) =>
      judge({
        caseId: null,
        form: aClaimForm(),
        policy: { id: 'seed-2020', version: 1 },
        documents: [documentOf([{ lines: order, pen }])],
      }).findings.map(({ criterion, verdict }) => `${criterion} ${verdict}`)
    expect(verdicts([[70, 600, 110, 26]])).toEqual([
      'usablePoe met',
      'customerAcknowledgment met',
      'dates met',
      'products met',
      'products met',
      'serviceDescription met',
    ])
    expect(verdicts([])).toContain('customerAcknowledgment not_met')
  })

  it('S-79: Microsoft’s form, recognised by its layout whatever the partner called it and whoever filled it', () => {
    const form = (...labels: readonly string[]) =>
      judge({
        caseId: null,
        form: aClaimForm(),
        policy: { id: 'seed-2020', version: 1 },
        documents: [documentOf([{ lines: labels.map((label, i) => [label, 60, 80 + i * 30] as const) }])],
      }).documents[0]?.kind
    expect(
      form(
        'Partner company name',
        'Customer company name',
        'Section 2 - Customer acknowledgment',
        'Engagement activities',
      ),
    ).toBe('POE_TEMPLATE')
    expect(
      form(
        'Partnerunternehmen',
        'Kundendomain',
        'Bestätigung des Kunden',
        'Durchgeführte Arbeiten',
        'Workloads',
      ),
    ).toBe('POE_TEMPLATE')
    expect(form('Statement of work', 'Partner company name', 'Customer company name')).toBeNull()
    expect(form('Our partner company and the customer company agree on work performed.')).toBeNull()
  })

  it('S-80: of a revenue association the Dynamics solution seller', () => {
    expect(ofRevenue({ dynamicsSolutionSellerName: null })).toEqual([
      'refuse revenue_missing revenue.dynamicsSolutionSellerName',
    ])
  })

  it('S-81: of a revenue association the customer, who is the claim’s', () => {
    expect(ofRevenue({ customerName: null })).toEqual(['refuse revenue_missing revenue.customerName'])
    expect(ofRevenue({ customerName: 'Southgate plc' })).toEqual([
      'refuse revenue_customer_differs revenue.customerName',
    ])
  })

  it('S-82: of a revenue association the ISV product or solution', () => {
    expect(ofRevenue({ isvProductName: null })).toEqual(['refuse revenue_missing revenue.isvProductName'])
  })
})

describe('a claim beside others of its customer', () => {
  const mine = aContender(aTeamsForm({ claimId: 'mine' }))
  const items = [{ id: 'i1', productId: 'm365.intune', name: 'Microsoft Intune', subscriptionId: null }]

  it('S-83: is no duplicate of the association from before that its partner makes anew', () => {
    const before = aContender(aTeamsForm({ claimId: 'before' }), { ...held, isMigrated: true })
    expect(conflicts(mine, before)).toEqual([])
    expect(conflicts(mine, { ...before, isMigrated: false })).toEqual(['refuse duplicate_claim items[0]'])
  })

  it('S-84: meets an association from before until that one’s subscription ends', () => {
    const form = aDynamicsForm(rival)
    const [item] = form.items
    if (item === undefined) throw new Error('The form has no item.')
    const standing = (endsOn: string) => {
      const subscriptions = [aFact({ endsOn })]
      const lookups = Lookups.parse({ subscriptions, partner: null, domains: [] })
      return standingOf(
        aContender(form, { ...held, isMigrated: true, lookups }),
        item,
        SEED_2020,
        '2026-11-19',
      )
    }
    expect([standing('2026-11-19'), standing('2026-11-18')]).toEqual(['holds', 'none'])
  })

  it('S-85: stands beside other partners’ claims for other workloads', () => {
    const theirs = aContender(aTeamsForm({ ...rival, items }), held)
    expect(sharedItems(mine, theirs, SEED_2020.exclusivity)).toEqual([])
    expect(conflicts(mine, theirs)).toEqual([])
  })

  it('S-86: contends for a workload of Microsoft 365, which has one partner', () => {
    expect(conflicts(mine, aContender(aTeamsForm(rival), held))).toEqual([
      'warn SUB_ALREADY_CLAIMED items[0]',
    ])
    const keys = mine.form.items.map((one) => exclusivityKeyOf(mine.form, one, SEED_2020.exclusivity))
    expect(keys).toEqual(['workload m365.teams'])
  })

  it('S-87: contends for a subscription of Business Applications, which has one partner', () => {
    for (const program of ['OSA_SELL', 'OSU_BIZAPPS'] as const) {
      const activities = [program === 'OSA_SELL' ? 'PRESALES' : 'USAGE']
      const dynamics = (parts: object) => aContender(aDynamicsForm({ program, activities, ...parts }), held)
      const ours = dynamics({ claimId: 'mine' })
      const subscriptionId = OTHER_SUBSCRIPTION
      const elsewhere = [{ id: 'i1', productId: 'ba.sales', name: 'Dynamics 365 Sales', subscriptionId }]
      expect(conflicts(ours, dynamics(rival))).toEqual(['warn SUB_ALREADY_CLAIMED items[0]'])
      expect(conflicts(ours, dynamics({ ...rival, items: elsewhere }))).toEqual([])
    }
  })
})

function aFact(change: { readonly endsOn: string }) {
  return {
    itemId: 'i1',
    subscriptionId: SUBSCRIPTION,
    codes: [],
    productName: 'Dynamics 365 Sales',
    status: 'active',
    provisioning: 'success',
    channel: 'WEB_DIRECT',
    siblings: 1,
    checkedAt: '2026-11-19T10:00:00.000Z',
    source: 'test',
    ...change,
  }
}

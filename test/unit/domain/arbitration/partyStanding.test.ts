import { describe, expect, it } from 'vitest'
import { ARBITRATION_BY_DEFAULT } from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { climb } from '../../../../src-main/domain/arbitration/ladder.ts'
import {
  type PersonsWord,
  partyStandingOf,
  type StandingSources,
} from '../../../../src-main/domain/arbitration/partyStanding.ts'
import { openDetails } from '../../../../src-main/domain/arbitration/standing.ts'
import { judge } from '../../../../src-main/poe/judge.ts'
import type { JudgedDocument } from '../../../../src-main/poe/criteria/text/passages.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { OperationId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { ActivityFit } from '../../../../src-preload/contract/vocabulary/ladderWords.ts'
import { CLAIM_CHECKS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { fromTo, known, on, TODAY } from '../../../builders/domain/arbitration/standings.ts'
import { aContender } from '../../../builders/intake.ts'
import { aClaimForm, OTHER_TENANT, TENANT } from '../../../builders/poe/claimForm.ts'
import { documentOf } from '../../../builders/poe/factsOf.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

type Line = readonly [string, number, number]

/** A work order of Larkfield, or of another partner, signed by the customer in March. */
function aPaper(more: readonly Line[] = [], partner = 'Larkfield Systems Ltd', date = '14 March 2026') {
  const lines: readonly Line[] = [
    [`Work order between Ottermill Paper GmbH and ${partner}`, 60, 80],
    [`${partner} deploys Microsoft Teams for both mills and trains 25 key users.`, 60, 210],
    ...more,
    ['For Ottermill Paper GmbH', 60, 560],
    ['Signature', 60, 637],
    [`Date: ${date}`, 60, 655],
  ]
  return documentOf([{ lines, pen: [[70, 595, 110, 26]] }])
}

const NOTHING_SAID: PersonsWord = { verdicts: [], details: [], evidence: [], read: {} }
const lookups = Lookups.parse({
  subscriptions: [],
  partner: null,
  domains: [
    { domain: 'ottermill.example', tenantId: TENANT, checkedAt: '2026-06-10T09:00:00Z', source: 'test' },
  ],
})

interface Wishes {
  readonly form?: ClaimForm
  readonly papers?: readonly JudgedDocument[]
  readonly said?: Partial<PersonsWord>
  readonly claim?: Partial<StandingSources['claim']>
  readonly isChecked?: boolean
}

function standing({
  form = aClaimForm(),
  papers = [aPaper()],
  said = {},
  claim = {},
  isChecked = true,
}: Wishes) {
  const [item] = form.items
  if (item === undefined) throw new Error('The claim has no item.')
  const policy = { id: 'seed-2020', version: 1 }
  return partyStandingOf({
    claim: { ...aContender(form, { lookups }), documents: papers, ...claim },
    item,
    report: isChecked ? judge({ caseId: null, form, policy, documents: papers }) : null,
    said: { ...NOTHING_SAID, ...said },
    policy: SEED_2020,
    today: TODAY,
  })
}
const verdictsOf = ({ criteria }: ReturnType<typeof standing>) =>
  Object.fromEntries(criteria.map(({ criterion, verdict }) => [criterion, verdict]))

describe('the standing of a claim for an item', () => {
  it('is read off its papers, each value with its place', () => {
    const party = standing({
      papers: [
        aPaper([
          [`Tenant ID: ${TENANT}`, 60, 260],
          ['Project period: 1 March 2026 to 31 December 2026', 60, 310],
        ]),
      ],
    })
    expect(Object.values(verdictsOf(party))).toEqual(['met', 'met', 'met', 'met', 'met'])
    expect(party).toMatchObject({
      claimId: '50000001',
      hasPoe: true,
      isMigrated: false,
      isIncumbent: false,
      acknowledged: { isKnown: true, value: { from: '2026-03-14', to: '2026-03-14' } },
      statement: { isKnown: true, value: null },
      mention: { item: true, activity: true, tenant_or_subscription: true },
      engagement: { isKnown: true, value: { start: { from: '2026-03-01' }, end: { to: '2026-12-31' } } },
      activityFit: { isKnown: true, value: 'fits' },
    })
    expect(party.acknowledged).toMatchObject({
      evidence: [{ on: 'paper', place: { text: '14 March 2026', page: 1 } }],
    })
  })

  it('has nothing of the partner but the id of its claim', () => {
    const text = JSON.stringify({ ...standing({}), criteria: [] }).replaceAll(/"evidence":\[[^\]]*\]/gu, '')
    const { mpnId, partnerDomains, partnerContact } = aClaimForm()
    for (const word of [mpnId, ...partnerDomains, partnerContact.name]) expect(text).not.toContain(word)
  })

  it('is open in everything while the papers are not checked', () => {
    const party = standing({ isChecked: false })
    expect(Object.values(verdictsOf(party))).toEqual([null, null, null, null, null])
    for (const value of [party.acknowledged, party.statement, party.engagement, party.activityFit])
      expect(value).toEqual({ isKnown: false, evidence: [] })
    expect(party.mention).toEqual({ item: null, activity: null, tenant_or_subscription: null })
  })

  it('without a proof on file has no day and names nothing, which is known', () => {
    const party = standing({
      papers: [],
      claim: { isMigrated: true, state: 'approved', subState: 'consent_closed' },
    })
    expect(party).toMatchObject({
      hasPoe: false,
      isMigrated: true,
      isIncumbent: true,
      acknowledged: { isKnown: true, value: null },
      mention: { item: false, activity: false, tenant_or_subscription: false },
    })
  })

  it('tells which of the claimed activities the papers tell of', () => {
    const fit = (...activities: readonly string[]) =>
      standing({ form: aClaimForm({ activities }) }).activityFit
    expect(fit('USAGE')).toMatchObject({ value: 'fits' })
    expect(fit('PRESALES')).toMatchObject({ value: 'other_kind' })
    expect(fit('PRESALES', 'USAGE')).toMatchObject({ value: 'partly' })
  })
})

describe('a person’s word on a claim', () => {
  it('goes before the machine’s, and their own evidence before its', () => {
    const evidenceId = OperationId.parse('0d3b2f53-58b7-4e0b-9d1e-0c7b0a1f2e3d')
    const party = standing({
      said: {
        verdicts: [{ criterion: 'products', item: 'i1', verdict: 'not_met' }],
        evidence: [{ evidenceId, criterion: 'products', item: 'i1' }],
      },
    })
    expect(verdictsOf(party)['products']).toBe('not_met')
    const products = party.criteria.find(({ criterion }) => criterion === 'products')
    expect(products?.evidence.slice(0, 2)).toEqual([
      { on: 'claim', place: 'verdict' },
      { on: 'own', evidenceId },
    ])
    // How the item is named is not known any more where the machine's reading of it was refused.
    expect(party.mention.item).toBeNull()
  })

  it('against a date takes the machine’s reading of it away, and in its favour leaves it', () => {
    const dates = (verdict: 'met' | 'not_met') =>
      standing({ said: { verdicts: [{ criterion: 'dates', item: null, verdict }] } }).acknowledged
    expect(dates('met')).toMatchObject({ isKnown: true, value: { from: '2026-03-14' } })
    expect(dates('not_met')).toMatchObject({ isKnown: false })
  })

  it('leaves both readings of a date that the machine left open', () => {
    const paper = aPaper([], 'Larkfield Systems Ltd', '09/06/2025')
    const readings = { value: { from: '2025-06-09', to: '2025-09-06' } }
    expect(standing({ papers: [paper] }).acknowledged).toMatchObject(readings)
    const said = { verdicts: [{ criterion: 'dates', item: null, verdict: 'met' }] } as const
    expect(standing({ papers: [paper], said }).acknowledged).toMatchObject(readings)
  })

  it('can say what the machine could not read', () => {
    const read = { acknowledged: on('2026-04-02'), engagement: fromTo('2026-01-01', null) }
    expect(standing({ isChecked: false, said: { read } })).toMatchObject(read)
  })

  it('for a description that the machine missed leaves open how it fits, but not what a person read', () => {
    const form = aClaimForm({ activities: ['PRESALES'] })
    const verdicts = [{ criterion: 'serviceDescription', item: null, verdict: 'met' }] as const
    expect(standing({ form, said: { verdicts } }).activityFit).toMatchObject({ isKnown: false })
    const read = { activityFit: known<ActivityFit>('fits') }
    expect(standing({ form, said: { verdicts, read } }).activityFit).toEqual(read.activityFit)
  })
})

describe('the details of an association', () => {
  it('are verified by form, papers and look-up', () => {
    expect(openDetails(standing({}))).toEqual([])
    const { domains: _, ...without } = lookups
    expect(openDetails(standing({ claim: { lookups: { ...without, domains: [] } } }))).toEqual([
      'domain_tenant',
    ])
    expect(openDetails(standing({ isChecked: false }))).toEqual(
      CLAIM_CHECKS.filter((check) => check !== 'exclusivity' && check !== 'domain_tenant'),
    )
  })

  it('are open while a look-up or a paper speaks against them, until a person has spoken', () => {
    const form = aClaimForm({
      customerContact: { name: 'K. Vogt', title: 'IT', email: 'k.vogt@freemail.example' },
    })
    expect(openDetails(standing({ form }))).toEqual(['contacts'])
    const details = [{ check: 'contacts', verdict: 'met' }] as const
    expect(openDetails(standing({ form, said: { details } }))).toEqual([])
    const foreign = {
      ...lookups,
      domains: lookups.domains.map((one) => ({ ...one, tenantId: OTHER_TENANT as never })),
    }
    expect(openDetails(standing({ claim: { lookups: foreign } }))).toEqual(['domain_tenant'])
  })

  it('of a subscription are the look-up’s word', () => {
    const subscriptionId = '6c5a0f92-e7d1-4b38-a4f6-18e93b7c20d5'
    const form = aClaimForm({
      program: 'OSU_BIZAPPS',
      solutionArea: 'BUSINESS_APPLICATIONS',
      technicalContact: { name: 'A. Roth', title: 'Architect', email: 'a.roth@ottermill.example' },
      items: [{ id: 'i1', productId: 'ba.sales', name: 'Dynamics 365 Sales', subscriptionId }],
    })
    const booked = (codes: readonly string[]) =>
      Lookups.parse({
        ...lookups,
        subscriptions: [
          {
            itemId: 'i1',
            subscriptionId,
            codes,
            productName: 'Dynamics 365 Sales',
            status: 'active',
            provisioning: 'success',
            channel: 'WEB_DIRECT',
            endsOn: null,
            siblings: 1,
            checkedAt: '2026-06-10T09:00:00Z',
            source: 'test',
          },
        ],
      })
    const open = (codes: readonly string[]) =>
      openDetails(standing({ form, claim: { lookups: booked(codes) } }))
    expect(openDetails(standing({ form }))).toEqual(['subscription'])
    expect(open([])).toEqual([])
    // That somebody else has it is what the arbitration is about.
    expect(open(['SUB_ALREADY_CLAIMED'])).toEqual([])
    expect(open(['SUB_NOT_ACTIVE'])).toEqual(['subscription'])
  })
})

it('two papers of two partners go all the way from their pages to a suggestion with its reasons', () => {
  const rival = aClaimForm({
    claimId: '50000002',
    mpnId: '7654321',
    partnerCompanyName: 'Brightwater Consulting Ltd',
    partnerDomains: ['brightwater.example'],
    partnerContact: { name: 'Ida Lund', email: 'ida.lund@brightwater.example' },
  })
  const holder = standing({ claim: { state: 'approved', subState: 'consent_closed' } })
  const asker = standing({ form: rival, papers: [aPaper([], 'Brightwater Consulting Ltd', '2 June 2026')] })
  const ladder = climb([holder, asker], { policy: ARBITRATION_BY_DEFAULT, today: TODAY })
  if (ladder.outcome === 'refused') throw new Error(ladder.reason)
  expect(ladder.suggestion).toEqual({ kind: 'clear', rung: 'recency', claimId: '50000002', unsettled: [] })
  expect(ladder.rungs[2]?.parties.map(({ value, evidence }) => [value, evidence.length])).toEqual([
    [{ word: 'acknowledged', days: { from: '2026-03-14', to: '2026-03-14' } }, 1],
    [{ word: 'acknowledged', days: { from: '2026-06-02', to: '2026-06-02' } }, 1],
  ])
})

import { describe, expect, it } from 'vitest'
import { MATRIX, programOf } from '../../../../src-main/domain/intake/matrix.ts'
import {
  checkSubscription,
  type FoundSubscription,
} from '../../../../src-main/domain/intake/subscriptionChecks.ts'
import { submitNotes } from '../../../../src-main/domain/intake/submitRules.ts'
import { DocumentMeta, SubmitRequest } from '../../../../src-main/hub/api/intake.ts'
import type { PoeKind } from '../../../../src-preload/contract/vocabulary/intakeWords.ts'
import { customer, partner, system } from '../../../builders/domain/situation.ts'
import {
  aDynamicsForm,
  aTeamsForm,
  dynamicsClaim,
  laterRules,
  m365Claim,
  notesOf,
  OTHER_SUBSCRIPTION,
  revenueClaim,
  seedRules,
  shortNotes,
  SUBSCRIPTION,
  TENANT,
} from '../../../builders/intake.ts'
import { aPolicy, SEED_2020 } from '../../../builders/policy.ts'
import {
  accepted,
  aLife,
  approve,
  asked,
  DAY,
  draft,
  dueAt,
  endOf,
  FRIDAY,
  go,
  kindsOf,
  queued,
  say,
  start,
  statusOf,
  submit,
  whyNot,
} from './given.ts'

const edit = {
  act: 'edit',
  changes: [{ field: 'mpnId', before: '1', after: '2' }],
  isFormComplete: true,
} as const

describe('the steps of making a claim', () => {
  it('S-90: solution area and activity choose the programme; a pair that is not in the matrix is refused', () => {
    expect(MATRIX.map(({ area, activity }) => programOf(area, [activity], SEED_2020))).toEqual([
      'OSA_SELL',
      'OSU_BIZAPPS',
      'REVENUE_ASSOCIATION',
      'OSU_M365',
    ])
    expect(notesOf({ ...m365Claim, activities: ['Pre-sales'] })).toEqual([
      'refuse activity_not_for_area activities',
    ])
  })

  it('S-91: pre-sales and usage may be chosen together, a revenue association alone', () => {
    const choose = (claim: object, ...activities: string[]) => notesOf({ ...claim, activities })
    expect(choose(dynamicsClaim, 'Usage', 'Pre-sales')).toEqual([])
    expect(choose(revenueClaim, 'Revenue association', 'Usage')).toEqual([
      'refuse activities_not_together activities',
    ])
    expect(notesOf({ ...dynamicsClaim, activities: ['Usage', 'Pre-sales'] }, laterRules)).toEqual([
      'refuse activities_not_together activities',
    ])
  })

  it('S-92: a revenue association is asked for more than others, who may not say it', () => {
    expect(notesOf({ ...revenueClaim, revenue: null })).toHaveLength(3)
    expect(notesOf({ ...dynamicsClaim, revenue: revenueClaim.revenue })).toEqual([
      'refuse revenue_not_wanted revenue',
    ])
  })

  it('S-93: creating the claim begins its editing', () => {
    const life = aLife([])
    expect(statusOf(life)).toEqual(['editing', null])
    expect(life.history).toMatchObject([{ kind: 'created', side: 'partner', toState: 'editing' }])
    expect(whyNot(partner, edit, draft)).toEqual([])
  })

  it('S-94: products are items of their own, each of the solution area', () => {
    const items = [{ productId: 'm365.teams' }, { productId: 'm365.intune' }]
    expect(accepted({ ...m365Claim, items }).form.items).toMatchObject([
      { id: 'i1', name: 'Microsoft Teams' },
      { id: 'i2', name: 'Microsoft Intune' },
    ])
    expect(notesOf({ ...m365Claim, items: [{ productId: 'ba.sales' }] })).toEqual([
      'refuse item_not_for_area items[0].productId',
    ])
  })

  it('S-95: contacts are asked for whole: each missing field is named', () => {
    expect(notesOf({ ...m365Claim, customerContact: null, partnerContact: { name: 'Owen' } })).toEqual([
      'refuse contact_missing customerContact.name',
      'refuse contact_missing customerContact.title',
      'refuse contact_missing customerContact.email',
      'refuse contact_missing partnerContact.email',
    ])
  })

  it('S-96: a product with several subscriptions needs the id of the one that is meant', () => {
    const item = { id: 'i1', productId: 'ba.sales', name: 'Sales', subscriptionId: null }
    const found = (subscriptionId: string): FoundSubscription => ({
      subscriptionId,
      tenantId: TENANT,
      productId: 'ba.sales',
      productName: 'Dynamics 365 Sales',
      status: 'active',
      provisioning: 'success',
      channel: 'WEB_DIRECT',
      endsOn: null,
      heldBy: null,
    })
    const checked = (...ids: string[]) =>
      checkSubscription(item, aDynamicsForm(), { ofProduct: ids.map(found), named: null })
    expect(checked(SUBSCRIPTION, OTHER_SUBSCRIPTION).codes).toEqual(['SUB_REQUIRED'])
    expect(checked(SUBSCRIPTION)).toMatchObject({ codes: [], subscriptionId: SUBSCRIPTION })
    const bare = { ...dynamicsClaim, items: [{ productId: 'ba.sales' }] }
    expect(notesOf(bare, seedRules)).toEqual([])
    expect(notesOf(bare, laterRules)).toEqual(['refuse SUB_REQUIRED items[0].subscriptionId'])
  })

  it('S-97: proof is as many papers as one likes, of mixed kinds', () => {
    const strict = aPolicy('seed-2020', { poe: { templateRequiredFor: ['OSU_M365'] } })
    const proved = (...kinds: (PoeKind | null)[]) => {
      const documents = kinds.map((kind) => ({ kind }))
      return shortNotes(submitNotes({ form: aTeamsForm(), documents, isMigrated: false }, strict, FRIDAY))
    }
    expect(proved('SOW', null, 'POE_TEMPLATE', 'CUSTOMER_EMAIL')).toEqual([])
    expect(proved('SOW', null)).toEqual(['warn poe_template_missing documents'])
    const read = (kind?: string) =>
      DocumentMeta.parse({ fileName: 'a.pdf', mediaType: 'application/pdf', kind }).kind
    for (const kind of ['SOW', 'POE_TEMPLATE', 'CONTRACT', 'CUSTOMER_EMAIL', 'DELIVERABLE', 'OTHER'])
      expect(read(kind)).toBe(kind)
    expect(read()).toBeNull()
  })

  it('S-98: comments are optional, and may be there before the submission', () => {
    expect(accepted(m365Claim).comment).toBeNull()
    expect(accepted({ ...m365Claim, comment: 'See page 2.' }).comment).toBe('See page 2.')
    expect(SubmitRequest.parse({ claimRevision: 1 }).comment).toBeNull()
    expect(kindsOf(aLife([say('Soon complete.'), submit]))).toEqual(['created', 'commented', 'submitted'])
  })

  it('S-99: a customer that is told at the submission need not answer: silence is consent', () => {
    const early = aPolicy('seed-2020', { consent: { startEvent: 'submission' } })
    const life = aLife([submit, start], early, FRIDAY + DAY)
    life.pass(2 * DAY)
    expect(go(life, approve).entries.map(({ kind }) => kind)).toEqual(['approved'])
    expect(dueAt(life, 'consent')).toBe(endOf(21))
    expect(whyNot(customer, { act: 'accept' }, life.claim ?? {}, early)).toEqual([])
    life.pass(6 * DAY)
    expect(statusOf(life)).toEqual(['approved', 'sent_for_incentive_assessment'])
    expect(whyNot(system, { act: 'hand_off' }, life.claim ?? {}, early)).toEqual(['not_in_this_state'])
  })

  it('S-100: a profile may let nobody edit after the submission', () => {
    const closed = aPolicy('seed-2020', { edit: { states: [], fields: [] } })
    for (const status of [queued, asked]) {
      expect(whyNot(partner, edit, status, closed)).toContain('not_in_this_state')
      expect(whyNot(partner, edit, status)).toEqual([])
    }
    expect(whyNot(partner, edit, draft, closed)).toEqual([])
  })
})

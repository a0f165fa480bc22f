import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rejectionReasonsOf } from '../../../../src-main/domain/policy/rejectionReasons.ts'
import { NEED_INFO_REASONS, REJECT_DETAILS } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { DOCS_2023, refusedAt, SEED_2020 } from '../../../builders/policy.ts'

/** What the default profile says, then the later one. */
const both = <Value>(said: (profile: PolicyProfile) => Value): [Value, Value] => [
  said(SEED_2020),
  said(DOCS_2023),
]
const PROGRAMS = ['OSA_SELL', 'OSU_M365', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION']

describe('what the policy profiles settle', () => {
  it('C-1: the customer has seven calendar days, later five business days and may decline after them', () => {
    expect(both(({ consent: { length, unit, mayDeclineLater } }) => [length, unit, mayDeclineLater])).toEqual(
      [
        [7, 'calendar_days', false],
        [5, 'business_days', true],
      ],
    )
    expect(refusedAt('consent.length', -7)).toEqual(['consent.length'])
    expect(refusedAt('consent.length', 2.5)).toEqual(['consent.length'])
    expect(refusedAt('consent.unit', 'weeks')).toEqual(['consent.unit'])
  })

  it('C-2: the customer is told after the approval, and a denial that comes before it counts', () => {
    expect(both(({ consent }) => [consent.startEvent, consent.mayDeclineEarlier])).toEqual([
      ['approval', true],
      ['approval', true],
    ])
    expect(refusedAt('consent.startEvent', 'submission')).toEqual([])
    expect(refusedAt('consent.startEvent', 'payment')).toEqual(['consent.startEvent'])
  })

  it('C-3: silence is consent', () => {
    expect(both(({ consent }) => consent.model)).toEqual(['opt_out', 'opt_out'])
    expect(refusedAt('consent.model', 'ask')).toEqual(['consent.model'])
  })

  it('C-4: a claim is edited while submitted or waiting for the partner, later while waiting alone', () => {
    expect(both(({ edit }) => edit.states)).toEqual([
      ['submitted', 'partner_action_required'],
      ['partner_action_required'],
    ])
    expect(both(({ edit }) => edit.fields.includes('technicalContact'))).toEqual([true, false])
    expect(refusedAt('edit.states', ['approved'])).toEqual(['edit.states[0]'])
    expect(refusedAt('edit.states', ['submitted', 'submitted'])).toEqual(['edit.states'])
    expect(refusedAt('edit.fields', ['customer'])).toEqual(['edit.fields[0]'])
  })

  it('C-4: no edits at all can be said too, but not half of it (S-100)', () => {
    expect(refusedAt('edit', { states: [], fields: [] })).toEqual([])
    expect(refusedAt('edit.states', [])).toEqual(['edit.states'])
    expect(refusedAt('edit.fields', [])).toEqual(['edit.fields'])
  })

  it('C-5: the days without a unit are whole business days', () => {
    expect(both(({ clocks }) => clocks.decisionTargetBusinessDays)).toEqual([10, 19])
    expect(refusedAt('clocks.decisionTargetDays', 10)).toEqual(['clocks.decisionTargetDays'])
    expect(refusedAt('clocks.decisionTargetBusinessDays', '10 days')).toEqual([
      'clocks.decisionTargetBusinessDays',
    ])
  })

  it('C-6: pickup and review are two clocks, and the target is both together', () => {
    expect(both(({ clocks }) => [clocks.pickupBusinessDays, clocks.reviewBusinessDays])).toEqual([
      [5, 5],
      [5, 14],
    ])
    for (const { clocks } of [SEED_2020, DOCS_2023])
      expect(clocks.decisionTargetBusinessDays).toBe(clocks.pickupBusinessDays + clocks.reviewBusinessDays)
    expect(refusedAt('clocks.pickupBusinessDays', 0)).toEqual(['clocks.pickupBusinessDays'])
    expect(refusedAt('clocks.reviewBusinessDays', undefined)).toEqual(['clocks.reviewBusinessDays'])
  })

  it('C-7: CPOR is spelled Claiming Partner of Record', () => {
    expect(both(({ displayName }) => displayName)).toEqual(Array(2).fill('Claiming Partner of Record'))
    expect(refusedAt('displayName', '')).toEqual(['displayName'])
  })

  it('C-8: four roles may have made a claim, later the two of incentives', () => {
    expect(both(({ submitterRoles }) => submitterRoles)).toEqual([
      ['billing_admin', 'global_admin', 'incentives_admin', 'incentives_user'],
      ['incentives_admin', 'incentives_user'],
    ])
    expect(refusedAt('submitterRoles', ['customer'])).toEqual(['submitterRoles[0]'])
  })

  it('C-9: each reason for asking has its reason for rejecting, and both lists are kept', () => {
    for (const { rejection } of [SEED_2020, DOCS_2023])
      expect(rejectionReasonsOf(rejection, NEED_INFO_REASONS)).toEqual({
        primary: 'REJ_INSUFFICIENT_POE',
        details: ['REJ_POE_UNAVAILABLE', 'REJ_MISSING_CONSENT_ON_POE', 'REJ_MISSING_PRODUCTS'],
      })
    expect(REJECT_DETAILS).toEqual(
      expect.arrayContaining(['REJ_POE_UNAVAILABLE', 'REJ_MISSING_CONSENT_ON_POE', 'REJ_MISSING_PRODUCTS']),
    )
    const path = 'rejection.reasonsFor.POE_MISSING_ALL'
    expect(refusedAt(path, undefined)).toEqual([path])
    expect(refusedAt(path, 'REJ_CUSTOMER_DECLINE')).toEqual([path])
  })

  it('C-10: the form asks for a domain, later no more', () => {
    expect(both(({ form }) => form.domainRequired)).toEqual([true, false])
    expect(refusedAt('form.domainRequired', 'yes')).toEqual(['form.domainRequired'])
  })

  it('C-11: pre-sales and usage may stand in one claim, later no more', () => {
    expect(both(({ form }) => form.mayCombineActivities)).toEqual([true, false])
    expect(refusedAt('form.mayCombineActivities', null)).toEqual(['form.mayCombineActivities'])
  })

  it('C-12: what another partner holds goes to arbitration, what the same partner holds is a duplicate', () => {
    for (const { conflict } of [SEED_2020, DOCS_2023])
      expect(conflict).toEqual({ alreadyClaimedByOther: 'arbitration', alreadyClaimedBySame: 'duplicate' })
    expect(refusedAt('conflict.alreadyClaimedByOther', 'approve')).toEqual(['conflict.alreadyClaimedByOther'])
    expect(refusedAt('conflict.alreadyClaimedBySame', 'arbitration')).toEqual([
      'conflict.alreadyClaimedBySame',
    ])
  })

  it('C-13: a subscription is named where there are several, later always', () => {
    expect(both(({ subscription }) => subscription.required)).toEqual(['when_several', 'always'])
    expect(refusedAt('subscription.required', 'never')).toEqual(['subscription.required'])
  })

  it('C-14: one partner a workload in Microsoft 365, a subscription in Business Applications', () => {
    for (const { exclusivity } of [SEED_2020, DOCS_2023])
      expect(exclusivity).toMatchObject({
        OSU_M365: 'workload',
        OSA_SELL: 'subscription',
        OSU_BIZAPPS: 'subscription',
      })
    expect(refusedAt('exclusivity.OSU_BIZAPPS', 'workload')).toEqual([])
    expect(refusedAt('exclusivity.OSU_M365', 'subscription')).toEqual(['exclusivity.OSU_M365'])
    expect(refusedAt('exclusivity.SURFACE', 'none')).toEqual(['exclusivity.SURFACE'])
    expect(refusedAt('exclusivity.UNKNOWN', 'none')).toEqual(['exclusivity.UNKNOWN'])
    expect(refusedAt('exclusivity.OSA_SELL', undefined)).toEqual(['exclusivity.OSA_SELL'])
  })

  it('C-15: revenue association is exclusive too, and a profile may say that it is not', () => {
    expect(both(({ exclusivity }) => exclusivity.REVENUE_ASSOCIATION)).toEqual([
      'subscription',
      'subscription',
    ])
    expect(refusedAt('exclusivity.REVENUE_ASSOCIATION', 'none')).toEqual([])
    expect(refusedAt('exclusivity.REVENUE_ASSOCIATION', 'tenant')).toEqual([
      'exclusivity.REVENUE_ASSOCIATION',
    ])
  })

  it('C-16: every programme needs proof, revenue association as well', () => {
    expect(both(({ poe }) => poe.requiredFor)).toEqual([PROGRAMS, PROGRAMS])
    expect(refusedAt('poe.requiredFor', ['OSA_SELL', 'HOSTING'])).toEqual(['poe.requiredFor[1]'])
    expect(
      refusedAt('poe', { ...SEED_2020.poe, requiredFor: ['OSA_SELL'], templateRequiredFor: ['OSU_M365'] }),
    ).toEqual(['poe.templateRequiredFor'])
  })

  it('C-17: the partner sees usage, later usage and sold seats', () => {
    expect(both(({ dataAccess }) => dataAccess)).toEqual(['usage', 'usage_and_seats'])
    expect(refusedAt('dataAccess', 'management')).toEqual([])
    expect(refusedAt('dataAccess', 'everything')).toEqual(['dataAccess'])
  })

  it('C-18: a claim is disputed once, and a rejection after that is final', () => {
    expect(both(({ dispute: { max, finalAfterMax } }) => [max, finalAfterMax])).toEqual([
      [1, true],
      [1, true],
    ])
    expect(refusedAt('dispute.max', null)).toEqual([])
    expect(refusedAt('dispute.max', 0)).toEqual(['dispute.max'])
  })

  it('C-19: the thirty days for a dispute are calendar days', () => {
    for (const { clocks } of [SEED_2020, DOCS_2023])
      expect(clocks.disputeWindow).toEqual({ length: 30, unit: 'calendar_days' })
    expect(refusedAt('clocks.disputeWindow.unit', 'business_days')).toEqual([])
    expect(refusedAt('clocks.disputeWindow.length', 401)).toEqual(['clocks.disputeWindow.length'])
  })

  it('C-20: an approved claim holds its items from the approval on', () => {
    expect(both(({ associationHeldFrom }) => associationHeldFrom)).toEqual(['approval', 'approval'])
    expect(refusedAt('associationHeldFrom', 'consent_closed')).toEqual([])
    expect(refusedAt('associationHeldFrom', 'submission')).toEqual(['associationHeldFrom'])
  })

  it('C-21: a contested claim has a clock for its first review and another for the arbitration', () => {
    expect(
      both(({ clocks }) => [clocks.arbitrationFirstReviewBusinessDays, clocks.arbitrationBusinessDays]),
    ).toEqual([
      [5, 10],
      [5, 10],
    ])
    expect(refusedAt('clocks.arbitrationFirstReviewBusinessDays', undefined)).toEqual([
      'clocks.arbitrationFirstReviewBusinessDays',
    ])
  })

  it('C-22: Power BI is in the catalogue and flagged, later no more', () => {
    expect(both(({ catalogueFlags }) => catalogueFlags)).toEqual([
      { 'pp.powerbi': 'check_program_guide' },
      {},
    ])
    expect(readFileSync('resources/catalogue/products.json', 'utf8')).toContain('"id": "pp.powerbi"')
    expect(refusedAt('catalogueFlags', { 'pp.powerbi': 'refuse' })).toEqual(['catalogueFlags["pp.powerbi"]'])
  })
})

describe('what changed besides', () => {
  it('asks the partner within five business days, later within fourteen (S-18)', () => {
    expect(both(({ clocks }) => clocks.partnerResponseBusinessDays)).toEqual([5, 14])
  })

  it('gives papers twelve months, and disputes five business days (S-33, S-40)', () => {
    expect(both(({ poe, clocks }) => [poe.maxAgeMonths, clocks.disputeReviewBusinessDays])).toEqual([
      [12, 5],
      [12, 5],
    ])
  })

  it('lets a partner end an association in the later profile alone (T16)', () => {
    expect(both(({ disassociate }) => disassociate.isAllowed)).toEqual([false, true])
  })

  it('calls three statuses by other names in the later profile', () => {
    expect(both(({ statusNames }) => statusNames)).toEqual([
      {},
      { editing: 'Draft', disputed: 'Dispute', rejected_final: 'Rejected final' },
    ])
    expect(refusedAt('statusNames', { approved: 'Done' })).toEqual(['statusNames.approved'])
  })
})

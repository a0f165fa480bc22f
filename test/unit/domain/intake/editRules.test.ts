import { describe, expect, it } from 'vitest'
import {
  changesOf,
  editableFields,
  editBlocks,
  touchedBy,
} from '../../../../src-main/domain/intake/editRules.ts'
import { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { CLAIM_STATES } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aDynamicsForm, aTeamsForm, SUBSCRIPTION } from '../../../builders/intake.ts'
import { aPolicy } from '../../../builders/policy.ts'

const seed = aPolicy('seed-2020')
const later = aPolicy('docs-2023')
const reasons = (...given: Parameters<typeof editBlocks>) =>
  editBlocks(...given).map(({ reason, item }) => [reason, item])

describe('what a partner may change', () => {
  it('S-54, C-4: in 2020 while submitted or while the partner is asked, in 2023 only while asked', () => {
    const states = (policy: typeof seed) =>
      CLAIM_STATES.filter((state) => editableFields(state, policy).length > 0)
    expect(states(seed)).toEqual(['editing', 'submitted', 'partner_action_required'])
    expect(states(later)).toEqual(['editing', 'partner_action_required'])
  })

  it.each([
    ['S-55', 'mpnId'],
    ['S-56', 'items'],
    ['S-57', 'customerContact'],
    ['S-57', 'partnerContact'],
  ] as const)('%s: %s may be changed in both profiles', (_, field) => {
    for (const policy of [seed, later])
      expect(editBlocks('partner_action_required', { [field]: 'x' }, policy)).toEqual([])
  })

  it('S-57: the technical contact may be changed where one is asked for', () => {
    const change = { technicalContact: null }
    expect(editBlocks('partner_action_required', change, seed)).toEqual([])
    expect(reasons('partner_action_required', change, later)).toEqual([
      ['field_not_editable', 'technicalContact'],
    ])
  })

  it('C-4: tenant, area, activity and name want a new claim', () => {
    const changes = { customer: {}, solutionArea: 'x', activities: [], claimName: 'x', mpnId: '1' }
    expect(reasons('submitted', changes, seed)).toEqual([
      ['field_not_editable', 'customer'],
      ['field_not_editable', 'solutionArea'],
      ['field_not_editable', 'activities'],
      ['field_not_editable', 'claimName'],
    ])
  })

  it('S-54: nothing may be changed in any other status', () => {
    for (const state of ['under_review', 'approved', 'rejected', 'unknown'] as const)
      expect(reasons(state, { mpnId: '1' }, seed)).toEqual([['not_in_this_state', null]])
  })

  it('S-53: items may be taken off, but not all of them', () => {
    expect(editBlocks('partner_action_required', { items: [{}] }, seed)).toEqual([])
    expect(reasons('partner_action_required', { items: [] }, seed)).toEqual([['items_missing', null]])
  })
})

describe('what an edit changed', () => {
  const before = aDynamicsForm()

  it('is nothing where every field is the same', () => {
    expect(changesOf(before, aDynamicsForm())).toEqual([])
  })

  it('S-55: is told field by field, as a person reads it', () => {
    const after = aDynamicsForm({
      mpnId: '5555555',
      customerContact: { name: 'Ann Hall', title: null, email: 'ann@northgate.example' },
      technicalContact: null,
    })
    expect(changesOf(before, after)).toEqual([
      { field: 'mpnId', before: '4471902', after: '5555555' },
      {
        field: 'customerContact',
        before: 'Fiona Garside, Head of IT, fiona@northgate.example',
        after: 'Ann Hall, ann@northgate.example',
      },
      {
        field: 'technicalContact',
        before: 'Ravi Menon, Architect, ravi@northgate.example',
        after: null,
      },
    ])
  })

  it('S-53, S-56: items are told with their subscriptions', () => {
    const two = aDynamicsForm({
      items: [
        { id: 'i1', productId: 'ba.sales', name: 'Sales', subscriptionId: SUBSCRIPTION },
        { id: 'i2', productId: 'ba.bc', name: 'Business Central', subscriptionId: null },
      ],
    })
    const one = aDynamicsForm({ items: two.items.slice(0, 1) })
    expect(changesOf(two, one)).toEqual([
      {
        field: 'items',
        before: `Sales (${SUBSCRIPTION}); Business Central`,
        after: `Sales (${SUBSCRIPTION})`,
      },
    ])
  })

  it('S-56: another product under the same name is a change', () => {
    const items = [{ id: 'i1', productId: 'm365.teams.phone', name: 'Microsoft Teams', subscriptionId: null }]
    expect(changesOf(aTeamsForm(), aTeamsForm({ items }))).toHaveLength(1)
  })

  it('fits in a history entry, however long the texts are', () => {
    const items = Array.from({ length: 100 }, (_, i) => ({
      id: `i${i}`,
      productId: `m365.x${i}`,
      name: 'x'.repeat(200),
      subscriptionId: null,
    }))
    expect(changesOf(aTeamsForm(), aTeamsForm({ items }))[0]?.after).toHaveLength(2000)
  })
})

describe('what an edit touches', () => {
  it('S-55: a new PartnerID is held against conflicts and subscriptions, not against the papers', () => {
    expect(touchedBy('mpnId')).toEqual({ criteria: [], checks: ['subscription', 'exclusivity'] })
  })

  it('S-56: new products are held against the papers and against subscriptions and conflicts', () => {
    const { criteria, checks } = touchedBy('items')
    expect(criteria).toContain('products')
    expect(checks).toEqual(expect.arrayContaining(['subscription', 'exclusivity']))
  })

  it('S-57: a new contact changes whose signature counts, and the check of contacts', () => {
    for (const field of ['customerContact', 'partnerContact']) {
      expect(touchedBy(field).criteria).toContain('customerAcknowledgment')
      expect(touchedBy(field).checks).toContain('contacts')
    }
  })

  it('knows every field of the form, and nothing of others', () => {
    const silent = Object.keys(ClaimForm.shape).filter((field) => {
      const { criteria, checks } = touchedBy(field)
      return criteria.length + checks.length === 0
    })
    expect(silent).toEqual(['claimId', 'claimName', 'laterFlow'])
    expect(touchedBy('toString')).toEqual({ criteria: [], checks: [] })
  })
})

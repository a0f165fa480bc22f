import { describe, expect, it } from 'vitest'
import { diffProfiles } from '../../../../src-main/domain/policy/diffProfiles.ts'
import { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { DOCS_2023, SEED_2020, seedWith } from '../../../builders/policy.ts'

const seed = (path: string, value: unknown) => PolicyProfile.parse(seedWith(path, value))

describe('the differences of two profiles', () => {
  it('are none between a profile and itself, or another version that says the same', () => {
    expect(diffProfiles(SEED_2020, SEED_2020)).toEqual([])
    expect(diffProfiles(SEED_2020, seed('version', 2))).toEqual([])
  })

  it('name the field, what it said and what it says', () => {
    expect(diffProfiles(SEED_2020, seed('clocks.disputeWindow.unit', 'business_days'))).toEqual([
      { path: 'clocks.disputeWindow.unit', before: 'calendar_days', after: 'business_days' },
    ])
    expect(diffProfiles(seed('dispute.max', null), SEED_2020)).toEqual([
      { path: 'dispute.max', before: null, after: 1 },
    ])
  })

  it('tell what one of them does not state at all', () => {
    const flagged = seed('catalogueFlags', { 'pp.pages': 'check_program_guide' })
    expect(diffProfiles(SEED_2020, flagged)).toEqual([
      { path: 'catalogueFlags["pp.powerbi"]', before: 'check_program_guide', after: null },
      { path: 'catalogueFlags["pp.pages"]', before: null, after: 'check_program_guide' },
    ])
  })

  it('do not care for the order in a list, only for what it holds', () => {
    const turned = seed('edit.states', ['partner_action_required', 'submitted'])
    expect(diffProfiles(SEED_2020, turned)).toEqual([])
    const fewer = seed('edit.states', ['partner_action_required'])
    expect(diffProfiles(turned, fewer).map(({ path }) => path)).toEqual(['edit.states'])
    expect(diffProfiles(fewer, turned).map(({ path }) => path)).toEqual(['edit.states'])
  })
})

describe('the shipped profiles', () => {
  it('differ in what changed between 2020 and 2023, and in nothing else', () => {
    const expected = {
      title: 'the name',
      basis: 'the sources',
      submitterRoles: 'C-8',
      dataAccess: 'C-17: usage and sold seats, nothing more',
      'catalogueFlags["pp.powerbi"]': 'C-22: Power BI is settled',
      'statusNames.editing': 'Draft',
      'statusNames.disputed': 'Dispute',
      'statusNames.rejected_final': 'Rejected final',
      'clocks.reviewBusinessDays': 'up to fourteen business days',
      'clocks.decisionTargetBusinessDays': 'five for the pickup and fourteen',
      'clocks.partnerResponseBusinessDays': 'fourteen business days',
      'consent.length': 'C-1',
      'consent.unit': 'C-1',
      'consent.mayDeclineLater': 'C-1: the customer may decline at any time',
      'edit.states': 'C-4: in partner action required alone',
      'edit.fields': 'a technical contact is not asked for',
      'resubmission.returnsTo': 'T5: the sister process of 2023',
      'disassociate.isAllowed': 'T16 came later',
      'form.domainRequired': 'C-10: the form of 2023 has no domain',
      'form.technicalContact': 'absent from the list of 2023',
      'form.acknowledgementRequired': 'part of the later form',
      'form.mayCombineActivities': 'C-11: one role a claim',
      'subscription.required': 'C-13: always',
    }
    const paths = diffProfiles(SEED_2020, DOCS_2023).map(({ path }) => path)
    expect(paths.sort()).toEqual(Object.keys(expected).sort())
  })
})

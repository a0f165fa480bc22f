import { describe, expect, it } from 'vitest'
import { type SubmittedClaim, submitNotes } from '../../../../src-main/domain/intake/submitRules.ts'
import { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { aDynamicsForm, aTeamsForm, revenueClaim, shortNotes } from '../../../builders/intake.ts'
import { aPolicy } from '../../../builders/policy.ts'

const NOW = Date.parse('2026-11-19T11:00:00Z')
const seed = aPolicy('seed-2020')
const later = aPolicy('docs-2023')
const sow = { kind: 'SOW' } as const

function notes(claim: Partial<SubmittedClaim>, policy: PolicyProfile = seed): string[] {
  const whole = { form: aTeamsForm(), documents: [sow], isMigrated: false, ...claim }
  return shortNotes(submitNotes(whole, policy, NOW))
}
const acknowledged = { optOutOfIncentivePayment: false, acknowledged: true }

describe('what a claim needs to be submitted', () => {
  it('S-98: a proof is enough; comments are not asked for', () => {
    expect(notes({})).toEqual([])
  })

  it('C-16: no programme goes without proof, revenue association included', () => {
    const revenue = ClaimForm.parse({
      ...aDynamicsForm(),
      program: 'REVENUE_ASSOCIATION',
      activities: ['REVENUE_ASSOCIATION'],
      revenue: revenueClaim.revenue,
    })
    for (const form of [aTeamsForm(), aDynamicsForm(), revenue])
      expect(notes({ form, documents: [] })).toEqual(['refuse poe_missing documents'])
    const lenient = aPolicy('seed-2020', { poe: { requiredFor: ['OSU_M365'] } })
    expect(notes({ form: revenue, documents: [] }, lenient)).toEqual([])
  })

  it('S-07: an association that was brought over may have no proof', () => {
    expect(notes({ documents: [], isMigrated: true })).toEqual(['warn poe_missing documents'])
  })

  it('S-79: where the template is expected, other papers are warned of', () => {
    const strict = aPolicy('seed-2020', { poe: { templateRequiredFor: ['OSU_M365'] } })
    expect(notes({}, strict)).toEqual(['warn poe_template_missing documents'])
    expect(notes({ documents: [sow, { kind: 'POE_TEMPLATE' }] }, strict)).toEqual([])
  })

  it('asks for the acknowledgements in 2023 and not in 2020', () => {
    expect(notes({}, later)).toEqual(['refuse acknowledgement_missing laterFlow.acknowledged'])
    expect(notes({ form: aTeamsForm({ laterFlow: acknowledged }) }, later)).toEqual([])
    expect(
      notes({ form: aTeamsForm({ laterFlow: { ...acknowledged, acknowledged: false } }) }, later),
    ).toHaveLength(1)
  })

  it('S-04: nothing was submitted before October 2019, unless it was brought over', () => {
    const on = (submittedAt: string, isMigrated = false) =>
      notes({ form: aTeamsForm({ submittedAt }), isMigrated })
    expect(on('2019-09-30T23:59:59Z')).toEqual(['refuse before_cpor submittedAt'])
    expect(on('2019-09-30T23:59:59Z', true)).toEqual(['info before_cpor submittedAt'])
    expect(on('2019-10-01T00:00:00Z')).toEqual([])
  })

  it('S-04: nothing was submitted after now', () => {
    expect(notes({ form: aTeamsForm({ submittedAt: '2026-11-19T11:00:01Z' }) })).toEqual([
      'refuse submitted_in_future submittedAt',
    ])
  })
})

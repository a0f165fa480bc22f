import { describe, expect, it } from 'vitest'
import { judgeClaim } from '../../../../../src-main/poe/criteria/claimChecks/judgeClaim.ts'
import { coverageOf, opinion } from '../../../../../src-main/poe/criteria/opinion.ts'
import { knowParties } from '../../../../../src-main/poe/criteria/parties/knowParties.ts'
import { aClaimForm, OTHER_TENANT, TENANT } from '../../../../builders/poe/claimForm.ts'
import { documentOf } from '../../../../builders/poe/factsOf.ts'

const ACKNOWLEDGED = opinion('met', 0.9, 'ack_drawn', { customer: 'Ottermill' })

function checks(parts: Record<string, unknown> = {}, ...lines: readonly string[]) {
  const form = aClaimForm(parts)
  const document = documentOf([{ lines: lines.map((line, i) => [line, 40, 100 + i * 40] as const) }])
  return Object.fromEntries(
    judgeClaim(form, [knowParties(document, form)], ACKNOWLEDGED, coverageOf([document])).map(
      ({ check, verdict }) => [check, verdict],
    ),
  )
}

describe('checks of the claim itself', () => {
  it('says what a usual Microsoft 365 claim is good for', () => {
    expect(checks({}, `Tenant ${TENANT}`)).toEqual({
      matrix: 'met',
      contacts: 'met',
      subscription: 'not_applicable',
      domain_tenant: 'met',
      psd: 'not_applicable',
      exclusivity: 'cannot_tell',
    })
  })
  it('finds an activity that the program does not know', () => {
    expect(checks({ activities: ['PRESALES'] })['matrix']).toBe('not_met')
  })
  it('C-11: finds nothing wrong with presales and usage in one claim', () => {
    const form = { solutionArea: 'BUSINESS_APPLICATIONS', program: 'OSA_SELL' }
    expect(checks({ ...form, activities: ['PRESALES', 'USAGE'] })['matrix']).toBe('met')
    expect(checks({ ...form, activities: ['PRESALES', 'REVENUE_ASSOCIATION'] })['matrix']).toBe('not_met')
  })
  it('cannot tell of a claim with a word that nobody knows', () => {
    expect(checks({ program: 'UNKNOWN' })['matrix']).toBe('cannot_tell')
    expect(checks({ solutionArea: 'UNKNOWN' })).toMatchObject({
      matrix: 'cannot_tell',
      subscription: 'cannot_tell',
    })
    expect(checks({ activities: [] })['matrix']).toBe('cannot_tell')
  })
  it('finds a customer contact at the partner and one at a free mail service', () => {
    const contact = (email: string) =>
      checks({ customerContact: { name: 'A B', title: null, email } })['contacts']
    expect([
      contact('a@larkfield.example'),
      contact('a@gmail.com'),
      contact('a@it.ottermill.example'),
    ]).toEqual(['not_met', 'cannot_tell', 'met'])
  })
  it('asks Dynamics claims for subscriptions and a counting channel', () => {
    const dynamics = { program: 'OSU_BIZAPPS', solutionArea: 'BUSINESS_APPLICATIONS' }
    expect(checks(dynamics)['subscription']).toBe('not_met')
    expect(checks({ ...dynamics, purchaseChannel: 'CSP' })['subscription']).toBe('not_met')
  })
  it('finds another tenant', () => {
    expect(checks({}, `Tenant ${OTHER_TENANT}`)['domain_tenant']).toBe('not_met')
  })
  it('asks for the disclosure only from the public sector of the United States', () => {
    const customer = (country: string | null) =>
      checks({
        customer: { companyName: 'Ottermill', tenantId: TENANT, domains: [], country, isPublicSector: true },
      })['psd']
    expect([customer('USA'), customer('DEU'), customer(null)]).toEqual([
      'not_met',
      'not_applicable',
      'cannot_tell',
    ])
  })
})

import { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'

export const TENANT = '11111111-2222-4333-8444-555555555555'
export const OTHER_TENANT = '99999999-8888-4777-8666-555555555555'

/** A valid Teams usage claim of 10 June 2026; give the parts that matter. */
export function aClaimForm(parts: Record<string, unknown> = {}): ClaimForm {
  return ClaimForm.parse({
    claimId: '50000001',
    claimName: 'Teams for the mills',
    program: 'OSU_M365',
    solutionArea: 'MICROSOFT_365',
    activities: ['USAGE'],
    mpnId: '1234567',
    partnerCompanyName: 'Larkfield Systems Ltd',
    partnerDomains: ['larkfield.example'],
    purchaseChannel: 'WEB_DIRECT',
    customer: {
      companyName: 'Ottermill Paper GmbH',
      tenantId: TENANT,
      domains: ['ottermill.example'],
      country: 'DEU',
      isPublicSector: false,
    },
    customerContact: { name: 'Karin Vogt', title: 'IT manager', email: 'karin.vogt@ottermill.example' },
    partnerContact: { name: 'Owen Blake', email: 'owen.blake@larkfield.example' },
    items: [{ id: 'i1', productId: 'm365.teams', name: 'Microsoft Teams', subscriptionId: null }],
    submittedAt: '2026-06-10T09:00:00Z',
    ...parts,
  })
}

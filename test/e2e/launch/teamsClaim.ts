export const TEAMS_CLAIM_NAME = 'Aldermere Teams adoption'

/** What a partner of the demo states of another workload for its customer. */
export const TEAMS_CLAIM = {
  claimName: TEAMS_CLAIM_NAME,
  solutionArea: 'Microsoft 365',
  activities: ['Usage'],
  mpnId: '1903347',
  partnerCompanyName: 'Kestrel & Rowe Consulting Ltd',
  partnerDomains: ['kestrelrowe.example'],
  customer: {
    companyName: 'Aldermere Building Society',
    tenantId: '07be1760-29a8-4099-ecf1-1f740a2865b6',
    domains: ['aldermere.example'],
    country: 'GBR',
  },
  customerContact: {
    name: 'Fiona Garside',
    title: 'Head of Digital Workplace',
    email: 'fiona.garside@aldermere.example',
  },
  partnerContact: { name: 'Owen Pritchard', email: 'owen.pritchard@kestrelrowe.example' },
  items: [{ productId: 'm365.teams' }],
}

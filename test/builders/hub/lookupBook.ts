import { LookupBook } from '../../../src-main/hub/lookup/demoLookup.ts'

/** Who the made-up partners of the tests are, and whose domain `customer.example` is. */
export function aLookupBook(change: Partial<LookupBook> = {}): LookupBook {
  return LookupBook.parse({
    source: 'test',
    partners: ['4711', '4712', '4713'].map((mpnId) => ({
      mpnId,
      companyName: `Partner ${mpnId}`,
      isOrganisation: false,
      enrollments: [{ program: 'OSU_M365', enrolled: true }],
      partnerType: null,
    })),
    domains: [{ domain: 'customer.example', tenantId: '5a1e3f60-2b7c-4f0e-9d35-8c1f5f1f7a11' }],
    subscriptions: [],
    ...change,
  })
}

import { writeFileSync } from 'node:fs'
import { LookupBook } from '../../../src-main/hub/lookup/demoLookup.ts'
import { PROGRAMS } from '../../../src-preload/contract/vocabulary/words.ts'
import { readDemoQueue } from './demoQueue.ts'

/** What is out of the ordinary; everything else is as the demo claims say. */
const PARTNER_TYPES: Readonly<Record<string, string>> = {
  '2968413': 'FRP_FASTTRACK',
  '4638802': 'FRP_FASTTRACK',
  '5884013': 'FRP_FASTTRACK',
}
const ORGANISATION = '4620917'
const NOT_ENROLLED = '6247150'

type Subscription = LookupBook['subscriptions'][number]
/** By the beginning of the id. */
const CATCHES: Readonly<Record<string, Partial<Subscription>>> = {
  '6c5a0f92': { status: 'in_grace', endsInDays: -9 },
  d809f19f: { status: 'pending', provisioning: 'pending' },
  '1aa19220': { status: 'expired', endsInDays: -41 },
  '30c9d1e8': { channel: 'CSP' },
}

const { claims } = readDemoQueue()

const partners = [...new Map(claims.map(({ form }) => [form.mpnId, form])).values()].map(
  ({ mpnId, partnerCompanyName }) => {
    const claimed = claims.filter(({ form }) => form.mpnId === mpnId).map(({ form }) => form.program)
    return {
      mpnId,
      companyName: partnerCompanyName,
      isOrganisation: mpnId === ORGANISATION,
      enrollments: PROGRAMS.filter((program) => program !== 'UNKNOWN').map((program) => ({
        program,
        enrolled: claimed.includes(program) && mpnId !== NOT_ENROLLED,
      })),
      partnerType: PARTNER_TYPES[mpnId] ?? null,
    }
  },
)

const domains = claims.flatMap(({ form: { customer } }) =>
  customer.domains.flatMap((domain) => [
    { domain, tenantId: customer.tenantId },
    { domain: `${domain.split('.')[0]}.onmicrosoft.com`, tenantId: customer.tenantId },
  ]),
)

const claimed = claims.flatMap(({ form, state }) =>
  form.items.flatMap(({ productId, name, subscriptionId }): Subscription[] => {
    if (subscriptionId === null) return []
    const { tenantId } = form.customer
    const heldBy = state === 'approved' ? form.mpnId : null
    const usual = { status: 'active', provisioning: 'success', endsInDays: 210 } as const
    const bought = { channel: form.purchaseChannel, heldBy, ...CATCHES[subscriptionId.slice(0, 8)] }
    return [{ subscriptionId, tenantId, productId, productName: name, ...usual, ...bought }]
  }),
)

/** One that is of no product claimed here, for claims that name the wrong one. */
const other = claims
  .filter(({ form }) => form.solutionArea === 'BUSINESS_APPLICATIONS')
  .slice(0, 1)
  .map(
    ({ form }): Subscription => ({
      subscriptionId: '0f5e7b2a-90c4-4a1d-8e63-5d2b71c9f048',
      tenantId: form.customer.tenantId,
      productId: null,
      productName: 'Microsoft 365 E3',
      status: 'active',
      provisioning: 'success',
      channel: 'VOLUME_LICENSING',
      endsInDays: 90,
      heldBy: null,
    }),
  )

/** The holder's row first: the same subscription may be asked for by several. */
const held = claimed.toSorted((a, b) => Number(b.heldBy !== null) - Number(a.heldBy !== null))
const book = LookupBook.parse({
  source: 'Demo reference look-up',
  partners: partners.toSorted((a, b) => a.mpnId.localeCompare(b.mpnId)),
  domains: [...new Map(domains.map((one) => [one.domain, one])).values()],
  subscriptions: [
    ...new Map(held.toReversed().map((one) => [one.subscriptionId, one])).values(),
    ...other,
  ].toSorted((a, b) => a.subscriptionId.localeCompare(b.subscriptionId)),
})

const lines = (rows: readonly unknown[]): string =>
  rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
const { source, ...lists } = book
const text = Object.entries(lists)
  .map(([name, rows]) => `  ${JSON.stringify(name)}: [\n${lines(rows)}\n  ]`)
  .join(',\n')
writeFileSync(
  new URL('../../../resources/demo/lookup.json', import.meta.url),
  `{\n  "source": ${JSON.stringify(source)},\n${text}\n}\n`,
)
process.stdout.write(
  `lookup.json: ${book.partners.length} partners, ${book.domains.length} domains, ${book.subscriptions.length} subscriptions\n`,
)

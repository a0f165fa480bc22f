import type { ProductNames } from '../../../domain/intake/itemRules.ts'
import type { HubClaim } from '../../claims/hubClaim.ts'
import type { Chances } from './chances.ts'
import { subscriptionOf, TRAFFIC_SUBSCRIBED, type TrafficBook, type TrafficCustomer } from './trafficBook.ts'

/** How often a claim is one of Dynamics 365. */
const BUSINESS_SHARE = 0.3
/** How often it names two things at once. */
const TWO_SHARE = 0.35

interface Writing {
  readonly book: TrafficBook
  readonly products: ProductNames
  readonly chances: Chances
  /** Claims that are there: the same partner does not ask for the same thing again. */
  readonly claims: readonly HubClaim[]
}

/** A claim as one of the partners states it, for a customer that speaks its language. @param turn tells claims of one seed apart. */
export function newTrafficClaim(writing: Writing, turn: number): Readonly<Record<string, unknown>> {
  const { book, chances } = writing
  const partner = chances.pick(book.partners, turn, 'partner')
  const near = book.customers.filter(({ language }) => language === partner.language)
  const customer = chances.pick(near.length > 0 ? near : book.customers, turn, 'customer')
  const isBusiness = chances.share(turn, 'area') < BUSINESS_SHARE
  const productIds = productsFor(writing, {
    mpnId: partner.mpnId,
    tenantId: customer.tenantId,
    isBusiness,
    turn,
  })
  return {
    claimName: `${customer.companyName.split(' ').slice(0, 2).join(' ')} ${writing.products.get(productIds[0] ?? '') ?? ''}`,
    solutionArea: isBusiness ? 'BUSINESS_APPLICATIONS' : 'MICROSOFT_365',
    activities: ['USAGE'],
    mpnId: partner.mpnId,
    partnerCompanyName: partner.companyName,
    partnerDomains: [partner.domain],
    purchaseChannel: isBusiness ? 'VOLUME_LICENSING' : 'WEB_DIRECT',
    customer: customerOf(customer),
    customerContact: customer.contact,
    technicalContact: isBusiness ? customer.contact : null,
    partnerContact: partner.contact,
    items: productIds.map((productId) => ({
      productId,
      subscriptionId: isBusiness ? subscriptionOf(customer, productId) : null,
    })),
    partnerLanguage: partner.language,
    createdBy: { name: partner.contact.name, role: 'incentives_admin' },
  }
}

const customerOf = ({ companyName, tenantId, domain, country }: TrafficCustomer) => ({
  companyName,
  tenantId,
  domains: [domain],
  country,
  isPublicSector: false,
})

interface Wish {
  readonly mpnId: string
  readonly tenantId: string
  readonly isBusiness: boolean
  readonly turn: number
}

/** One or two products, no one that the partner has asked for already while there is another. */
function productsFor(
  { products, chances, claims }: Writing,
  { mpnId, tenantId, isBusiness, turn }: Wish,
): string[] {
  const all = isBusiness ? TRAFFIC_SUBSCRIBED : [...products.keys()].filter((id) => id.startsWith('m365.'))
  const asked = claims
    .filter(({ form }) => form.mpnId === mpnId && form.customer.tenantId === tenantId)
    .flatMap(({ form }) => form.items.map(({ productId }) => productId))
  const free = all.filter((id) => !asked.includes(id))
  const first = chances.pick(free.length > 0 ? free : all, turn, 'product')
  const others = free.filter((id) => id !== first)
  if (others.length === 0 || chances.share(turn, 'two') >= TWO_SHARE) return [first]
  return [first, chances.pick(others, turn, 'second product')]
}

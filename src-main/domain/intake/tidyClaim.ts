import type {
  StatedClaim,
  StatedContact,
  StatedItem,
} from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import { readDomain } from './domainNames.ts'

const text = (said: string | null): string | null => {
  const trimmed = said?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

const lower = (said: string | null): string | null => text(said)?.toLowerCase() ?? null

function tidyContact(contact: StatedContact | null): StatedContact | null {
  if (contact === null) return null
  const { name, title, email } = contact
  const tidy = { name: text(name), title: text(title), email: text(email) }
  return Object.values(tidy).every((one) => one === null) ? null : tidy
}

/** Full names in the form in which they are kept; everything else stays, for the rules to speak of. */
function tidyDomains(domains: readonly string[]): string[] {
  const tidy = domains
    .map((said) => said.trim())
    .filter((said) => said !== '')
    .map((said) => {
      const reading = readDomain(said)
      return reading.kind === 'full' ? reading.domain : said
    })
  return [...new Set(tidy)]
}

const tidyItem = ({ id, productId, name, subscriptionId }: StatedItem): StatedItem => ({
  id: text(id),
  productId: lower(productId),
  name: text(name),
  subscriptionId: lower(subscriptionId),
})

/** The same claim without stray spaces and capitals; what was nothing but space is null. The rules speak of tidy claims. */
export function tidyClaim(claim: StatedClaim): StatedClaim {
  const { customer, revenue } = claim
  return {
    claimName: text(claim.claimName),
    program: text(claim.program),
    solutionArea: text(claim.solutionArea),
    activities: claim.activities.map((said) => said.trim()).filter((said) => said !== ''),
    mpnId: text(claim.mpnId),
    partnerCompanyName: text(claim.partnerCompanyName),
    partnerDomains: tidyDomains(claim.partnerDomains),
    purchaseChannel: text(claim.purchaseChannel),
    customer: {
      companyName: text(customer.companyName),
      tenantId: lower(customer.tenantId),
      domains: tidyDomains(customer.domains),
      country: text(customer.country)?.toUpperCase() ?? null,
      isPublicSector: customer.isPublicSector,
    },
    customerContact: tidyContact(claim.customerContact),
    technicalContact: tidyContact(claim.technicalContact),
    partnerContact: tidyContact(claim.partnerContact),
    items: claim.items.map(tidyItem),
    revenue: revenue === null ? null : tidyRevenue(revenue),
    laterFlow: claim.laterFlow,
  }
}

function tidyRevenue(revenue: NonNullable<StatedClaim['revenue']>): StatedClaim['revenue'] {
  const tidy = {
    dynamicsSolutionSellerName: text(revenue.dynamicsSolutionSellerName),
    customerName: text(revenue.customerName),
    isvProductName: text(revenue.isvProductName),
  }
  return Object.values(tidy).every((one) => one === null) ? null : tidy
}

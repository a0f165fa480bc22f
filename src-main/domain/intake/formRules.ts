import type { IntakeNote, StatedClaim } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { spellingOf } from '../../../src-preload/contract/vocabulary/statusNames.ts'
import { contactNotes } from './contactRules.ts'
import { foreignNotes } from './coop.ts'
import { readDomain } from './domainNames.ts'
import { type ClaimWords, wordsOf } from './fieldWords.ts'
import { isGuid, itemNotes, type ProductNames } from './itemRules.ts'
import { matrixNotes } from './matrix.ts'
import { intakeNote } from './notes.ts'
import { tidyClaim } from './tidyClaim.ts'

/** What a form is held against. */
export interface FormRules {
  readonly policy: PolicyProfile
  readonly products: ProductNames
}

/**
 * What a stated claim breaks of domain.md sections 1.2 and 1.4, field by field. A claim of another process gets that one answer,
 * so that nobody mends a form which does not belong here. What look-ups say of it is `lookupNotes`' matter.
 */
export function formNotes(stated: StatedClaim, rules: FormRules): IntakeNote[] {
  const claim = tidyClaim(stated)
  const foreign = foreignNotes(claim)
  if (foreign.length > 0) return foreign
  const words = wordsOf(claim)
  return [
    ...nameNotes(claim),
    ...(claim.solutionArea === null ? [missing('solutionArea')] : []),
    ...matrixNotes(claim, words, rules.policy),
    ...idNotes(claim),
    ...domainNotes(claim, rules.policy),
    ...contactNotes(claim, words, rules.policy),
    ...itemNotes(claim, words, rules),
    ...revenueNotes(claim, words),
    ...laterFlowNotes(claim, words),
  ]
}

const missing = (field: string): IntakeNote => intakeNote('refuse', 'field_missing', { field }, { field })
const malformed = (field: string): IntakeNote => intakeNote('refuse', 'field_malformed', { field }, { field })

/** S-68, S-76: names are there and no longer than a form has room for. */
function nameNotes({ claimName, partnerCompanyName, customer }: StatedClaim): IntakeNote[] {
  const names = [
    ['claimName', claimName],
    ['partnerCompanyName', partnerCompanyName],
    ['customer.companyName', customer.companyName],
  ] as const
  return names.flatMap(([field, name]) => {
    if (name === null) return [missing(field)]
    return name.length > 255 ? [malformed(field)] : []
  })
}

/** S-68, S-70: the PartnerID of a location in digits, the tenant as a GUID; the country in three letters where there is one. */
function idNotes({ mpnId, customer }: StatedClaim): IntakeNote[] {
  const { tenantId, country } = customer
  const notes: IntakeNote[] = []
  if (mpnId === null) notes.push(missing('mpnId'))
  else if (!/^\d{1,10}$/.test(mpnId)) notes.push(malformed('mpnId'))
  if (tenantId === null) notes.push(missing('customer.tenantId'))
  else if (!isGuid(tenantId)) notes.push(malformed('customer.tenantId'))
  if (country !== null && !/^[A-Z]{3}$/.test(country)) notes.push(malformed('customer.country'))
  return notes
}

/** C-10, S-69: a domain or subdomain; a bare name is completed and said. */
function domainNotes({ customer, partnerDomains }: StatedClaim, policy: PolicyProfile): IntakeNote[] {
  const { domains } = customer
  const notes = domains.flatMap((said, index) => domainNote(said, `customer.domains[${index}]`))
  const partner = partnerDomains.flatMap((said, index) => domainNote(said, `partnerDomains[${index}]`))
  if (domains.length > 0 || !policy.form.domainRequired) return [...notes, ...partner]
  return [intakeNote('refuse', 'domain_missing', { field: 'customer.domains' }), ...partner]
}

function domainNote(said: string, field: string): IntakeNote[] {
  const reading = readDomain(said)
  if (reading.kind === 'full') return []
  if (reading.kind === 'malformed') return [malformed(field)]
  return [intakeNote('warn', 'domain_bare', { field }, { said, suggestion: reading.suggestion })]
}

const REVENUE_FIELDS = ['dynamicsSolutionSellerName', 'customerName', 'isvProductName'] as const

/** S-80 to S-82, S-92: three names with a revenue association, none of them with anything else. */
function revenueNotes({ revenue, customer }: StatedClaim, { activities }: ClaimWords): IntakeNote[] {
  if (!activities.includes('REVENUE_ASSOCIATION'))
    return revenue === null ? [] : [intakeNote('refuse', 'revenue_not_wanted', { field: 'revenue' })]
  const open = REVENUE_FIELDS.flatMap((name) => {
    const field = `revenue.${name}`
    const said = revenue?.[name] ?? null
    if (said === null) return [intakeNote('refuse', 'revenue_missing', { field }, { field })]
    return said.length > 255 ? [malformed(field)] : []
  })
  const stated = revenue?.customerName ?? null
  if (stated === null || spellingOf(stated) === spellingOf(customer.companyName ?? '')) return open
  const values = { stated, customer: customer.companyName ?? '–' }
  return [
    ...open,
    intakeNote('refuse', 'revenue_customer_differs', { field: 'revenue.customerName' }, values),
  ]
}

/** The later form lets a partner do without payment for usage of Microsoft 365, and for nothing else. */
function laterFlowNotes({ laterFlow }: StatedClaim, { area }: ClaimWords): IntakeNote[] {
  if (laterFlow?.optOutOfIncentivePayment !== true || area === 'MICROSOFT_365') return []
  return [intakeNote('refuse', 'opt_out_not_offered', { field: 'laterFlow.optOutOfIncentivePayment' })]
}

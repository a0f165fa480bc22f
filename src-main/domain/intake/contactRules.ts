import type {
  IntakeNote,
  StatedClaim,
  StatedContact,
} from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { ClaimWords } from './fieldWords.ts'
import { hostOfAddress, isAtDomain, isFreeMail } from './mailHosts.ts'
import { intakeNote } from './notes.ts'

type ContactField = 'customerContact' | 'technicalContact' | 'partnerContact'
type ContactPart = keyof StatedContact

const PARTS: Readonly<Record<ContactField, readonly ContactPart[]>> = {
  customerContact: ['name', 'title', 'email'],
  technicalContact: ['name', 'title', 'email'],
  partnerContact: ['name', 'email'],
}

const NOBODY: StatedContact = { name: null, title: null, email: null }
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Power Platform alone is no Dynamics 365; a product that nobody knows here may be. */
function hasDynamics({ items }: StatedClaim): boolean {
  return items.some(({ productId }) => productId !== null && !productId.startsWith('pp.'))
}

/** S-73 to S-75 and S-95: whom the form asks for, each with all parts; and whose addresses they are. */
export function contactNotes(
  claim: StatedClaim,
  { area }: ClaimWords,
  policy: Pick<PolicyProfile, 'form'>,
): IntakeNote[] {
  const wantsTechnical =
    policy.form.technicalContact === 'dynamics' && area === 'BUSINESS_APPLICATIONS' && hasDynamics(claim)
  const asked: ContactField[] = ['customerContact', 'partnerContact']
  if (wantsTechnical || claim.technicalContact !== null) asked.push('technicalContact')
  return [
    ...asked.flatMap((field) => completeness(field, claim[field] ?? NOBODY)),
    ...whoseAddress('customerContact', claim.customerContact, claim),
    ...whoseAddress('technicalContact', claim.technicalContact, claim),
  ]
}

function completeness(contact: ContactField, said: StatedContact): IntakeNote[] {
  return PARTS[contact].flatMap((part) => {
    const field = `${contact}.${part}`
    const value = said[part]
    if (value === null) return [intakeNote('refuse', 'contact_missing', { field }, { contact, part })]
    const isWell = value.length <= 255 && (part !== 'email' || ADDRESS.test(value))
    return isWell ? [] : [intakeNote('refuse', 'field_malformed', { field }, { field })]
  })
}

/** A contact of the customer whose address is the partner's, anybody's, or not one of the customer's domains. Never refused. */
function whoseAddress(contact: ContactField, said: StatedContact | null, claim: StatedClaim): IntakeNote[] {
  const { customer } = claim
  const email = said?.email ?? ''
  if (!ADDRESS.test(email)) return []
  const host = hostOfAddress(email)
  const warn = (code: IntakeNote['code']) => [
    intakeNote('warn', code, { field: `${contact}.email` }, { contact, email }),
  ]
  if (isAtDomain(host, partnerHosts(claim))) return warn('contact_of_partner')
  if (isFreeMail(host)) return warn('contact_free_mail')
  // Later forms don't ask for domains: without any there is nothing to compare with.
  return customer.domains.length === 0 || isAtDomain(host, customer.domains)
    ? []
    : warn('contact_not_of_customer')
}

/** The partner's domains as far as they are told, and the host of its own contact where it is not everybody's or the customer's. */
function partnerHosts({ partnerDomains, partnerContact, customer }: StatedClaim): string[] {
  const own = hostOfAddress(partnerContact?.email ?? '')
  const counts = own !== '' && !isFreeMail(own) && !isAtDomain(own, customer.domains)
  return counts ? [...partnerDomains, own] : partnerDomains
}

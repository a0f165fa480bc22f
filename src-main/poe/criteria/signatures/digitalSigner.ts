import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { hostOfAddress, isAtDomain } from '../../../domain/intake/mailHosts.ts'
import type { DigitalSignatureFacts } from '../../facts/documentFacts.ts'
import { companyName, isGroupWord } from '../../../domain/names/companyNames.ts'
import { tokensOf } from '../../../domain/names/fold.ts'

/** What is established of a signature by itself, whoever made it. */
export type Standing = 'sound' | 'broken' | 'open'

export function standingOf({ intact, changedAfterSigning }: DigitalSignatureFacts): Standing {
  if (intact === false || changedAfterSigning === true) return 'broken'
  return intact === true && changedAfterSigning === false ? 'sound' : 'open'
}

/** Whose the certificate is, as it names its owner. Null: nobody's of this claim, or both sides' at once. */
export function signerOf(
  { certificate }: DigitalSignatureFacts,
  form: ClaimForm,
): 'customer' | 'partner' | null {
  if (certificate === null) return null
  const customer = isOf(certificate, form.customer.companyName, form.customer.domains, form.customerContact)
  const partner = isOf(certificate, form.partnerCompanyName, form.partnerDomains, form.partnerContact)
  if (customer === partner) return null
  return customer ? 'customer' : 'partner'
}

type Certificate = NonNullable<DigitalSignatureFacts['certificate']>

function isOf(
  { name, organisation, email }: Certificate,
  company: string,
  domains: readonly string[],
  contact: { readonly name: string; readonly email: string },
): boolean {
  if (organisation !== null && isSameCompany(organisation, company)) return true
  // An organisation's own seal carries its name in the place of a person's.
  if (name !== null && isSameCompany(name, company)) return true
  if (email !== null)
    return email.toLowerCase() === contact.email.toLowerCase() || isAtDomain(hostOfAddress(email), domains)
  // A name alone is shared by many; another organisation beside it says that it is somebody else, or says nothing of him.
  return organisation === null && name !== null && isSamePerson(name, contact.name)
}

/** The same name up to its legal form; where both state one, that too. A word more makes it another company. */
function isSameCompany(found: string, wanted: string): boolean {
  const [a, b] = [companyName(found), companyName(wanted)]
  if (a.core.join(' ') !== b.core.join(' ')) return false
  if (a.core.every(isGroupWord)) return false
  return a.forms.length === 0 || b.forms.length === 0 || a.forms.some((form) => b.forms.includes(form))
}

/** "VOGT KARIN", "Karin Vogt" and "Karin M. Vogt". */
function isSamePerson(found: string, wanted: string): boolean {
  const [a, b] = [tokensOf(found), tokensOf(wanted)]
  return b.length >= 2 && b.every((part) => a.includes(part)) && a.length <= b.length + 2
}

/** Whether the certificate was valid on the day of signing; null where no day or no certificate is known. */
export function wasValid({ certificate, signedAt }: DigitalSignatureFacts): boolean | null {
  if (certificate === null || signedAt === null) return null
  return signedAt.at >= certificate.validFrom && signedAt.at <= certificate.validTo
}

/** The name to show: the certificate's, else what the signer wrote himself. */
export function signerName({ certificate, declaredSigner }: DigitalSignatureFacts): string | null {
  return certificate?.name ?? certificate?.organisation ?? declaredSigner
}

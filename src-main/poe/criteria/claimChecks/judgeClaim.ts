import type { ClaimCheck } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimCheckName, Verdict } from '../../../../src-preload/contract/vocabulary/words.ts'
import { hostOfAddress, isAtDomain, isFreeMail } from '../../../domain/intake/mailHosts.ts'
import { channelCounts, fitsMatrix } from '../../../domain/intake/matrix.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { sentenceOf, type SentenceCode, type SentenceValues } from '../sentences.ts'
import { blocksOf } from '../text/passages.ts'
import { evidenceOfPassage } from '../text/place.ts'

/** What can be said of the claim from its form and documents; the rest is known to the hub and stays open. */
export function judgeClaim(form: ClaimForm, parties: readonly DocumentParties[]): ClaimCheck[] {
  return [
    matrix(form),
    contacts(form),
    subscription(form),
    tenant(parties),
    disclosure(form, parties),
    check('exclusivity', 'cannot_tell', 'check_exclusivity_elsewhere', {}),
  ]
}

function check(
  name: ClaimCheckName,
  verdict: Verdict,
  code: SentenceCode,
  values: SentenceValues,
  evidence: ClaimCheck['evidence'] = [],
): ClaimCheck {
  return {
    check: name,
    verdict,
    sentence: sentenceOf(code, values),
    say: { code, values: { ...values } },
    evidence,
  }
}

function matrix(form: ClaimForm): ClaimCheck {
  const fits = fitsMatrix(form)
  const values = { activity: form.activities.join(', '), area: form.solutionArea, program: form.program }
  if (fits === null) return check('matrix', 'cannot_tell', 'check_matrix_unknown', {})
  return check('matrix', fits ? 'met' : 'not_met', fits ? 'check_matrix_fits' : 'check_matrix_wrong', values)
}

function contacts(form: ClaimForm): ClaimCheck {
  const { email } = form.customerContact
  const host = hostOfAddress(email)
  const dynamics = form.solutionArea === 'BUSINESS_APPLICATIONS'
  if (isAtDomain(host, form.partnerDomains))
    return check('contacts', 'not_met', 'check_contacts_partner', { email })
  if (isFreeMail(host)) return check('contacts', 'cannot_tell', 'check_contacts_free_mail', { email })
  if (!isAtDomain(host, form.customer.domains))
    return check('contacts', 'cannot_tell', 'check_contacts_other_domain', { email })
  if (dynamics && form.technicalContact === null)
    return check('contacts', 'cannot_tell', 'check_contacts_technical_missing', {})
  return check('contacts', 'met', 'check_contacts_fit', { email })
}

function subscription(form: ClaimForm): ClaimCheck {
  if (form.solutionArea === 'UNKNOWN') return check('subscription', 'cannot_tell', 'check_matrix_unknown', {})
  if (form.solutionArea !== 'BUSINESS_APPLICATIONS')
    return check('subscription', 'not_applicable', 'check_subscription_not_needed', {})
  const channel = form.purchaseChannel
  if (channel !== null && !channelCounts(form.solutionArea, channel))
    return check('subscription', 'not_met', 'check_subscription_channel', { channel })
  const count = form.items.filter(({ subscriptionId }) => subscriptionId === null).length
  if (count > 0) return check('subscription', 'not_met', 'check_subscription_missing', { count })
  return check('subscription', 'cannot_tell', 'check_subscription_given', {})
}

function tenant(parties: readonly DocumentParties[]): ClaimCheck {
  const own = parties.flatMap((one) => [...one.tenant, ...one.customer.domains])
  const other = parties.flatMap((one) => one.otherTenants)
  if (parties.some((one) => one.tenant.length > 0))
    return check('domain_tenant', 'met', 'check_tenant_shown', {}, own.slice(0, 3))
  if (other[0])
    return check('domain_tenant', 'not_met', 'check_tenant_other', { found: other[0].text ?? '' }, other)
  return own.length > 0
    ? check('domain_tenant', 'met', 'check_tenant_shown', {}, own.slice(0, 3))
    : check('domain_tenant', 'cannot_tell', 'check_tenant_not_shown', {})
}

const DISCLOSURE_COUNTRIES = ['USA', 'PRI']
const DISCLOSURE =
  /\b(?:public sector (?:disclosure|customer)|microsoft may pay (?:a )?(?:fee|incentive)s?|fees? (?:paid )?by microsoft|incentives? from microsoft)\b/u

function disclosure(form: ClaimForm, parties: readonly DocumentParties[]): ClaimCheck {
  const { isPublicSector, country } = form.customer
  if (!isPublicSector || (country !== null && !DISCLOSURE_COUNTRIES.includes(country)))
    return check('psd', 'not_applicable', 'check_psd_not_needed', {})
  if (country === null) return check('psd', 'cannot_tell', 'check_psd_country_open', {})
  const found = parties
    .flatMap(({ document }) => document.facts.pages.flatMap((page) => blocksOf(document, page)))
    .find(({ folded }) => DISCLOSURE.test(folded))
  const unread = parties.some(({ document }) => document.facts.status !== 'read')
  if (found) return check('psd', 'cannot_tell', 'check_psd_found', {}, [evidenceOfPassage(found)])
  return check('psd', unread ? 'cannot_tell' : 'not_met', 'check_psd_missing', {})
}

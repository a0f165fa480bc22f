import type { ClaimCheck } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { hostOfAddress, isAtDomain, isFreeMail } from '../../../domain/intake/mailHosts.ts'
import { channelCounts, fitsMatrix } from '../../../domain/intake/matrix.ts'
import type { Coverage, Opinion } from '../opinion.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { claimCheck } from './claimCheck.ts'
import { judgeDisclosure } from './judgeDisclosure.ts'

/** What can be said of the claim from its form and documents; the rest is known to the hub and stays open. */
export function judgeClaim(
  form: ClaimForm,
  parties: readonly DocumentParties[],
  acknowledgment: Opinion,
  coverage: Coverage,
): ClaimCheck[] {
  return [
    matrix(form),
    contacts(form),
    subscription(form),
    tenant(parties),
    judgeDisclosure(form, parties, acknowledgment, coverage),
    claimCheck('exclusivity', 'cannot_tell', 'check_exclusivity_elsewhere', {}),
  ]
}

function matrix(form: ClaimForm): ClaimCheck {
  const fits = fitsMatrix(form)
  const values = { activity: form.activities.join(', '), area: form.solutionArea, program: form.program }
  if (fits === null) return claimCheck('matrix', 'cannot_tell', 'check_matrix_unknown', {})
  return claimCheck(
    'matrix',
    fits ? 'met' : 'not_met',
    fits ? 'check_matrix_fits' : 'check_matrix_wrong',
    values,
  )
}

function contacts(form: ClaimForm): ClaimCheck {
  const { email } = form.customerContact
  const host = hostOfAddress(email)
  const dynamics = form.solutionArea === 'BUSINESS_APPLICATIONS'
  if (isAtDomain(host, form.partnerDomains))
    return claimCheck('contacts', 'not_met', 'check_contacts_partner', { email })
  if (isFreeMail(host)) return claimCheck('contacts', 'cannot_tell', 'check_contacts_free_mail', { email })
  if (!isAtDomain(host, form.customer.domains))
    return claimCheck('contacts', 'cannot_tell', 'check_contacts_other_domain', { email })
  if (dynamics && form.technicalContact === null)
    return claimCheck('contacts', 'cannot_tell', 'check_contacts_technical_missing', {})
  return claimCheck('contacts', 'met', 'check_contacts_fit', { email })
}

function subscription(form: ClaimForm): ClaimCheck {
  if (form.solutionArea === 'UNKNOWN')
    return claimCheck('subscription', 'cannot_tell', 'check_matrix_unknown', {})
  if (form.solutionArea !== 'BUSINESS_APPLICATIONS')
    return claimCheck('subscription', 'not_applicable', 'check_subscription_not_needed', {})
  const channel = form.purchaseChannel
  if (channel !== null && !channelCounts(form.solutionArea, channel))
    return claimCheck('subscription', 'not_met', 'check_subscription_channel', { channel })
  const count = form.items.filter(({ subscriptionId }) => subscriptionId === null).length
  if (count > 0) return claimCheck('subscription', 'not_met', 'check_subscription_missing', { count })
  return claimCheck('subscription', 'cannot_tell', 'check_subscription_given', {})
}

function tenant(parties: readonly DocumentParties[]): ClaimCheck {
  const own = parties.flatMap((one) => [...one.tenant, ...one.customer.domains])
  const other = parties.flatMap((one) => one.otherTenants)
  if (parties.some((one) => one.tenant.length > 0))
    return claimCheck('domain_tenant', 'met', 'check_tenant_shown', {}, own.slice(0, 3))
  if (other[0])
    return claimCheck('domain_tenant', 'not_met', 'check_tenant_other', { found: other[0].text ?? '' }, other)
  return own.length > 0
    ? claimCheck('domain_tenant', 'met', 'check_tenant_shown', {}, own.slice(0, 3))
    : claimCheck('domain_tenant', 'cannot_tell', 'check_tenant_not_shown', {})
}

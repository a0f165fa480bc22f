import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimItem, ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import {
  type ClaimCheckName,
  DETAIL_CHECKS,
  type Verdict,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { effectiveVerdict } from '../checks/effectiveVerdict.ts'
import type { PartyStanding } from './standing.ts'

export interface VerifiedClaim extends Pick<ClaimRecord, 'form' | 'lookups'> {
  readonly item: ClaimItem
}

/**
 * The details of an association as far as they are verified (S-126): by the form and the papers, by what was looked up, or by a person.
 * Before the papers were checked, all that nobody else verified is open.
 */
export function detailsOf(
  claim: VerifiedClaim,
  report: Pick<CheckReport, 'claimChecks'> | null,
  said: readonly { readonly check: ClaimCheckName; readonly verdict: Verdict }[],
): PartyStanding['details'] {
  return DETAIL_CHECKS.map((check) => {
    const checked = report?.claimChecks.find((one) => one.check === check)?.verdict ?? null
    const own = said.find((one) => one.check === check)?.verdict ?? null
    return { check, verdict: effectiveVerdict(withLookup(check, checked, claim), own) }
  })
}

/** Whether a subscription can be claimed is the look-up's word; whose a tenant is, also that of papers which show another one. */
function withLookup(check: ClaimCheckName, checked: Verdict | null, claim: VerifiedClaim): Verdict | null {
  if (check === 'subscription') return subscriptionVerdict(claim) ?? checked
  if (check === 'domain_tenant' && checked !== 'not_met') return domainVerdict(claim) ?? checked
  return checked
}

/** Null = it was not looked up. */
function subscriptionVerdict({ item, lookups }: VerifiedClaim): Verdict | null {
  const fact = lookups.subscriptions.find(({ itemId }) => itemId === item.id)
  if (fact === undefined) return null
  return fact.codes.every((code) => code === 'SUB_ALREADY_CLAIMED') ? 'met' : 'not_met'
}

function domainVerdict({ form, lookups }: VerifiedClaim): Verdict | null {
  const { domains, tenantId } = form.customer
  const facts = domains.map((domain) => lookups.domains.find((fact) => fact.domain === domain))
  if (facts.some((fact) => fact !== undefined && fact.tenantId !== tenantId)) return 'not_met'
  return facts.length > 0 && facts.every((fact) => fact !== undefined) ? 'met' : null
}

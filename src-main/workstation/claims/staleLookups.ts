import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Lookups } from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { isStale } from '../../domain/intake/lookupRules.ts'

/** Look-ups that are older than the profile allows. Without a profile nothing says how old they may be, so none is. */
export function staleLookupsOf(
  { subscriptions, partner, domains }: Lookups,
  policy: PolicyProfile | null,
  now: number,
): ClaimDetail['staleLookups'] {
  const isOld = ({ checkedAt }: { readonly checkedAt: Instant }) =>
    policy !== null && isStale(checkedAt, now, policy)
  return {
    subscriptions: subscriptions.filter(isOld).map(({ itemId }) => itemId),
    partner: partner !== null && isOld(partner),
    domains: domains.filter(isOld).map(({ domain }) => domain),
  }
}

import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { ClaimSituation } from '../../domain/claim/situation.ts'
import { isResponseOverdue } from '../../domain/claim/timers.ts'
import { transitionFor } from '../../domain/claim/transitions.ts'

/**
 * The rejection that stands ready for the reviewer to confirm; null = none. What the partner asked for in writing (T9) goes before
 * its silence (T6).
 */
export function proposalFor(claim: ClaimSituation, now: number): ClaimDetail['proposal'] {
  if (claim.hasUnknownWords || transitionFor(claim, 'reject') === null) return null
  const { partnerRequest } = claim.matters
  if (partnerRequest !== null)
    return { reasons: ['REJ_PARTNER_REQUEST'], partnerRequestReason: partnerRequest.reason }
  return isResponseOverdue(claim, now)
    ? { reasons: ['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE'], partnerRequestReason: null }
    : null
}

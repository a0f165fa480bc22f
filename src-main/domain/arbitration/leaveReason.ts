import type { LeaveReason } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { ClaimItem } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimState, DecisionReason } from '../../../src-preload/contract/vocabulary/words.ts'

/** What is known of a claim that holds or asks for a contested thing no more. */
export interface Leaver {
  readonly state: ClaimState
  /** Of its last rejection. */
  readonly rejectedFor: readonly DecisionReason[]
  /** It lost a case on the thing. */
  readonly hasLost: boolean
  readonly products: readonly ClaimItem['productId'][]
  /** Whether one of its items is the thing still. */
  readonly namesThing: boolean
}

/**
 * Why a claim leaves a case.
 * @param claim null = it does not exist any more.
 */
export function leaveReason(claim: Leaver | null, contested: Pick<ClaimItem, 'productId'>): LeaveReason {
  if (claim === null || claim.state === 'editing') return 'withdrawn'
  if (claim.state === 'rejected') return isOwnWish(claim.rejectedFor) ? 'withdrawn' : 'rejected'
  if (claim.namesThing) return claim.hasLost ? 'lost' : 'association_ended'
  return claim.products.includes(contested.productId) ? 'resolved' : 'item_dropped'
}

/** It was asked for (T9), or the partner ended its association, which gives no reason of the list (T16). */
const isOwnWish = (reasons: readonly DecisionReason[]): boolean =>
  reasons.length === 0 || reasons.includes('REJ_PARTNER_REQUEST')

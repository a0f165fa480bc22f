import type { WhyOpen } from '../../../src-preload/contract/vocabulary/leadWords.ts'
import { WORKED_ON } from '../assignment/lease.ts'
import type { Status } from '../claim/transitions.ts'

/** What of a claim tells why it is where it is. */
export interface LookedAt extends Status {
  readonly isHeldNow: boolean
  readonly isContested: boolean
  /** A decision of this workstation waits for the hub. */
  readonly isDecidedHere: boolean
}

/** The one thing that keeps a claim from being decided, as far as its own row tells: the first that holds. */
export function whyOpen({ state, subState, isHeldNow, isContested, isDecidedHere }: LookedAt): WhyOpen {
  if (isDecidedHere) return 'decision_waits'
  if (!WORKED_ON.includes(state)) return 'decided'
  if (state === 'partner_action_required') return subState === 'overdue' ? 'partner_overdue' : 'partner_asked'
  if (subState === 'awaiting_arbitration') return 'arbitration'
  if (state === 'submitted') return isHeldNow ? 'taken_not_begun' : 'not_begun'
  if (subState === 'resubmitted') return 'answer_unread'
  if (subState === 'dispute_review') return 'dispute'
  if (isHeldNow) return 'in_review'
  return isContested ? 'contested' : 'nobody_works'
}

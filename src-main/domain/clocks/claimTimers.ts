import type { ClaimMatters } from '../../../src-preload/contract/vocabulary/matterShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { ClaimState, ClaimSubState, Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ClaimTimeline, PartnerWait } from '../claim/timeline.ts'
import type { ClaimTimer } from './claimTimer.ts'

/** The part of a profile that clocks go by (domain.md section 2.4). */
export type ClockPolicy = Pick<PolicyProfile, 'clocks' | 'consent'>

export interface ClockedClaim {
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
  readonly timeline: ClaimTimeline
  readonly matters: Pick<ClaimMatters, 'heldSince' | 'firstReviewedAt' | 'dispute'>
  /** Other claims hold or ask for the same thing (S-125). */
  readonly isContested: boolean
}

/** What the clocks of a claim count now, the one that asks for action first. */
export function timersOf(claim: ClockedClaim, policy: ClockPolicy): ClaimTimer[] {
  const { timeline, subState } = claim
  const { clocks } = policy
  switch (claim.state) {
    case 'editing':
    case 'unknown':
      return []
    case 'submitted':
      return [pickup(claim, policy), ...decisionTarget(claim, policy)]
    case 'under_review':
      return [
        ...reviews(claim, policy),
        ...(subState === 'resubmitted' ? [pickup(claim, policy)] : []),
        ...decisionTarget(claim, policy),
      ]
    case 'partner_action_required':
      return [
        business(
          'partner_response',
          timeline.partnerWaits.at(-1)?.from ?? timeline.lastSubmittedAt,
          clocks.partnerResponseBusinessDays,
        ),
        review(claim, policy),
      ]
    case 'approved':
      return subState === 'consent_open' ? [consent(timeline, policy)] : []
    case 'rejected':
      return subState === 'disputable' ? [disputeWindow(timeline, policy)] : []
  }
}

/** S-16; and again from each resubmission, until the reviewer takes the claim up. */
const pickup = ({ timeline }: ClockedClaim, { clocks }: ClockPolicy): ClaimTimer =>
  business('pickup', timeline.lastSubmittedAt, clocks.pickupBusinessDays)

/** S-19: from the first submission, without the partner's time. A decision ends it: disputes and reopenings have their own. */
const decisionTarget = ({ timeline }: ClockedClaim, { clocks }: ClockPolicy): ClaimTimer[] =>
  timeline.wasDecided
    ? []
    : [
        business(
          'decision_target',
          timeline.firstSubmittedAt,
          clocks.decisionTargetBusinessDays,
          timeline.partnerWaits,
        ),
      ]

/** C-21: the first review of a contested claim and the arbitration after it are two clocks, so that neither looks late for the other. */
function reviews(claim: ClockedClaim, policy: ClockPolicy): ClaimTimer[] {
  const { matters, subState, isContested, timeline } = claim
  const { clocks } = policy
  if (subState === 'awaiting_arbitration' && matters.heldSince !== null)
    return [
      business(
        'arbitration',
        Date.parse(matters.heldSince),
        clocks.arbitrationBusinessDays,
        timeline.partnerWaits,
      ),
    ]
  const first = isContested && matters.firstReviewedAt === null && !isDisputed(claim)
  if (!first) return [review(claim, policy)]
  const own = { ...review(claim, policy), timer: 'arbitration_first_review' as const }
  return [{ ...own, length: clocks.arbitrationFirstReviewBusinessDays }, review(claim, policy)]
}

/** S-17; a dispute has a review of its own, counted from the day it was opened (S-40). */
function review(claim: ClockedClaim, { clocks }: ClockPolicy): ClaimTimer {
  const { timeline } = claim
  return isDisputed(claim) && timeline.disputedAt !== null
    ? business('dispute_review', timeline.disputedAt, clocks.disputeReviewBusinessDays, timeline.partnerWaits)
    : business(
        'review',
        timeline.reviewStartedAt ?? timeline.lastSubmittedAt,
        clocks.reviewBusinessDays,
        timeline.partnerWaits,
      )
}

const isDisputed = ({ subState, matters }: ClockedClaim): boolean =>
  subState === 'dispute_review' || matters.dispute?.decidedAt === null

/** S-21, C-1, C-2: from the notice that the profile counts from. */
function consent(timeline: ClaimTimeline, { consent: window }: ClockPolicy): ClaimTimer {
  const approvedAt = timeline.approvedAt ?? timeline.lastSubmittedAt
  const startedAt = window.startEvent === 'submission' ? timeline.firstSubmittedAt : approvedAt
  return { timer: 'consent', startedAt, length: window.length, unit: window.unit, waits: [] }
}

/** S-36, C-19. */
const disputeWindow = (timeline: ClaimTimeline, { clocks }: ClockPolicy): ClaimTimer => ({
  timer: 'dispute_window',
  startedAt: timeline.rejectedAt ?? timeline.lastSubmittedAt,
  ...clocks.disputeWindow,
  waits: [],
})

const business = (
  timer: Timer,
  startedAt: number,
  length: number,
  waits: readonly PartnerWait[] = [],
): ClaimTimer => ({ timer, startedAt, length, unit: 'business_days', waits })

import type { Clock } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimState, ClaimSubState, Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ClaimTimeline, PartnerWait } from '../claim/timeline.ts'
import { type BusinessCourse, instantOfShare, shareUsed } from './businessTime.ts'
import type { Calendar } from './calendar.ts'
import { type ClaimTimer, courseOfTimer } from './claimTimer.ts'
import { instantText } from './instantText.ts'

/** Lengths of the timers of one policy profile (domain.md section 2.4). */
export interface ClockPolicy {
  readonly pickupBusinessDays: number
  readonly reviewBusinessDays: number
  readonly decisionTargetBusinessDays: number
  readonly partnerResponseBusinessDays: number
  readonly disputeReviewBusinessDays: number
  readonly consent: { readonly length: number; readonly unit: 'calendar_days' | 'business_days' }
  readonly disputeWindowCalendarDays: number
}

export interface ClockedClaim {
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
  readonly timeline: ClaimTimeline
}

/** Every clock that runs on a claim now, the one that asks for action first. */
export function clocksOf(claim: ClockedClaim, policy: ClockPolicy, calendar: Calendar): Clock[] {
  return timersOf(claim, policy).map((timer) => clockOf(timer, calendar))
}

/** What those clocks count, in the same order. */
export function timersOf(claim: ClockedClaim, policy: ClockPolicy): ClaimTimer[] {
  const { timeline } = claim
  const target = () =>
    businessTimer(
      'decision_target',
      timeline.firstSubmittedAt,
      policy.decisionTargetBusinessDays,
      timeline.partnerWaits,
    )
  switch (claim.state) {
    case 'editing':
    case 'unknown':
      return []
    case 'submitted':
      return [businessTimer('pickup', timeline.lastSubmittedAt, policy.pickupBusinessDays, []), target()]
    case 'under_review':
      // A dispute follows a decision: the clock of the decision has done its work.
      return claim.subState === 'dispute_review'
        ? [reviewTimer(claim, policy)]
        : [reviewTimer(claim, policy), target()]
    case 'partner_action_required':
      return [
        businessTimer(
          'partner_response',
          timeline.partnerWaits.at(-1)?.from ?? timeline.lastSubmittedAt,
          policy.partnerResponseBusinessDays,
          [],
        ),
        reviewTimer(claim, policy),
      ]
    case 'approved':
      return claim.subState === 'consent_open' ? [consentTimer(timeline, policy)] : []
    case 'rejected':
      return claim.subState === 'disputable'
        ? [
            calendarTimer(
              'dispute_window',
              timeline.rejectedAt ?? timeline.lastSubmittedAt,
              policy.disputeWindowCalendarDays,
            ),
          ]
        : []
  }
}

/** A dispute has a review of its own, counted from the day it was opened (S-40). */
function reviewTimer({ timeline, subState }: ClockedClaim, policy: ClockPolicy): ClaimTimer {
  return subState === 'dispute_review' && timeline.disputedAt !== null
    ? businessTimer(
        'dispute_review',
        timeline.disputedAt,
        policy.disputeReviewBusinessDays,
        timeline.partnerWaits,
      )
    : businessTimer(
        'review',
        timeline.reviewStartedAt ?? timeline.lastSubmittedAt,
        policy.reviewBusinessDays,
        timeline.partnerWaits,
      )
}

function consentTimer(timeline: ClaimTimeline, policy: ClockPolicy): ClaimTimer {
  const startedAt = timeline.approvedAt ?? timeline.lastSubmittedAt
  return policy.consent.unit === 'business_days'
    ? businessTimer('consent', startedAt, policy.consent.length, [])
    : calendarTimer('consent', startedAt, policy.consent.length)
}

function businessTimer(
  timer: Timer,
  startedAt: number,
  businessDays: number,
  waits: readonly PartnerWait[],
): ClaimTimer {
  return { timer, startedAt, length: businessDays, unit: 'business_days', waits }
}

function calendarTimer(timer: Timer, startedAt: number, days: number): ClaimTimer {
  return { timer, startedAt, length: days, unit: 'calendar_days', waits: [] }
}

function clockOf(timer: ClaimTimer, calendar: Calendar): Clock {
  const course = courseOfTimer(timer, calendar)
  return course.frozenAt === null ? running(timer, course) : paused(timer, course, course.frozenAt)
}

function running({ timer, startedAt }: ClaimTimer, course: BusinessCourse): Clock {
  return {
    timer,
    startedAt: instantText(startedAt),
    dueAt: instantText(course.dueAt),
    halfAt: instantText(instantOfShare(course, 0.5)),
    threeQuartersAt: instantText(instantOfShare(course, 0.75)),
    nineTenthsAt: instantText(instantOfShare(course, 0.9)),
    pausedShare: null,
  }
}

function paused({ timer, startedAt }: ClaimTimer, course: BusinessCourse, since: number): Clock {
  return {
    timer,
    startedAt: instantText(startedAt),
    dueAt: null,
    halfAt: null,
    threeQuartersAt: null,
    nineTenthsAt: null,
    pausedShare: shareUsed(course, since),
  }
}

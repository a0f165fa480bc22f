import type { Clock } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimState, ClaimSubState, Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ClaimTimeline, PartnerWait } from '../claim/timeline.ts'
import { type BusinessCourse, courseOf, instantOfShare, usedMs } from './businessTime.ts'
import { type Calendar, dayOf, spanOfDay } from './calendar.ts'

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
  const { timeline } = claim
  const business = (timer: Timer, startedAt: number, businessDays: number, waits: readonly PartnerWait[]) =>
    businessClock(timer, startedAt, businessDays, waits, calendar)
  const target = () =>
    business(
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
      return [business('pickup', timeline.lastSubmittedAt, policy.pickupBusinessDays, []), target()]
    case 'under_review':
      // A dispute follows a decision: the clock of the decision has done its work.
      return claim.subState === 'dispute_review'
        ? [reviewClock(claim, policy, calendar)]
        : [reviewClock(claim, policy, calendar), target()]
    case 'partner_action_required':
      return [
        business(
          'partner_response',
          timeline.partnerWaits.at(-1)?.from ?? timeline.lastSubmittedAt,
          policy.partnerResponseBusinessDays,
          [],
        ),
        reviewClock(claim, policy, calendar),
      ]
    case 'approved':
      return claim.subState === 'consent_open' ? [consentClock(timeline, policy, calendar)] : []
    case 'rejected':
      return claim.subState === 'disputable'
        ? [
            calendarClock(
              'dispute_window',
              timeline.rejectedAt ?? timeline.lastSubmittedAt,
              policy.disputeWindowCalendarDays,
              calendar,
            ),
          ]
        : []
  }
}

/** A dispute has a review of its own, counted from the day it was opened (S-40). */
function reviewClock(claim: ClockedClaim, policy: ClockPolicy, calendar: Calendar): Clock {
  const { timeline, subState } = claim
  return subState === 'dispute_review' && timeline.disputedAt !== null
    ? businessClock(
        'dispute_review',
        timeline.disputedAt,
        policy.disputeReviewBusinessDays,
        timeline.partnerWaits,
        calendar,
      )
    : businessClock(
        'review',
        timeline.reviewStartedAt ?? timeline.lastSubmittedAt,
        policy.reviewBusinessDays,
        timeline.partnerWaits,
        calendar,
      )
}

function consentClock(timeline: ClaimTimeline, policy: ClockPolicy, calendar: Calendar): Clock {
  const startedAt = timeline.approvedAt ?? timeline.lastSubmittedAt
  return policy.consent.unit === 'business_days'
    ? businessClock('consent', startedAt, policy.consent.length, [], calendar)
    : calendarClock('consent', startedAt, policy.consent.length, calendar)
}

function businessClock(
  timer: Timer,
  startedAt: number,
  businessDays: number,
  waits: readonly PartnerWait[],
  calendar: Calendar,
): Clock {
  // Waits that ended before this clock began are another round's matter.
  const own = waits.filter(({ to }) => to === null || to > startedAt)
  const ended = own.filter(({ to }) => to !== null)
  const open = own.find(({ to }) => to === null)
  const course = courseOf({ startedAt, businessDays, waits: ended, calendar })
  return open === undefined ? running(timer, startedAt, course) : paused(timer, startedAt, course, open.from)
}

/** Due at the end of the local date N days on, by date and not by 24 hours. */
function calendarClock(timer: Timer, startedAt: number, days: number, calendar: Calendar): Clock {
  const dueAt = spanOfDay(dayOf(startedAt, calendar).add({ days }), calendar).to
  return running(timer, startedAt, { dueAt, spans: [{ from: startedAt, to: dueAt }] })
}

const instant = (ms: number): Instant => new Date(ms).toISOString() as Instant // toISOString gives just that form

function running(timer: Timer, startedAt: number, course: BusinessCourse): Clock {
  return {
    timer,
    startedAt: instant(startedAt),
    dueAt: instant(course.dueAt),
    halfAt: instant(instantOfShare(course, 0.5)),
    threeQuartersAt: instant(instantOfShare(course, 0.75)),
    nineTenthsAt: instant(instantOfShare(course, 0.9)),
    pausedShare: null,
  }
}

function paused(timer: Timer, startedAt: number, course: BusinessCourse, since: number): Clock {
  const total = usedMs(course, course.dueAt)
  return {
    timer,
    startedAt: instant(startedAt),
    dueAt: null,
    halfAt: null,
    threeQuartersAt: null,
    nineTenthsAt: null,
    pausedShare: total === 0 ? 1 : Math.min(1, usedMs(course, since) / total),
  }
}

import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import { type BusinessCourse, instantOfShare, shareUsed } from './businessTime.ts'
import type { Calendar } from './calendar.ts'
import { type ClaimTimer, courseOfTimer } from './claimTimer.ts'
import { type ClockedClaim, type ClockPolicy, timersOf } from './claimTimers.ts'
import { instantText } from './instantText.ts'

/** Every clock that runs on a claim now, the one that asks for action first. */
export function clocksOf(claim: ClockedClaim, policy: ClockPolicy, calendar: Calendar): Clock[] {
  return timersOf(claim, policy).map((timer) => clockOf(timer, calendar))
}

export function clockOf(timer: ClaimTimer, calendar: Calendar): Clock {
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

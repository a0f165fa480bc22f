import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { Calendar } from '../clocks/calendar.ts'
import { clockOf } from '../clocks/claimClocks.ts'

/**
 * The clocks of a case as a whole: nothing is published, so it is a target that goes on while parties are asked (domain.md section 2.4).
 * The first review of each challenger is timed by the clock of its own claim (C-21).
 */
export function caseClocks(
  openedAt: number,
  { clocks }: Pick<PolicyProfile, 'clocks'>,
  calendar: Calendar,
): Clock[] {
  const length = clocks.arbitrationBusinessDays
  return [
    clockOf(
      { timer: 'arbitration', startedAt: openedAt, length, unit: 'business_days', waits: [] },
      calendar,
    ),
  ]
}

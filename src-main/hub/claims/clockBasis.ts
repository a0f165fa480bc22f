import type {
  ClaimRecord,
  Clock,
  PolicyVersion,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { timelineOf } from '../../domain/claim/timeline.ts'
import type { Calendar } from '../../domain/clocks/calendar.ts'
import { type ClockPolicy, clocksOf } from '../../domain/clocks/claimClocks.ts'

/** What clocks are computed with. */
export interface ClockBasis {
  readonly policy: PolicyVersion
  readonly lengths: ClockPolicy
  readonly calendar: Calendar
}

/** Names a basis: clocks stored under another name are out of date. */
export function basisName({ policy, calendar }: ClockBasis): string {
  return `${policy.id}@${policy.version} ${calendar.id}@${calendar.version}`
}

type Timed = Pick<ClaimRecord, 'state' | 'subState' | 'history'> & {
  readonly form: Pick<ClaimRecord['form'], 'submittedAt'>
}

export function clocksOfClaim(claim: Timed, { lengths, calendar }: ClockBasis): Clock[] {
  const { state, subState, form, history } = claim
  return clocksOf({ state, subState, timeline: timelineOf(form.submittedAt, history) }, lengths, calendar)
}

import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import type {
  ClaimRecord,
  Clock,
  PolicyVersion,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { nextClockAct } from '../../domain/claim/nextClockAct.ts'
import { timelineOf } from '../../domain/claim/timeline.ts'
import { clocksOf } from '../../domain/clocks/claimClocks.ts'

/** What the clocks of a claim are computed with: its own profile and the team's calendar. */
export interface ClockBasis {
  readonly policy: PolicyProfile
  readonly calendar: Calendar
}

/** The basis by which a claim with this profile is timed. */
export type BasisOf = (policy: PolicyVersion) => ClockBasis

export const calendarName = ({ id, version }: PolicyVersion): string => ` ${id}@${version}`

/** Names a basis: clocks stored under another calendar are out of date. */
export const basisName = ({ policy, calendar }: ClockBasis): string =>
  `${policy.id}@${policy.version}${calendarName(calendar)}`

/** The calendar in the name of a basis; null where there is none. */
export function calendarOf(basis: string): PolicyVersion | null {
  const [, id, version] = / (\S+)@(\d+)$/.exec(basis) ?? []
  return id === undefined ? null : { id, version: Number(version) }
}

type Timed = Pick<
  ClaimRecord,
  'state' | 'subState' | 'stateChangedAt' | 'history' | 'matters' | 'assignedTo'
> & {
  readonly form: Pick<ClaimRecord['form'], 'submittedAt'>
}

/** `isContested`: other claims hold or ask for the same (C-21). */
export function clocksOfClaim(
  claim: Omit<Timed, 'assignedTo'>,
  { policy, calendar }: ClockBasis,
  isContested: boolean,
): Clock[] {
  const { state, subState, form, history, matters } = claim
  const timeline = timelineOf(form.submittedAt, history)
  return clocksOf({ state, subState, timeline, matters, isContested }, policy, calendar)
}

/** Null where the first clock is paused, or none runs. */
function dueOf([first]: readonly Clock[]): Date | null {
  return first === undefined || first.dueAt === null ? null : new Date(first.dueAt)
}

/** The columns of time of a claim: its clocks, what they were computed with, and what will happen by itself. */
export function timesOf(claim: Timed, basis: ClockBasis, isContested: boolean) {
  const clocks = clocksOfClaim(claim, basis, isContested)
  const next = nextClockAct(claim, clocks, Date.parse(claim.stateChangedAt))
  return {
    clocks,
    clocksBasis: basisName(basis),
    dueAt: dueOf(clocks),
    nextAct: next?.act ?? null,
    nextActAt: next === null ? null : new Date(next.at),
  }
}

import { Temporal } from 'temporal-polyfill'
import type { PolicyAssignment } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import { policyForDay } from './policyForDay.ts'

/** Why assignments cannot be used. Days are ISO days; both ends are included, null = without end. */
export type AssignmentProblem =
  | { readonly kind: 'nothing_assigned' }
  | { readonly kind: 'unknown_profile'; readonly profile: PolicyVersion }
  | { readonly kind: 'ends_before_it_begins'; readonly fromDay: string; readonly toDay: string }
  /** Days that two assignments cover. */
  | { readonly kind: 'overlap'; readonly fromDay: string; readonly toDay: string | null }
  /** Days that none covers. After the last assignment: null = for ever. */
  | { readonly kind: 'gap'; readonly fromDay: string; readonly toDay: string | null }
  /** From this day on, a day on which claims may have been submitted would change its profile. */
  | { readonly kind: 'changes_the_past'; readonly fromDay: string }

/**
 * What is wrong with a set of assignments: a profile that is not known, and every day that would have none or two. Empty = each day
 * has exactly one, from the first assignment on and without end.
 */
export function assignmentProblems(
  assignments: readonly PolicyAssignment[],
  known: readonly PolicyVersion[],
): AssignmentProblem[] {
  if (assignments.length === 0) return [{ kind: 'nothing_assigned' }]
  const strangers = assignments
    .filter(({ profile }) => !known.some((one) => isSame(one, profile)))
    .map(({ profile }): AssignmentProblem => ({ kind: 'unknown_profile', profile }))
  const backwards = assignments.flatMap(({ fromDay, toDay }): AssignmentProblem[] =>
    toDay !== null && toDay < fromDay ? [{ kind: 'ends_before_it_begins', fromDay, toDay }] : [],
  )
  // With an end before its begin, gaps and overlaps would only repeat the same slip.
  return [...strangers, ...(backwards.length > 0 ? backwards : coverageProblems(assignments))]
}

function coverageProblems(assignments: readonly PolicyAssignment[]): AssignmentProblem[] {
  const problems: AssignmentProblem[] = []
  const byStart = [...assignments].sort((a, b) => a.fromDay.localeCompare(b.fromDay))
  // The last day covered so far; null = every later day is.
  let covered = byStart[0]?.toDay ?? null
  for (const { fromDay, toDay } of byStart.slice(1)) {
    if (covered === null || fromDay <= covered) {
      problems.push({ kind: 'overlap', fromDay, toDay: earlierOf(covered, toDay) })
    } else if (dayAfter(covered) < fromDay) {
      problems.push({ kind: 'gap', fromDay: dayAfter(covered), toDay: dayBefore(fromDay) })
    }
    covered = laterOf(covered, toDay)
  }
  return covered === null ? problems : [...problems, { kind: 'gap', fromDay: dayAfter(covered), toDay: null }]
}

/**
 * Why one set of assignments may not take the place of another: a claim is judged by the profile of the day on which it was
 * submitted, and today has begun. Only days after `today` (ISO day, UTC) may change theirs.
 */
export function assignmentChangeProblems(
  before: readonly PolicyAssignment[],
  after: readonly PolicyAssignment[],
  today: string,
): AssignmentProblem[] {
  const starts = [...before, ...after].flatMap(({ fromDay, toDay }) =>
    toDay === null ? [fromDay] : [fromDay, dayAfter(toDay)],
  )
  // Between two starts no day's profile changes, and before the first of all each day has that of the first.
  const changed = [...starts, today]
    .filter((day) => day <= today)
    .sort()
    .find((day) => isTaken(policyForDay(before, day), policyForDay(after, day)))
  return changed === undefined ? [] : [{ kind: 'changes_the_past', fromDay: changed }]
}

/** The assignments in which a profile judges every claim from a day on; what stood assigned to those days goes. */
export function assignFrom(
  assignments: readonly PolicyAssignment[],
  profile: PolicyVersion,
  fromDay: string,
): PolicyAssignment[] {
  const earlier = assignments
    .filter((one) => one.fromDay < fromDay)
    .map((one) => ({ ...one, toDay: earlierOf(one.toDay, dayBefore(fromDay)) }))
  return [...earlier, { profile, fromDay, toDay: null }]
}

const isSame = (a: PolicyVersion, b: PolicyVersion) => a.id === b.id && a.version === b.version

/** A day that had no profile loses none. */
function isTaken(before: PolicyVersion | null, after: PolicyVersion | null): boolean {
  return before !== null && (after === null || !isSame(before, after))
}

/** Of two last days, null = without end. */
function earlierOf(a: string | null, b: string | null): string | null {
  if (a === null) return b
  return b !== null && b < a ? b : a
}

function laterOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null
  return a < b ? b : a
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

import { Temporal } from 'temporal-polyfill'
import type { PolicyAssignment } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'

/** The day of an ISO instant in UTC, as an ISO day. It decides the profile, so that it must not hang on anybody's time zone. */
export function submissionDay(submittedAt: string): string {
  return Temporal.Instant.from(submittedAt).toZonedDateTimeISO('UTC').toPlainDate().toString()
}

/**
 * The profile that judges claims of a submission day. Days before the first assigned one are judged as that one: claims from before
 * CPOR are flagged (S-04), but somebody has to judge them. Null = no assignment covers the day, which `assignmentProblems` refuses;
 * where two do, which it refuses too, the one that begins later wins.
 */
export function policyForDay(assignments: readonly PolicyAssignment[], day: string): PolicyVersion | null {
  const byStart = [...assignments].sort((a, b) => a.fromDay.localeCompare(b.fromDay))
  const first = byStart[0]
  if (first === undefined) return null
  const judged = day < first.fromDay ? first.fromDay : day
  return byStart.findLast((one) => covers(one, judged))?.profile ?? null
}

/**
 * The profile of a claim: the one it has, whatever was assigned since; a claim without one gets that of its first submission's day.
 * @param kept null = the claim is new here.
 */
export function policyOfClaim(
  kept: PolicyVersion | null,
  submittedAt: string,
  assignments: readonly PolicyAssignment[],
): PolicyVersion | null {
  return kept ?? policyForDay(assignments, submissionDay(submittedAt))
}

function covers({ fromDay, toDay }: PolicyAssignment, day: string): boolean {
  return fromDay <= day && (toDay === null || day <= toDay)
}

import { PolicyAssignments } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import { type AssignmentProblem, assignmentProblems } from '../../domain/policy/assignmentProblems.ts'
import { readCheckedFile, unusable } from './checkedFile.ts'

/** Lies among the profiles. */
export const ASSIGNMENTS_FILE = 'assignments.json'

/**
 * Which profile judges which submission days, as shipped: what a hub begins with.
 * @param known the profiles that there are. Rejects when another one is named, or when a day has none or two.
 */
export async function readAssignments(
  file: string,
  known: readonly PolicyVersion[],
): Promise<PolicyAssignments> {
  const assignments = await readCheckedFile(file, PolicyAssignments)
  const problems = assignmentProblems(assignments, known)
  if (problems.length > 0) throw unusable(file, problems.map(sentenceOf))
  return assignments
}

function sentenceOf(problem: AssignmentProblem): string {
  switch (problem.kind) {
    case 'nothing_assigned':
      return 'No profile is assigned to any day.'
    case 'unknown_profile':
      return `There is no version ${problem.profile.version} of a profile ${problem.profile.id}.`
    case 'ends_before_it_begins':
      return `An assignment begins on ${problem.fromDay} and ends before that, on ${problem.toDay}.`
    case 'overlap':
      return `Two profiles are assigned to the days ${daysOf(problem)}.`
    case 'gap':
      return `No profile is assigned to the days ${daysOf(problem)}.`
    case 'changes_the_past':
      return `Claims may have been submitted on ${problem.fromDay} already; that day keeps its profile.`
  }
}

function daysOf({ fromDay, toDay }: { fromDay: string; toDay: string | null }): string {
  return toDay === null ? `from ${fromDay} on` : `from ${fromDay} to ${toDay}`
}

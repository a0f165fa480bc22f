import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PolicyAssignment, PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { policyForDay, submissionDay } from '../../domain/policy/policyForDay.ts'
import type { ClockBasis } from '../claims/clockBasis.ts'
import type { Db, Tx } from '../store/database.ts'
import { listAssignments, listProfiles } from '../store/referenceRepo.ts'

/** What claims are judged and timed by, as this hub has it at hand. */
export interface Rules {
  /** The calendar in force. */
  readonly calendar: Calendar
  /** @throws Error for a profile that is not known: `refresh` first where it may have come from another hub. */
  basisOf(policy: PolicyVersion): ClockBasis
  knows(policy: PolicyVersion): boolean
  /** The profile of the day on which a claim is submitted (UTC), as the assignments of the last refresh have it. */
  profileFor(submittedAt: string): PolicyProfile
  /** Reads assignments and new profiles anew: another hub, or a lead, may have changed them. */
  refresh(db: Db | Tx): Promise<void>
}

const nameOf = ({ id, version }: PolicyVersion): string => `${id}@${version}`

/** Rules over a database that holds profiles and assignments. */
export async function loadRules(db: Db | Tx, calendar: Calendar): Promise<Rules> {
  const profiles = new Map<string, PolicyProfile>()
  let assignments: readonly PolicyAssignment[] = []
  const find = (policy: PolicyVersion): PolicyProfile => {
    const profile = profiles.get(nameOf(policy))
    if (profile === undefined) throw new Error(`The hub has no policy profile ${nameOf(policy)}`)
    return profile
  }
  const rules: Rules = {
    calendar,
    basisOf: (policy) => ({ policy: find(policy), calendar }),
    knows: (policy) => profiles.has(nameOf(policy)),
    profileFor(submittedAt) {
      const policy = policyForDay(assignments, submissionDay(submittedAt))
      if (policy === null) throw new Error('No policy profile is assigned to the day of this submission')
      return find(policy)
    },
    async refresh(database) {
      assignments = await listAssignments(database)
      for (const profile of await listProfiles(database, [...profiles.keys()]))
        profiles.set(nameOf(profile), profile)
    },
  }
  await rules.refresh(db)
  return rules
}

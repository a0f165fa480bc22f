import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PolicyAssignment, PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { policyForDay, submissionDay } from '../../domain/policy/policyForDay.ts'
import type { ClockBasis } from '../claims/clockBasis.ts'
import type { Db, Tx } from '../store/database.ts'
import { listAssignments, listCalendars, listProfiles, newestCalendar } from '../store/referenceRepo.ts'

/** What claims are judged and timed by, as this hub has it at hand. */
export interface Rules {
  /** The calendar in force, as of the last refresh: the newest version that there is of it. */
  readonly calendar: Calendar
  /** @throws Error for a profile that is not known: `refresh` first where it may have come from another hub. */
  basisOf(policy: PolicyVersion): ClockBasis
  knows(policy: PolicyVersion): boolean
  /** The profile of the day on which a claim is submitted (UTC), as the assignments of the last refresh have it. */
  profileFor(submittedAt: string): PolicyProfile
  /** Reads assignments, new profiles and the calendar anew: another hub, or a lead, may have changed them. */
  refresh(db: Db | Tx): Promise<void>
  /** Runs after a refresh that brought another calendar; the function given back ends it. */
  onCalendar(listener: () => void): () => void
}

const nameOf = ({ id, version }: PolicyVersion): string => `${id}@${version}`

/** Rules over a database that holds profiles and assignments. @param given the team's calendar, as far as no newer version is there. */
export async function loadRules(db: Db | Tx, given: Calendar): Promise<Rules> {
  let calendar = given
  const listeners = new Set<() => void>()
  const profiles = new Map<string, PolicyProfile>()
  let assignments: readonly PolicyAssignment[] = []
  const find = (policy: PolicyVersion): PolicyProfile => {
    const profile = profiles.get(nameOf(policy))
    if (profile === undefined) throw new Error(`The hub has no policy profile ${nameOf(policy)}`)
    return profile
  }
  const rules: Rules = {
    get calendar() {
      return calendar
    },
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
      const newest = Math.max(given.version, (await newestCalendar(database, given.id)) ?? 0)
      if (newest === calendar.version) return
      const isNewest = ({ id, version }: Calendar) => id === given.id && version === newest
      calendar = (await listCalendars(database)).find(isNewest) ?? given
      for (const listener of listeners) listener()
    },
    onCalendar(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  await rules.refresh(db)
  return rules
}

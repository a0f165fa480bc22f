import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import { type ClockCourse, clockCoursesOf, isSettled } from '../../domain/clocks/clockCourses.ts'
import { latePausesOf } from '../../domain/clocks/latePauses.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { findCalendar, findPolicy } from '../../store/referenceRepo.ts'
import {
  type KeptCourse,
  listCourses,
  listUntold,
  putPast,
  type UntoldClaim,
} from '../../store/untoldRepo.ts'
import type { Core } from '../core.ts'

/** The part of the workstation that a board is made of. */
export type LeadCore = Pick<Core, 'store' | 'session' | 'ports' | 'emit' | 'ending'>

/** Claims told in one transaction: whoever waits for rows meanwhile waits some milliseconds. */
const AT_ONCE = 50
/** So often the window is told while many are told. */
const TOLD_AFTER = 2_500

/**
 * Tells the past of every claim that came or changed, a few at a time. What a claim is reckoned by may not be here yet: then it stays
 * for the next round. Returns how many were told.
 */
export async function tellPast(core: LeadCore): Promise<number> {
  let told = 0
  let announced = 0
  const reference = referenceOf(core)
  for (let after: number | null = -1; after !== null && !core.ending.aborted; ) {
    const round: Round = tellSome(core, reference, after)
    told += round.told
    after = round.last
    if (told - announced >= TOLD_AFTER) {
      announced = told
      core.emit('lead.changed', {})
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (told > announced && !core.ending.aborted) core.emit('lead.changed', {})
  return told
}

interface Round {
  readonly told: number
  /** Null = there are no more. */
  readonly last: number | null
}

function tellSome(core: LeadCore, reference: Reference, after: number): Round {
  // Nothing to do is the rule: no transaction is begun for it.
  const claims = core.store.read((s) => listUntold(s, after, AT_ONCE))
  if (claims.length === 0) return { told: 0, last: null }
  const now = core.ports.clock.now()
  const told = core.store.write((s) => claims.filter((claim) => tell(s, claim, reference, now)).length)
  return { told, last: claims.length < AT_ONCE ? null : (claims.at(-1)?.claimKey ?? null) }
}

interface Reference {
  policy(named: PolicyVersion): PolicyProfile | null
  calendar(named: PolicyVersion): Calendar | null
}

/** Each read once: a calendar that is the same value keeps the days that were worked out for it. */
function referenceOf({ store }: Pick<Core, 'store'>): Reference {
  return {
    policy: once((named) => store.read((s) => findPolicy(s, named))),
    calendar: once((named) => store.read((s) => findCalendar(s, named))),
  }
}

function once<T>(find: (named: PolicyVersion) => T): (named: PolicyVersion) => T {
  const found = new Map<string, T>()
  return (named) => {
    const key = `${named.version} ${named.id}`
    const known = found.get(key) ?? find(named)
    found.set(key, known)
    return known
  }
}

function tell(store: WriteStore, claim: UntoldClaim, reference: Reference, now: number): boolean {
  const { claimKey, lived, calendar: named } = claim
  const latePauses = latePausesOf(lived.submittedAt, lived.history)
  if (named === null) {
    putPast(store, claimKey, { courses: listCourses(store, claimKey), latePauses })
    return true
  }
  const policy = reference.policy(claim.policy)
  const calendar = reference.calendar(named)
  if (policy === null || calendar === null) return false
  const courses = withWhatIsSettled(
    clockCoursesOf(lived, policy, calendar),
    listCourses(store, claimKey),
    named,
    now,
  )
  putPast(store, claimKey, { courses, latePauses })
  return true
}

/** The newly reckoned, but for what is a fact already: a breach that was seen stays one by whichever calendar it was. */
function withWhatIsSettled(
  reckoned: readonly ClockCourse[],
  kept: readonly KeptCourse[],
  calendar: PolicyVersion,
  now: number,
): KeptCourse[] {
  return reckoned.map(({ counted, dueAt, endedAt }) => {
    const { timer, startedAt } = counted
    const before = kept.find((one) => one.timer === timer && one.startedAt === startedAt)
    return before !== undefined && isSettled(before, endedAt, now)
      ? { ...before, endedAt }
      : { timer, startedAt, dueAt, endedAt, calendar: { id: calendar.id, version: calendar.version } }
  })
}

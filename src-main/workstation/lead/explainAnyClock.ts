import type { Input, Output } from '../../../src-preload/contract/index.ts'
import { clockOf } from '../../domain/clocks/claimClocks.ts'
import { clockCoursesOf } from '../../domain/clocks/clockCourses.ts'
import { explainClock } from '../../domain/clocks/explain.ts'
import { toInstantOrNull, toMs } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findCalendar, findPolicy } from '../../store/referenceRepo.ts'
import { findLived, listCourses } from '../../store/untoldRepo.ts'

type Explained = Omit<Extract<Output<'lead.clock'>, { outcome: 'shown' }>, 'outcome'>

const NONE: Explained = { explanation: null, endedAt: null }

/** Where the time of a clock went, of one that has ended up to its end; by the calendar that was written down with it. */
export function explainAnyClock(
  store: ReadStore,
  { claimId, timer, startedAt }: Input<'lead.clock'>,
  now: number,
): Explained {
  const claim = findLived(store, claimId)
  if (claim === null) return NONE
  const since = toMs(startedAt)
  const kept = listCourses(store, claim.claimKey).find(
    (one) => one.timer === timer && one.startedAt === since,
  )
  const named = kept?.calendar ?? claim.calendar
  const policy = findPolicy(store, claim.policy)
  const calendar = named === null ? null : findCalendar(store, named)
  if (policy === null || calendar === null) return NONE
  const course = clockCoursesOf(claim.lived, policy, calendar).find(
    ({ counted }) => counted.timer === timer && counted.startedAt === since,
  )
  if (course === undefined) return NONE
  const { counted, endedAt } = course
  const { id, version, zone } = calendar
  return {
    explanation: {
      clock: clockOf(counted, calendar),
      length: counted.length,
      unit: counted.unit,
      segments: explainClock(counted, calendar, endedAt ?? now),
      calendar: { id, version, zone },
    },
    endedAt: toInstantOrNull(endedAt),
  }
}

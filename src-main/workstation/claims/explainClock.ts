import type { ClockExplanation } from '../../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import { timersOf } from '../../domain/clocks/claimTimers.ts'
import { explainClock } from '../../domain/clocks/explain.ts'
import type { Core } from '../core.ts'
import { findOwnCalendar, getClaimAtHand } from './claimAtHand.ts'
import { clockedClaim, ownStart } from '../../domain/clocks/clockedClaim.ts'

/** Where the time of one clock of a claim went and goes; null = it has no such clock, or what it is reckoned by is not here. */
export function explainClockOf(core: Core, claimId: ClaimId, timer: Timer): ClockExplanation | null {
  const { claim, calendar } = core.store.read((store) => {
    const found = getClaimAtHand(store, claimId)
    return { claim: found, calendar: findOwnCalendar(store, found.record) }
  })
  const { record, policy, ownStartAt } = claim
  const clock = record.clocks.find((one) => one.timer === timer)
  if (clock === undefined || policy === null || calendar === null) return null
  const counted = timersOf(clockedClaim(record, ownStart(ownStartAt)), policy).find(
    (one) => one.timer === timer,
  )
  if (counted === undefined) return null
  const { id, version, zone } = calendar
  return {
    clock,
    length: counted.length,
    unit: counted.unit,
    segments: explainClock(counted, calendar, core.ports.clock.now()),
    calendar: { id, version, zone },
  }
}

import { applyAct } from '../../domain/claim/applyAct.ts'
import type { StartedReview } from '../../domain/claim/shownState.ts'
import { clocksOf } from '../../domain/clocks/claimClocks.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { type ClaimAtHand, findOwnCalendar, situationOf } from './claimAtHand.ts'
import { clockedClaim, ownStart } from '../../domain/clocks/clockedClaim.ts'
import { type Acting, settingOf } from './guards.ts'

/**
 * What a claim shows once its review was begun here: the sub-state and the clocks that the hub will most likely give it. Null where
 * the rules forbid to begin one. Without the calendar the new clock is left out; the one for the pickup is over in any case.
 */
export function startedReviewOf(
  store: ReadStore,
  claim: ClaimAtHand,
  { actor, now, hubNow }: Acting,
): StartedReview | null {
  const setting = settingOf(claim, hubNow)
  if (setting === null) return null
  const done = applyAct({ act: 'start_review' }, situationOf(claim, hubNow), actor, setting)
  if ('blocks' in done || done.status === null) return null
  const calendar = findOwnCalendar(store, claim.record)
  const after = { ...claim.record, ...done.status }
  const clocks =
    calendar === null
      ? after.clocks.filter(({ timer }) => timer !== 'pickup')
      : clocksOf(clockedClaim(after, ownStart(now)), setting.policy, calendar)
  return { subState: done.status.subState, clocks }
}

import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import type { ClaimSubState } from '../../../src-preload/contract/vocabulary/words.ts'
import { type Status, transitionFor } from './transitions.ts'

/**
 * The status that this workstation shows while its own operations wait. Only a started review shows before the hub has spoken,
 * so that work goes on offline; a decision is shown as waiting, never as done.
 */
export function shownState(status: Status, waitingKinds: readonly string[]): Status {
  const { state, subState } = status
  if (!waitingKinds.includes('start_review')) return { state, subState }
  const move = transitionFor(status, 'start_review')
  return move === null
    ? { state, subState }
    : { state: 'under_review', subState: move.subState ?? 'in_review' }
}

/** How a claim stands once its review has begun, as the workstation that began it reckons. */
export interface StartedReview {
  readonly subState: ClaimSubState | null
  /** First due first. */
  readonly clocks: readonly Clock[]
}

/**
 * The claim as it shows: with the review that was begun here, else as the hub has it.
 * @param started null = no review was begun here.
 */
export function shownClaim(
  claim: Status & Pick<StartedReview, 'clocks'>,
  waitingKinds: readonly string[],
  started: StartedReview | null,
): Status & Pick<StartedReview, 'clocks'> {
  const { state, subState } = shownState(claim, waitingKinds)
  const isMoved = state !== claim.state || subState !== claim.subState
  if (!isMoved || started === null) return { state, subState, clocks: claim.clocks }
  return { state, ...started }
}

import type { ClaimState, ClaimSubState } from '../../../src-preload/contract/vocabulary/words.ts'
import { transitionFor } from './transitions.ts'

interface Status {
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
}

/**
 * The status that this workstation shows while its own operations wait. Only a started review shows before the hub has spoken,
 * so that work goes on offline; a decision is shown as waiting, never as done.
 */
export function shownState(status: Status, waitingKinds: readonly string[]): Status {
  if (!waitingKinds.includes('start_review')) return { state: status.state, subState: status.subState }
  const move = transitionFor(status.state, 'start_review')
  return move === null ? status : { state: move.to, subState: move.subState }
}

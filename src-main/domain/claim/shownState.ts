import { type Status, transitionFor } from './transitions.ts'

/**
 * The status that this workstation shows while its own operations wait. Only a started review shows before the hub has spoken,
 * so that work goes on offline; a decision is shown as waiting, never as done.
 */
export function shownState(status: Status, waitingKinds: readonly string[]): Status {
  if (!waitingKinds.includes('start_review')) return { state: status.state, subState: status.subState }
  const move = transitionFor(status, 'start_review')
  return move === null ? status : { state: 'under_review', subState: move.subState ?? 'in_review' }
}

import type { ClaimRecord } from '../contract/vocabulary/claimShape.ts'
import type { Say } from './say.ts'

/** "Partner action required · open". Without a sub-state the status alone. */
export function statusWords({ state, subState }: Pick<ClaimRecord, 'state' | 'subState'>, say: Say): string {
  const word = say(`state.${state}`)
  return subState === null ? word : say('state.withSub', { state: word, sub: say(`subState.${subState}`) })
}

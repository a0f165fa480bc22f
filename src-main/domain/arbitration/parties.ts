import type { CaseState } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'

interface Joined {
  /** Null = it is a party still. */
  readonly left: unknown
}

/** Those that have not left. */
export const livingParties = <Party extends Joined>(parties: readonly Party[]): Party[] =>
  parties.filter(({ left }) => left === null)

/** A case that may have been decided or dissolved. */
interface Closing<Party> {
  readonly parties: readonly Party[]
  readonly state: CaseState
  readonly stateChangedAt: Instant
  readonly outcome: { readonly at: Instant } | null
}

/** When a case was decided or dissolved; null = it waits for its decision. */
export function closedAt({ state, stateChangedAt, outcome }: Closing<unknown>): Instant | null {
  if (outcome !== null) return outcome.at
  return state === 'dissolved' ? stateChangedAt : null
}

/** Those that a case was decided between, whoever left by that or later; of one that waits, the living. */
export function comparedParties<Party extends { readonly left: { readonly at: Instant } | null }>(
  one: Closing<Party>,
): Party[] {
  const closed = closedAt(one)
  if (closed === null) return livingParties(one.parties)
  return one.parties.filter(({ left }) => left === null || Date.parse(left.at) >= Date.parse(closed))
}

import type { RungValue, StandingEvidence } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { MissingFact, UnclearReason } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import type { ArbitrationPolicy } from './arbitrationPolicy.ts'
import type { PartyStanding } from './standing.ts'

/** What a comparison goes by beside the parties. */
export interface RungSetting {
  readonly policy: ArbitrationPolicy
  /** ISO day. */
  readonly today: string
}

/** How one party stands to another on one rung. `unknown`: it would take more to say. */
export type Comparison = 'ahead' | 'behind' | UnclearReason | 'unknown'

/** One rung: what a party has on it, and whether that is clearly more than another has. */
export interface RungRule {
  valueOf(party: PartyStanding, setting: RungSetting): RungValue
  evidenceOf(party: PartyStanding): readonly StandingEvidence[]
  /** The other way round it says the opposite. */
  compare(one: PartyStanding, other: PartyStanding, setting: RungSetting): Comparison
  /** What keeps a party from being compared; null = nothing. */
  missingOf(party: PartyStanding, setting: RungSetting): MissingFact | null
}

/** More is ahead; null = nobody knows how much. */
export function compareRanks(one: number | null, other: number | null): Comparison {
  if (one === null || other === null) return 'unknown'
  if (one === other) return 'same'
  return one > other ? 'ahead' : 'behind'
}

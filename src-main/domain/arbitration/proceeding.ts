import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { ClaimState, DecisionReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { block } from '../claim/block.ts'

/** A claim of which something may be contested. */
export interface Contested {
  readonly state: ClaimState
  /** Ids of its items. */
  readonly items: readonly string[]
  /** Ids of those that it asks for in a living case; left out = none. */
  readonly contested?: readonly string[]
}

/** Which items wait for the decision of a case, and which go their ordinary way (domain.md section 4.1). */
export interface Proceeding {
  readonly contested: readonly string[]
  readonly free: readonly string[]
}

/**
 * Only what overlaps is contested, and a claim has one status. So the rest proceeds like this: all of it is reviewed for the first time
 * as of any claim, its free items need no arbitration and take no part in one, and the partner may take the contested ones off its
 * claim, which then is approved without them. What nobody can do is approve a claim while one of its items is contested.
 */
export function proceedingOf({ items, contested = [] }: Contested): Proceeding {
  return {
    contested: items.filter((item) => contested.includes(item)),
    free: items.filter((item) => !contested.includes(item)),
  }
}

/** An approval would give to one what the case is there to decide. Each item is named where others of the claim are free. */
export function blocksOfContested(claim: Contested): Block[] {
  const { contested, free } = proceedingOf(claim)
  if (contested.length === 0) return []
  return free.length === 0
    ? [block('open_arbitration')]
    : contested.map((item) => block('open_arbitration', item))
}

/** Decisions that are the partner's own doing, or its silence. */
const NOT_ARBITRATED: readonly DecisionReason[] = ['REJ_PARTNER_REQUEST', 'REJ_NO_PARTNER_RESPONSE']

/**
 * A review of a contested claim ends with a hold, a question or what the partner asked for: whether its proof is good enough is said by
 * who compares it with the others'.
 */
export function blocksOfContestedRejection(claim: Contested, reasons: readonly DecisionReason[]): Block[] {
  const isOwnDoing = reasons.some((reason) => NOT_ARBITRATED.includes(reason))
  const { contested } = proceedingOf(claim)
  return claim.state !== 'under_review' || contested.length === 0 || isOwnDoing
    ? []
    : [block('open_arbitration')]
}

/** Acts for which it counts in which cases the claim is. */
const WEIGHED: readonly ClaimAct[] = [
  'approve',
  'reject',
  'request_info',
  'hold_for_arbitration',
  'case_ask',
  'case_tell',
]

export const dependsOnCases = (act: ClaimAct): boolean => WEIGHED.includes(act)

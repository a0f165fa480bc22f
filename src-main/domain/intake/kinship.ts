import type { ClaimForm, ClaimItem } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Lookups } from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { ClaimState, Kinship } from '../../../src-preload/contract/vocabulary/words.ts'
import { type ExclusiveUnits, exclusivityKeysOf, isContending, withSubscription } from './exclusivity.ts'

/** What must be known of a claim to say what it is to another one of the same customer. */
export interface Relative
  extends Pick<
    ClaimForm,
    'claimId' | 'solutionArea' | 'program' | 'activities' | 'mpnId' | 'partnerCompanyName'
  > {
  readonly items: readonly ClaimItem[]
  readonly lookups: Lookups
  readonly state: ClaimState
  /** The rejected claim that it takes the place of. */
  readonly replaces: ClaimId | null
}

/** The items of `theirs` that `mine` names too, where one partner alone may hold them; `units` null = nothing says which. */
export function sharedNames(mine: Relative, theirs: Relative, units: ExclusiveUnits | null): string[] {
  if (units === null) return []
  const keysOf = (claim: Relative, item: ClaimItem) =>
    exclusivityKeysOf(claim, withSubscription(item, claim.lookups), units)
  const own = new Set(mine.items.flatMap((item) => keysOf(mine, item)))
  return theirs.items
    .filter((item) => keysOf(theirs, item).some((key) => own.has(key)))
    .map(({ name }) => name)
}

/**
 * Two partners compete while both claims hold or ask (S-125). One partner never competes with itself: it may hold several claims
 * on one customer, and claiming anew is no conflict (S-83).
 */
export function kinshipOf(mine: Relative, theirs: Relative, hasShared: boolean): Kinship {
  if (mine.replaces === theirs.claimId) return 'replaced'
  if (theirs.replaces === mine.claimId) return 'replacing'
  const isSamePartner =
    mine.mpnId === theirs.mpnId || mine.partnerCompanyName.trim() === theirs.partnerCompanyName.trim()
  if (isSamePartner) return 'same_partner'
  return hasShared && isContending(mine.state) && isContending(theirs.state) ? 'competing' : 'other_partner'
}

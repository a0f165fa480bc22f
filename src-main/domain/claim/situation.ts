import type { ClaimMatters } from '../../../src-preload/contract/vocabulary/matterShape.ts'
import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { Assignment, ClaimComment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Role } from '../../../src-preload/contract/vocabulary/words.ts'
import type { CaseOfClaim } from '../arbitration/caseOfClaim.ts'
import type { Unsayable } from '../letter/guards/unsayable.ts'
import type { JudgedCriterion } from '../checks/effectiveVerdict.ts'
import type { Status } from './transitions.ts'

/** What the guards look at: the same on the workstation, before sending, and at the hub, before applying. */
export interface ClaimSituation extends Status {
  readonly documents: number
  /** Ids of the claimed items. */
  readonly items: readonly string[]
  readonly program: keyof PolicyProfile['exclusivity'] | 'UNKNOWN'
  readonly criteria: readonly JudgedCriterion[]
  readonly matters: ClaimMatters
  readonly clocks: readonly Clock[]
  /** Null = nobody holds it, or did last. */
  readonly assignedTo: Pick<Assignment, 'userId' | 'until'> | null
  readonly comments: readonly Pick<ClaimComment, 'commentId' | 'visibility'>[]
  /** What must not be said to the partner. Left out = nothing is said to it, or nobody looked. */
  readonly unsayable?: Unsayable
  /** Brought over from before: it may be submitted without a proof (S-07). Left out = it was not. */
  readonly isMigrated?: boolean
  /** Ids of items that it asks for in a living case of arbitration. Left out = none, or nobody looked. */
  readonly contested?: readonly string[]
  /** Ids of items that a decided arbitration did not give to it and that it has not come back with. Left out = none, or nobody looked. */
  readonly toDrop?: readonly string[]
  /**
   * A lead has decided the arbitration of this claim, and the act is part of the outcome: what waited for it waits no longer. Left out =
   * it has not.
   */
  readonly isArbitrated?: boolean
  /** How many claims of others stand against it in living cases; also those that are not for this person's eyes. Left out = as `cases` say. */
  readonly rivals?: number
  /** The living cases in which it is a party. Left out = none, or nobody looked. */
  readonly cases?: readonly CaseOfClaim[]
  /** The claim has words that this version does not know: nothing may be done to it here. */
  readonly hasUnknownWords: boolean
}

/** Who acts. Partner, customer and the clocks act through the hub. */
export type Actor =
  | { readonly side: 'reviewer'; readonly userId: UserId; readonly role: Role }
  | { readonly side: 'partner' | 'customer' | 'system' }

/** What an act is judged by: the claim's own profile and the instant, in epoch milliseconds. The hub decides time. */
export interface Setting {
  readonly policy: PolicyProfile
  readonly now: number
}

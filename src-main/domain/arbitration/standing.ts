import type { DayRange } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Engagement, StandingEvidence } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { ActivityFit, MentionAspect } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import type { ClaimCheckName, Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'

/** Something that is known, where it stands, or not known, where one looked. */
export type Known<Value> =
  | { readonly isKnown: true; readonly value: Value; readonly evidence: readonly StandingEvidence[] }
  | { readonly isKnown: false; readonly evidence: readonly StandingEvidence[] }

/**
 * All that the ladder may know of a partner's claim for one contested item. Who the partner is, how large, and how often it won before
 * are not in it and must not come in: that is what keeps the comparison fair.
 */
export interface PartyStanding {
  /** Names the party in the result; nothing is concluded from it. */
  readonly claimId: ClaimId
  /** The five criteria for this item on the newest proof, effective: null = open. */
  readonly criteria: readonly {
    readonly criterion: Criterion
    readonly verdict: Verdict | null
    readonly evidence: readonly StandingEvidence[]
  }[]
  /** The details of the association (S-126), effective as the criteria are. */
  readonly details: readonly { readonly check: ClaimCheckName; readonly verdict: Verdict | null }[]
  readonly hasPoe: boolean
  /** Brought over from before: it may hold the item without a proof (S-07). */
  readonly isMigrated: boolean
  /** The day of the newest statement of the customer that names the partner for this item; null = there is none. */
  readonly statement: Known<DayRange | null>
  /** The day on which the customer acknowledged, with all its readings; null = the papers carry none. */
  readonly acknowledged: Known<DayRange | null>
  /** What the papers name; null = that cannot be told. */
  readonly mention: Readonly<Record<MentionAspect, boolean | null>>
  readonly mentionEvidence: readonly StandingEvidence[]
  /** Null = the papers state none. */
  readonly engagement: Known<Engagement | null>
  readonly activityFit: Known<ActivityFit>
  readonly submittedAt: Instant
  /** An approved association holds the item. */
  readonly isIncumbent: boolean
}

/** Details that nobody has verified: while there are any, the claim is not compared (S-126). */
export const openDetails = ({ details }: Pick<PartyStanding, 'details'>): ClaimCheckName[] =>
  details.filter(({ verdict }) => verdict === null || verdict === 'cannot_tell').map(({ check }) => check)

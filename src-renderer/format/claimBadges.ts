import type { ClaimState, ClaimSubState } from '../../src-preload/contract/vocabulary/words.ts'

/** What is to be seen of a claim at first sight beside its public status; the first asks for most attention. */
export const CLAIM_BADGES = [
  'unknown',
  'raised',
  'reminded',
  'overdue',
  'asked',
  'commented',
  'disputed',
  'resubmitted',
  'held',
  'contested',
  'consent',
  'final',
] as const
export type ClaimBadge = (typeof CLAIM_BADGES)[number]

const BADGE_OF: Partial<Readonly<Record<ClaimSubState, ClaimBadge>>> = {
  overdue: 'overdue',
  commented_not_resubmitted: 'commented',
  dispute_review: 'disputed',
  resubmitted: 'resubmitted',
  awaiting_arbitration: 'held',
  consent_open: 'consent',
  final: 'final',
}

interface Stand {
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
}

/** The badge that says the sub-state, so that no word needs to say it again; null = it has none. */
export function badgeOfStand({ state, subState }: Stand): ClaimBadge | null {
  if (state === 'unknown') return 'unknown'
  return subState === null ? null : (BADGE_OF[subState] ?? null)
}

interface MoreOfClaim extends Stand {
  /** Other claims of this customer want the same. A claim that is held for arbitration says so already. */
  readonly competing: boolean
  /** The partner wants it rejected, and nobody has decided yet. A row of the queue does not know. */
  readonly asked?: boolean
  /** A lead's attention is asked for. */
  readonly raised?: boolean
  /** A lead has reminded whoever holds it. */
  readonly reminded?: boolean
}

export function badgesOf(claim: MoreOfClaim): readonly ClaimBadge[] {
  const own = badgeOfStand(claim)
  const isContested = claim.competing && own !== 'held'
  const { asked = false, raised = false, reminded = false } = claim
  const beside: Partial<Record<ClaimBadge, boolean>> = { contested: isContested, asked, raised, reminded }
  return CLAIM_BADGES.filter((badge) => badge === own || beside[badge] === true)
}

/** How loud a badge is: `over` and `attention` ask for an act, `plain` only tells. */
export const BADGE_TONE = {
  unknown: 'attention',
  raised: 'attention',
  reminded: 'attention',
  overdue: 'over',
  asked: 'attention',
  commented: 'attention',
  disputed: 'plain',
  resubmitted: 'plain',
  held: 'plain',
  contested: 'plain',
  consent: 'plain',
  final: 'plain',
} as const satisfies Record<ClaimBadge, 'over' | 'attention' | 'plain'>

/** Words of the ladder by which claims of several partners for one item are compared. Plain values, as `words.ts`. */

/** What is compared, in the order that no profile changed (domain.md section 4.3). */
export const COMPARED_RUNGS = [
  'validity',
  'customer_statement',
  'recency',
  'specificity',
  'currency',
  'activity_fit',
] as const
export type ComparedRung = (typeof COMPARED_RUNGS)[number]

/** The last one compares nothing: it is the lead's discretion, with a suggestion. */
export const RUNGS = [...COMPARED_RUNGS, 'discretion'] as const
export type Rung = (typeof RUNGS)[number]

/** What is suggested where nothing tells the parties apart. */
export const SUGGESTIONS = ['incumbent', 'earlier_submission', 'none'] as const
export type Suggestion = (typeof SUGGESTIONS)[number]

/** What makes a mention exact. */
export const MENTION_ASPECTS = ['item', 'activity', 'tenant_or_subscription'] as const
export type MentionAspect = (typeof MENTION_ASPECTS)[number]

/** Whether the work that the papers tell of an item is of the claimed kinds: of all, of some, of none; or none is told. */
export const ACTIVITY_FITS = ['fits', 'partly', 'other_kind', 'not_told'] as const
export type ActivityFit = (typeof ACTIVITY_FITS)[number]

/** Why a rung leaves several parties: each has the same, the days are too close, each shows what another does not, nobody has any. */
export const UNCLEAR_REASONS = ['same', 'within_tie', 'different_strengths', 'none_has'] as const
export type UnclearReason = (typeof UNCLEAR_REASONS)[number]

/** What would have to be known before a rung can tell. */
export const MISSING_FACTS = [
  'criteria',
  'statement',
  'acknowledgment_date',
  'date_reading',
  'mention',
  'engagement',
  'engagement_end',
  'activity',
] as const
export type MissingFact = (typeof MISSING_FACTS)[number]

/** What of a claim itself, not of its papers, a value rests on. */
export const CLAIM_PLACES = ['documents', 'verdict', 'submission', 'association', 'look_up'] as const
export type ClaimPlace = (typeof CLAIM_PLACES)[number]

/** Why a lead's outcome is refused before anything is done. A refusal is an answer, not an error. */
export const OUTCOME_BLOCKS = [
  'role_may_not',
  'four_eyes',
  'too_few_parties',
  'outcome_missing',
  'winner_unknown',
  'winner_withdrew',
  'criterion_open',
  'details_open',
  'somebody_sufficient',
  'review_not_started',
  'answer_pending',
  'party_not_told',
  'reason_missing',
  'vote_missing',
  'votes_agree_otherwise',
  'votes_differ',
  'vote_cast',
  'votes_complete',
  'voter_resolves',
  'resolver_missing',
] as const
export type OutcomeBlockReason = (typeof OUTCOME_BLOCKS)[number]

/** Why the winner of an item is not approved yet. */
export const DEFERRALS = ['other_case', 'items_to_remove', 'information_asked'] as const
export type Deferral = (typeof DEFERRALS)[number]

/** The closed word lists of arbitration. Plain values, as `words.ts`. */

/**
 * `outreach`: a party was asked and may still answer. `ready`: every first review is done and nobody has to answer any more.
 * `dissolved`: nothing was left to decide.
 */
export const CASE_STATES = ['open', 'outreach', 'ready', 'decided', 'dissolved'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** Cases that wait for a decision. */
export const LIVING_CASE_STATES = ['open', 'outreach', 'ready'] as const satisfies readonly CaseState[]

/** What only one partner of a customer may hold: a workload, a subscription, or provisionally a product. */
export const CONTESTED_UNITS = ['workload', 'subscription', 'product'] as const
export type ContestedUnit = (typeof CONTESTED_UNITS)[number]

/** What a claim is to the contested thing: it asks for it, it holds it, or it held it until it left the case. */
export const PARTY_ROLES = ['challenger', 'incumbent', 'former'] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

/**
 * Why a claim is no longer a party. `item_dropped`: it names the thing no more. `association_ended`: its subscription did. `resolved`: it
 * turned out to mean another subscription. `lost`: the case was decided so.
 */
export const LEAVE_REASONS = [
  'withdrawn',
  'rejected',
  'item_dropped',
  'association_ended',
  'resolved',
  'lost',
] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

/** Why nothing is left to decide: nobody asks for the thing any more, or one partner alone is left. */
export const DISSOLVE_REASONS = ['no_challenger', 'one_partner_left'] as const
export type DissolveReason = (typeof DISSOLVE_REASONS)[number]

/** What a party may be asked for (domain.md section 4.4). */
export const CASE_ASKS = [
  'newest_poe',
  'engagement_dates',
  'still_engaged',
  'customer_statement',
  'other',
] as const
export type CaseAsk = (typeof CASE_ASKS)[number]

/** What the outcome of a case may be for one of its claims; each is a move of the transition table. */
export const OUTCOME_ACTS = ['approve', 'request_info', 'reject', 'end_association'] as const
export type OutcomeActName = (typeof OUTCOME_ACTS)[number]

/** What is asked of a party unless its lead wants otherwise (domain.md section 4.4); who held the thing left the case. */
export const USUAL_ASKS = {
  challenger: ['newest_poe', 'engagement_dates'],
  incumbent: ['newest_poe', 'still_engaged'],
  former: [],
} as const satisfies Readonly<Record<PartyRole, readonly CaseAsk[]>>

/** How a party answered. */
export const CASE_ANSWERS = ['resubmission', 'comment', 'document'] as const
export type CaseAnswer = (typeof CASE_ANSWERS)[number]

/** What stands in a party's log: it was asked for something, or told that another partner holds or claims the same. */
export const OUTREACH_KINDS = ['ask', 'tell'] as const
export type OutreachKind = (typeof OUTREACH_KINDS)[number]

/** Parts of the queue of cases. `mine`: one leads it, or works on one of its claims. `decided`: nothing waits any more. */
export const CASE_VIEWS = ['open', 'mine', 'decided'] as const
export type CaseView = (typeof CASE_VIEWS)[number]

/**
 * What votes leave to a person. `unasked`: one lead decides. `vote`: theirs is wanted. `waits`: another one's is. `agreed`: what both want
 * may be decided. `resolve`: two differ, and it is this person's to decide. `unresolved`: it is somebody else's.
 */
export const VOTE_PHASES = ['unasked', 'vote', 'waits', 'agreed', 'resolve', 'unresolved'] as const
export type VotePhase = (typeof VOTE_PHASES)[number]

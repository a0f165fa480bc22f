import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OutcomeBlock } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { VotePhase } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { CaseOperationKind, Role } from '../../../src-preload/contract/vocabulary/words.ts'
import { mayLead, roleMay } from '../claim/roles.ts'
import { arbitrationOf } from './arbitrationPolicy.ts'
import { type ArbitrationCase, type LeadOutcome, keysOf, winnerOf } from './outcome.ts'
import { outcomeBlock, readinessBlocks } from './outcomeReadiness.ts'
import { type VoteStanding, voteStanding } from './votes.ts'

type Person = LeadOutcome['lead']

/** What of cases tells where their votes stand. */
export interface VotedCases extends Pick<ArbitrationCase, 'votings'> {
  readonly parties: readonly Pick<ArbitrationCase['parties'][number], 'policy'>[]
}

/** Where the votes on a contested thing stand, by what the profiles of its claims want. */
export function standingOfVotes(key: string, { parties, votings }: VotedCases): VoteStanding {
  const isWanted = parties.some(({ policy }) => arbitrationOf(policy).secondOpinion === true)
  return voteStanding(votingOn(key, votings), isWanted)
}

const votingOn = (key: string, votings: ArbitrationCase['votings']) => votings.find((one) => one.key === key)

/** Who may decide at all: an arbitration lead; of what two votes differ on its resolver, who may be a team lead. */
export function mayDecide(of: ArbitrationCase, lead: Person): boolean {
  if (roleMay(lead.role, 'case_decide')) return true
  const keys = keysOf(of)
  return keys.length > 0 && keys.every((key) => resolves(key, of, lead))
}

/** The one who was named; a team lead may step in for them, unless they voted. */
function resolves(key: string, of: VotedCases, { userId, role }: Person): boolean {
  const standing = standingOfVotes(key, of)
  if (standing.kind !== 'differ' || !mayResolve(role)) return false
  const hasVoted = standing.votes.some((vote) => vote.userId === userId)
  return votingOn(key, of.votings)?.resolver === userId || (mayLead(role) && !hasVoted)
}

/** What votes leave to this person on one contested thing. */
export function votePhase(key: string, of: VotedCases, person: Person): VotePhase {
  const standing = standingOfVotes(key, of)
  switch (standing.kind) {
    case 'unasked':
    case 'agreed':
      return standing.kind
    case 'differ':
      return resolves(key, of, person) ? 'resolve' : 'unresolved'
    case 'missing': {
      const hasVoted = standing.votes.some(({ userId }) => userId === person.userId)
      const isResolver = votingOn(key, of.votings)?.resolver === person.userId
      return hasVoted || isResolver || !roleMay(person.role, 'case_vote') ? 'waits' : 'vote'
    }
  }
}

/** Whoever may end an association may settle what two votes differ on. */
export const mayResolve = (role: Role): boolean => roleMay(role, 'end_association')

/** What the votes on a thing have against an outcome: one is missing, both want another one, or it is the resolver's to decide. */
export function blocksOfVotes(key: string, of: ArbitrationCase, outcome: LeadOutcome): OutcomeBlock[] {
  const standing = standingOfVotes(key, of)
  switch (standing.kind) {
    case 'unasked':
      return []
    case 'missing':
      return [outcomeBlock('vote_missing', { key })]
    case 'agreed':
      return standing.winner === winnerOf(outcome, key)
        ? []
        : [outcomeBlock('votes_agree_otherwise', { key })]
    case 'differ':
      return resolves(key, of, outcome.lead) ? [] : [outcomeBlock('votes_differ', { key })]
  }
}

/** Whether there is any case that the role may do this to. */
export const mayEver = (role: Role, kind: CaseOperationKind): boolean =>
  roleMay(role, kind) || (kind === 'case_decide' && mayResolve(role))

/** What a lead would decide, and whom they name to decide where another lead would not. */
export interface LeadVote extends LeadOutcome {
  /** Null = nobody; it only matters where nobody was named before. */
  readonly resolver: { readonly userId: UserId; readonly role: Role } | null
}

/** Everything that stands in the way of a vote; empty = it may be cast. Whoever votes has to be ready to decide. */
export function voteBlocks(of: ArbitrationCase, vote: LeadVote): OutcomeBlock[] {
  if (of.parties.length < 2) return [outcomeBlock('too_few_parties')]
  return [
    ...(roleMay(vote.lead.role, 'case_vote') ? [] : [outcomeBlock('role_may_not')]),
    ...readinessBlocks(of, vote),
    ...keysOf(of).flatMap((key) => blocksOfVoting(key, of, vote)),
    ...(vote.reason.trim() === '' ? [outcomeBlock('reason_missing')] : []),
  ]
}

function blocksOfVoting(key: string, of: ArbitrationCase, { lead, resolver }: LeadVote): OutcomeBlock[] {
  const voting = votingOn(key, of.votings)
  const voters = voting?.counting.map(({ userId }) => userId) ?? []
  if (voters.includes(lead.userId)) return [outcomeBlock('vote_cast', { key })]
  if (voters.length >= 2) return [outcomeBlock('votes_complete', { key })]
  const named = voting?.resolver ?? null
  if (named !== null) return named === lead.userId ? [outcomeBlock('voter_resolves', { key })] : []
  const isFit =
    resolver !== null &&
    mayResolve(resolver.role) &&
    ![lead.userId, ...voters].includes(resolver.userId) &&
    !of.parties.some((party) => isFirstReviewer(party, resolver.userId))
  return isFit ? [] : [outcomeBlock('resolver_missing', { key })]
}

/** Where the profile has four eyes, who reviewed a claim first settles nothing about it. */
const isFirstReviewer = (
  { policy, firstReviewerId }: ArbitrationCase['parties'][number],
  userId: UserId,
): boolean => arbitrationOf(policy).fourEyes && firstReviewerId === userId

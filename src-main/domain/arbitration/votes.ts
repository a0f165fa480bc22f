import type {
  ArbitrationCase,
  CaseVote,
  JudgedParty,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimId, Sha256, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { isLivingCase } from './caseState.ts'
import { livingParties } from './parties.ts'

/** A vote that this reader may see. */
export interface OpenVote extends CaseVote {
  readonly said: NonNullable<CaseVote['said']>
}

/** Where the votes on a case stand. `missing`: somebody has to vote still; where `votes` has one, it is sealed for all but its voter. */
export type VoteStanding =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'missing'; readonly votes: readonly CaseVote[] }
  | { readonly kind: 'agreed'; readonly votes: readonly OpenVote[]; readonly winner: ClaimId | null }
  | { readonly kind: 'differ'; readonly votes: readonly OpenVote[] }

/** The votes on one contested thing that count today, and who decides where they differ. */
export interface Voting {
  /** The exclusivity key of the thing. */
  readonly key: string
  /** At most one of each person. */
  readonly counting: readonly CaseVote[]
  /** Somebody voted once, also if the vote counts no more: then two are wanted whatever the profile says. */
  readonly isAsked: boolean
  readonly resolver: UserId | null
}

/** What there is to judge of a case now. @param documentsOf hashes of a claim's papers. */
export function judgedNow(
  { parties }: Pick<ArbitrationCase, 'parties'>,
  documentsOf: (claimId: ClaimId) => readonly Sha256[],
): JudgedParty[] {
  return livingParties(parties)
    .map(({ claimId }) => ({ claimId, documents: [...new Set(documentsOf(claimId))].toSorted() }))
    .toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1))
}

const nameOf = (judged: readonly JudgedParty[]): string =>
  judged.map(({ claimId, documents }) => [claimId, ...documents].join(' ')).join('\n')

/** Votes on these parties and papers and no others. */
export function countingVotes(votes: readonly CaseVote[], judged: readonly JudgedParty[]): CaseVote[] {
  const name = nameOf(judged)
  const own = votes.filter((vote) => nameOf(vote.judged) === name)
  return [...new Map(own.map((vote) => [vote.userId, vote])).values()]
}

export function votingOf(
  one: Pick<ArbitrationCase, 'contested' | 'votes' | 'resolver'>,
  judged: readonly JudgedParty[],
): Voting {
  const { contested, votes, resolver } = one
  return {
    key: contested.key,
    counting: countingVotes(votes, judged),
    isAsked: votes.length > 0,
    resolver: resolver?.userId ?? null,
  }
}

/** @param isWanted the profile wants two votes before any decision. */
export function voteStanding(voting: Voting | undefined, isWanted: boolean): VoteStanding {
  const { counting, isAsked } = voting ?? { counting: [], isAsked: false }
  if (!isAsked && !isWanted) return { kind: 'unasked' }
  const votes = counting.flatMap((vote): OpenVote[] =>
    vote.said === null ? [] : [{ ...vote, said: vote.said }],
  )
  const [first, second] = votes
  if (first === undefined || second === undefined) return { kind: 'missing', votes: counting }
  const { winner } = first.said
  return second.said.winner === winner ? { kind: 'agreed', votes, winner } : { kind: 'differ', votes }
}

/**
 * A case with the votes as one person may see them: one's own, and those on whose parties and papers somebody else voted as well. Once the
 * case is over nothing is sealed.
 */
export function sealedFor(one: ArbitrationCase, userId: UserId): ArbitrationCase {
  if (!isLivingCase(one.state)) return one
  const isSealed = (vote: CaseVote): boolean =>
    vote.userId !== userId &&
    !one.votes.some((other) => other.userId !== vote.userId && isOnSame(vote, other))
  if (!one.votes.some(isSealed)) return one
  return { ...one, votes: one.votes.map((vote) => (isSealed(vote) ? { ...vote, said: null } : vote)) }
}

const isOnSame = (a: CaseVote, b: CaseVote): boolean => nameOf(a.judged) === nameOf(b.judged)

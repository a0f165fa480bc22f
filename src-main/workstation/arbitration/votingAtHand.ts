import type { CaseDetail } from '../../../src-preload/contract/arbitration.ts'
import type { User } from '../../../src-preload/contract/session.ts'
import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { VotePhase } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { mayResolve, type VotedCases, votePhase } from '../../domain/arbitration/voteBlocks.ts'
import { judgedNow, votingOf } from '../../domain/arbitration/votes.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findPolicy } from '../../store/referenceRepo.ts'

/** Who looks at the votes of a case, and who else is of the team. */
export interface Voter {
  readonly person: User
  readonly colleagues: readonly User[]
}

/** What the votes of a case rest on, as this workstation has it. A claim that is not here has no papers: no vote counts then. */
function votedHere(store: ReadStore, one: ArbitrationCase): VotedCases {
  const claims = livingParties(one.parties).flatMap(({ claimId }) => findClaim(store, claimId)?.record ?? [])
  const judged = judgedNow(one, (claimId) =>
    claims
      .filter(({ form }) => form.claimId === claimId)
      .flatMap(({ documents }) => documents.map(({ sha256 }) => sha256)),
  )
  return {
    parties: claims.flatMap((claim) => findPolicy(store, claim.policy) ?? []).map((policy) => ({ policy })),
    votings: [votingOf(one, judged)],
  }
}

/** What votes leave to this person on a case. */
export const phaseAtHand = (store: ReadStore, one: ArbitrationCase, person: User): VotePhase =>
  votePhase(one.contested.key, votedHere(store, one), person)

/** The votes of a case as this person may see them; @param one sealed for them. */
export function votingView(
  store: ReadStore,
  one: ArbitrationCase,
  { person, colleagues }: Voter,
): CaseDetail['voting'] {
  const of = votedHere(store, one)
  const counting = of.votings.flatMap((voting) => voting.counting)
  const isVoter = ({ userId }: User) => counting.some((vote) => vote.userId === userId)
  return {
    phase: votePhase(one.contested.key, of, person),
    mayVote: roleMay(person.role, 'case_vote'),
    votes: one.votes.map((vote) => ({
      userId: vote.userId,
      name: vote.name,
      at: vote.at,
      said: vote.said,
      isMine: vote.userId === person.userId,
      counts: counting.includes(vote),
    })),
    resolvers:
      one.resolver === null
        ? colleagues
            .filter((colleague) => mayResolve(colleague.role) && !isVoter(colleague))
            .map(({ userId, name }) => ({ userId, name }))
        : [],
  }
}

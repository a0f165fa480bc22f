import { createHash } from 'node:crypto'
import type {
  ArbitrationCase,
  JudgedParty,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { Instant, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { countingVotes } from '../../domain/arbitration/votes.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { type LeadVote, voteBlocks } from '../../domain/arbitration/voteBlocks.ts'
import { isCaseHidden } from '../../domain/arbitration/shownCase.ts'
import type { CaseVoteCast } from '../api/caseDecision.ts'
import type { OperationResult } from '../api/operations.ts'
import type { HubUser } from '../api/people.ts'
import { basisName } from '../claims/clockBasis.ts'
import { mostTelling } from '../operations/conflictReason.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import type { Tx } from '../store/database.ts'
import { notePair } from '../store/fourEyesRepo.ts'
import { updateCase } from '../store/arbitrationWrites.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { findTeamMember } from '../store/peopleRepo.ts'
import { type ActingOnCases, lookAtCases } from './lookAtCases.ts'
import { conflictOfBlock } from './outcomeConflict.ts'
import { settleCases } from './settleCases.ts'
import { judgedOf, whatIsDecided } from './sidesOfOutcome.ts'

/**
 * Keeps what a lead would decide about cases, on all of them or on none. Nothing happens to their claims, and to all but its voter it stays
 * sealed until a second lead has voted on the same papers. The parties and who voted are judged anew with what the database says now.
 * @param claim the party on which the operation came.
 */
export async function castVote(
  tx: Tx,
  claim: StoredClaim,
  vote: CaseVoteCast,
  { userId, rules, now }: ActingOnCases,
): Promise<OperationResult> {
  const found = await lookAtCases(tx, claim, vote, { userId, rules })
  if ('refused' in found) return found.refused
  const { user, cases, sides, conflict } = found
  const named = await namedResolver(tx, vote, cases)
  const cast: LeadVote = {
    lead: user,
    winners: cases.map((one) => ({ key: one.contested.key, claimId: winnerIn(vote, one) })),
    reason: vote.reason,
    resolver: named ?? null,
  }
  const blocks = voteBlocks(whatIsDecided(cases, sides), cast)
  const reason = mostTelling(blocks.map((block) => conflictOfBlock(block.reason)))
  if (reason !== null) return conflict(reason)
  const at = Instant.parse(new Date(now()).toISOString())
  const voter = { userId: user.userId, name: user.name }
  for (const one of cases) {
    const said = { winner: winnerIn(vote, one), reason: vote.reason }
    const after: ArbitrationCase = {
      ...one,
      votes: [...one.votes, { ...voter, at, said, judged: judgedOf(one, sides) }],
      resolver: one.resolver ?? (named === undefined ? null : { userId: named.userId, name: named.name }),
      lead: one.lead ?? voter,
      revision: one.revision + 1,
    }
    await noteSecondVote(tx, one, { judged: judgedOf(one, sides), userId, at })
    await updateCase(tx, after, { clocksBasis: basisName(rules.basisOf(one.policy)), lookAt: null })
  }
  // When each has to be looked at by itself stays as it is.
  const things = cases.map(({ tenantId, contested }) => ({ tenantId, key: contested.key, contested }))
  await settleCases(tx, things, { basisOf: rules.basisOf, at })
  return { outcome: 'applied', revision: claim.revision }
}

/** The second vote on the same parties and papers is somebody else's. */
async function noteSecondVote(
  tx: Tx,
  { tenantId, caseId, votes }: ArbitrationCase,
  {
    judged,
    userId,
    at,
  }: { readonly judged: readonly JudgedParty[]; readonly userId: UserId; readonly at: Instant },
): Promise<void> {
  const [first] = countingVotes(votes, judged)
  if (first === undefined) return
  const papers = createHash('sha256').update(canonicalJson(judged)).digest('hex')
  const item = `${caseId} ${papers}`
  const pair = { makerId: first.userId, checkerId: userId, at: new Date(at) }
  await notePair(tx, { tenantId, kind: 'case_vote', item, ...pair })
}

/** Undefined also for somebody who has dealings with a party: they would not even see the case. */
async function namedResolver(
  tx: Tx,
  { resolver }: CaseVoteCast,
  cases: readonly ArbitrationCase[],
): Promise<HubUser | undefined> {
  if (resolver === null) return undefined
  const linked = await linkedPartners(tx, resolver)
  return cases.some((one) => isCaseHidden(one, linked)) ? undefined : findTeamMember(tx, resolver)
}

const winnerIn = ({ cases }: CaseVoteCast, { caseId }: ArbitrationCase) =>
  cases.find((one) => one.caseId === caseId)?.winner ?? null

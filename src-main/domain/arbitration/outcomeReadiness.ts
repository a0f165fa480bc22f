import type { OutcomeBlock } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { OutcomeBlockReason } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import { arbitrationOf } from './arbitrationPolicy.ts'
import {
  type ArbitrationCase,
  type CaseParty,
  type ContestedItem,
  hasWithdrawn,
  keysOf,
  type LeadOutcome,
  winnerOf,
} from './outcome.ts'
import { openDetails } from './standing.ts'
import { unmetOf, validityOf } from './validity.ts'

export const outcomeBlock = (
  reason: OutcomeBlockReason,
  of: Partial<Omit<OutcomeBlock, 'reason'>> = {},
): OutcomeBlock => ({ reason, claimId: null, key: null, criterion: null, ...of })

/** Whether the claims are where they can be decided, and may be decided so by this person; empty = yes. Votes are no part of that. */
export const readinessBlocks = (of: ArbitrationCase, outcome: LeadOutcome): OutcomeBlock[] => [
  ...of.parties.flatMap((party) => blocksOfParty(party, outcome)),
  ...keysOf(of).flatMap((key) => blocksOfKey(key, of, outcome)),
]

/** S-130, T3, S-29: who is to lose something was told, was reviewed, and had the time that it was given. */
function blocksOfParty(party: CaseParty, { lead }: LeadOutcome): OutcomeBlock[] {
  const { claimId, state, subState } = party
  const isOwn = arbitrationOf(party.policy).fourEyes && party.firstReviewerId === lead.userId
  const fourEyes = isOwn ? [outcomeBlock('four_eyes', { claimId })] : []
  if (state === 'approved' || hasWithdrawn(party)) return fourEyes
  const isPending = state === 'partner_action_required' && subState !== 'overdue'
  return [
    ...fourEyes,
    ...(party.toldAt === null ? [outcomeBlock('party_not_told', { claimId })] : []),
    ...(state === 'submitted' ? [outcomeBlock('review_not_started', { claimId })] : []),
    ...(isPending ? [outcomeBlock('answer_pending', { claimId })] : []),
  ]
}

function blocksOfKey(key: string, of: ArbitrationCase, outcome: LeadOutcome): OutcomeBlock[] {
  const winner = winnerOf(outcome, key)
  if (winner === undefined) return [outcomeBlock('outcome_missing', { key })]
  const asking = of.parties.flatMap((party) =>
    party.contested.flatMap((contested) => (contested.key === key ? [{ party, contested }] : [])),
  )
  return winner === null ? blocksOfNobody(key, asking) : blocksOfWinner(key, winner, asking)
}

interface Asking {
  readonly party: CaseParty
  readonly contested: ContestedItem
}

/** Nobody gets it because no proof is sufficient: then none may be. */
function blocksOfNobody(key: string, asking: readonly Asking[]): OutcomeBlock[] {
  return asking
    .filter(({ party, contested }) => !hasWithdrawn(party) && isSufficient(contested))
    .map(({ party: { claimId } }) => outcomeBlock('somebody_sufficient', { key, claimId }))
}

const isSufficient = ({ standing }: ContestedItem): boolean => validityOf(standing) === 'valid'

function blocksOfWinner(
  key: string,
  claimId: NonNullable<OutcomeBlock['claimId']>,
  asking: readonly Asking[],
): OutcomeBlock[] {
  const own = asking.find(({ party }) => party.claimId === claimId)
  if (own === undefined) return [outcomeBlock('winner_unknown', { key, claimId })]
  const { party, contested } = own
  if (hasWithdrawn(party)) return [outcomeBlock('winner_withdrew', { key, claimId })]
  const isLate = party.state === 'partner_action_required' && party.subState === 'overdue'
  return [
    ...unmetOf(contested.standing).map((criterion) =>
      outcomeBlock('criterion_open', { key, claimId, criterion }),
    ),
    ...(isUnverified(contested) ? [outcomeBlock('details_open', { key, claimId })] : []),
    // What it was asked for it did not give: there is no review to approve from.
    ...(isLate ? [outcomeBlock('answer_pending', { key, claimId })] : []),
  ]
}

const isUnverified = ({ standing }: ContestedItem): boolean =>
  openDetails(standing).length > 0 || standing.details.some(({ verdict }) => verdict === 'not_met')

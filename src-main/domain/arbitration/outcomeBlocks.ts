import type { OutcomeBlock } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { OutcomeBlockReason } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import { roleMay } from '../claim/roles.ts'
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

const block = (reason: OutcomeBlockReason, of: Partial<Omit<OutcomeBlock, 'reason'>> = {}): OutcomeBlock => ({
  reason,
  claimId: null,
  key: null,
  criterion: null,
  ...of,
})

/** Everything that stands in the way of a lead's outcome; empty = it may be carried out. */
export function outcomeBlocks(of: ArbitrationCase, outcome: LeadOutcome): OutcomeBlock[] {
  if (of.parties.length < 2) return [block('too_few_parties')]
  return [
    ...(roleMay(outcome.lead.role, 'end_association') ? [] : [block('role_may_not')]),
    ...of.parties.flatMap((party) => blocksOfParty(party, outcome)),
    ...keysOf(of).flatMap((key) => blocksOfKey(key, of, outcome)),
  ]
}

/** S-130, T3, S-29: who is to lose something was told, was reviewed, and had the time that it was given. */
function blocksOfParty(party: CaseParty, { lead }: LeadOutcome): OutcomeBlock[] {
  const { claimId, state, subState } = party
  const isOwn = arbitrationOf(party.policy).fourEyes && party.firstReviewerId === lead.userId
  const fourEyes = isOwn ? [block('four_eyes', { claimId })] : []
  if (state === 'approved' || hasWithdrawn(party)) return fourEyes
  const isPending = state === 'partner_action_required' && subState !== 'overdue'
  return [
    ...fourEyes,
    ...(party.toldAt === null ? [block('party_not_told', { claimId })] : []),
    ...(state === 'submitted' ? [block('review_not_started', { claimId })] : []),
    ...(isPending ? [block('answer_pending', { claimId })] : []),
  ]
}

function blocksOfKey(key: string, of: ArbitrationCase, outcome: LeadOutcome): OutcomeBlock[] {
  const winner = winnerOf(outcome, key)
  if (winner === undefined) return [block('outcome_missing', { key })]
  const asking = of.parties.flatMap((party) =>
    party.contested.flatMap((contested) => (contested.key === key ? [{ party, contested }] : [])),
  )
  return [
    ...(winner === null ? blocksOfNobody(key, asking) : blocksOfWinner(key, winner, asking)),
    ...(needsReason(key, of, outcome) && outcome.reason.trim() === ''
      ? [block('reason_missing', { key })]
      : []),
  ]
}

interface Asking {
  readonly party: CaseParty
  readonly contested: ContestedItem
}

/** Nobody gets it because no proof is sufficient: then none may be. */
function blocksOfNobody(key: string, asking: readonly Asking[]): OutcomeBlock[] {
  return asking
    .filter(({ party, contested }) => !hasWithdrawn(party) && isSufficient(contested))
    .map(({ party: { claimId } }) => block('somebody_sufficient', { key, claimId }))
}

const isSufficient = ({ standing }: ContestedItem): boolean => validityOf(standing) === 'valid'

function blocksOfWinner(
  key: string,
  claimId: NonNullable<OutcomeBlock['claimId']>,
  asking: readonly Asking[],
): OutcomeBlock[] {
  const own = asking.find(({ party }) => party.claimId === claimId)
  if (own === undefined) return [block('winner_unknown', { key, claimId })]
  const { party, contested } = own
  if (hasWithdrawn(party)) return [block('winner_withdrew', { key, claimId })]
  const isLate = party.state === 'partner_action_required' && party.subState === 'overdue'
  return [
    ...unmetOf(contested.standing).map((criterion) => block('criterion_open', { key, claimId, criterion })),
    ...(isUnverified(contested) ? [block('details_open', { key, claimId })] : []),
    // What it was asked for it did not give: there is no review to approve from.
    ...(isLate ? [block('answer_pending', { key, claimId })] : []),
  ]
}

const isUnverified = ({ standing }: ContestedItem): boolean =>
  openDetails(standing).length > 0 || standing.details.some(({ verdict }) => verdict === 'not_met')

/** Whether the lead has to say why: always but where the ladder told clearly, with no rung above left open, and the lead follows it. */
export function needsReason(key: string, { suggestions }: ArbitrationCase, outcome: LeadOutcome): boolean {
  const winner = winnerOf(outcome, key)
  const suggestion = suggestions.find((one) => one.key === key)?.suggestion
  if (suggestion?.kind === 'nobody') return winner !== null
  const isClear = suggestion?.kind === 'clear' && suggestion.unsettled.length === 0
  return !isClear || suggestion.claimId !== winner
}

import type { OutcomeBlock } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import { type ArbitrationCase, keysOf, type LeadOutcome, winnerOf } from './outcome.ts'
import { outcomeBlock, readinessBlocks } from './outcomeReadiness.ts'
import { blocksOfVotes, mayDecide } from './voteBlocks.ts'

/** Everything that stands in the way of a lead's outcome; empty = it may be carried out. */
export function outcomeBlocks(of: ArbitrationCase, outcome: LeadOutcome): OutcomeBlock[] {
  if (of.parties.length < 2) return [outcomeBlock('too_few_parties')]
  return [
    ...(mayDecide(of, outcome.lead) ? [] : [outcomeBlock('role_may_not')]),
    ...readinessBlocks(of, outcome),
    ...keysOf(of).flatMap((key) => [
      ...blocksOfVotes(key, of, outcome),
      ...(needsReason(key, of, outcome) && outcome.reason.trim() === ''
        ? [outcomeBlock('reason_missing', { key })]
        : []),
    ]),
  ]
}

/** Whether the lead has to say why: always but where the ladder told clearly, with no rung above left open, and the lead follows it. */
export function needsReason(key: string, { suggestions }: ArbitrationCase, outcome: LeadOutcome): boolean {
  const winner = winnerOf(outcome, key)
  const suggestion = suggestions.find((one) => one.key === key)?.suggestion
  if (suggestion?.kind === 'nobody') return winner !== null
  const isClear = suggestion?.kind === 'clear' && suggestion.unsettled.length === 0
  return !isClear || suggestion.claimId !== winner
}

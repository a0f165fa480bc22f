import type { CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseAsk } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { everyLetter, type LetterSource } from './factsOfClaim.ts'
import type { CaseAskFacts, HoldFacts } from './letterFacts.ts'

/** The claim of one party, and what it is in the case: all that is handed over of a case with several. */
interface PartySource extends Pick<LetterSource, 'record' | 'policy' | 'zone'> {
  readonly party: Pick<CaseParty, 'role' | 'items'>
}

const sideOf = ({ role }: PartySource['party']): HoldFacts['party'] =>
  role === 'incumbent' ? 'incumbent' : 'challenger'

/** That another partner holds or claims the same (S-130): the words of a hold, without one. */
export function caseTellFacts(source: PartySource): HoldFacts {
  const { party, policy } = source
  return {
    ...everyLetter(source),
    decision: 'hold_for_arbitration',
    party: sideOf(party),
    items: party.items,
    dueAt: null,
    firstReviewBusinessDays: policy.clocks.arbitrationFirstReviewBusinessDays,
    mayDisassociate: policy.disassociate.isAllowed,
  }
}

/** @param dueAt epoch milliseconds: the first instant that is too late. */
export function caseAskFacts(source: PartySource, asks: readonly CaseAsk[], dueAt: number): CaseAskFacts {
  const { record, party, policy } = source
  return {
    ...everyLetter(source),
    decision: 'case_ask',
    party: sideOf(party),
    items: party.items,
    asks,
    isApproved: record.state === 'approved',
    dueAt,
    mayDisassociate: policy.disassociate.isAllowed,
  }
}

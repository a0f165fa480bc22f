import { CASE_ASKS, type CaseAsk } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { CaseAskFacts, HoldFacts } from './letterFacts.ts'
import { block, type LetterBlock, type LetterLine, sentence } from './letterPlan.ts'
import type { LetterRoom } from './letterRoom.ts'
import { itemLines, itemsOf } from './reasonBlocks.ts'

/** What both sides of an arbitration are told and asked (S-128, S-130). Neither learns who the other is. */
export function hold(facts: HoldFacts, room: LetterRoom): LetterBlock[] {
  const { party, dueAt } = facts
  const days = facts.firstReviewBusinessDays
  return [
    ...contestedBlocks(facts, room),
    block(
      'arbitration',
      sentence('hold.process'),
      ...(party === 'challenger' ? [sentence('hold.status', { days })] : []),
      sentence('hold.confidential'),
    ),
    ...(dueAt === null ? [] : [holdAsk(facts, dueAt)]),
  ]
}

function holdAsk({ party, mayDisassociate }: HoldFacts, dueAt: number): LetterBlock {
  return block(
    'due',
    sentence(`hold.ask.${party}`, { dueAt: { until: dueAt } }),
    ...(party === 'incumbent' && mayDisassociate ? [sentence('hold.disassociate')] : []),
    sentence('hold.noAnswer'),
  )
}

/** That it is contested, and which items are. */
function contestedBlocks(facts: HoldFacts | CaseAskFacts, room: LetterRoom): LetterBlock[] {
  const { claim, party } = facts
  const { customer, partner } = claim
  return [
    block('opening', sentence(`opening.hold.${party}`, { customer, partner })),
    { kind: 'items', lines: [[sentence('items.title')], ...itemLines(itemsOf(facts), room)] },
  ]
}

/** All that a party is asked for at once, and what it does to answer (S-128). A claim under review comes back by a resubmission. */
export function caseAsk(facts: CaseAskFacts, room: LetterRoom): LetterBlock[] {
  const { asks, isApproved } = facts
  const lines = CASE_ASKS.filter((ask) => asks.includes(ask)).flatMap(askLines)
  return [
    ...contestedBlocks(facts, room),
    ...(lines.length === 0
      ? []
      : [{ kind: 'asks' as const, lines: [[sentence('case.ask.title')], ...lines] }]),
    block('answer', sentence(isApproved ? 'case.answer' : 'answer')),
    dueBlock(facts),
    block('arbitration', sentence('hold.confidential')),
  ]
}

/** What else is asked no template can know: whoever asks writes it. */
const askLines = (ask: CaseAsk): LetterLine[] => (ask === 'other' ? [] : [[sentence(`case.ask.${ask}`)]])

function dueBlock({ isApproved, mayDisassociate, dueAt }: CaseAskFacts): LetterBlock {
  const due = { dueAt: { until: dueAt } }
  if (!isApproved) return block('due', sentence('case.due.resubmit', due))
  return block(
    'due',
    sentence('case.due', due),
    ...(mayDisassociate ? [sentence('hold.disassociate')] : []),
    sentence('hold.noAnswer'),
  )
}

import { criteriaOf } from '../reasons/reasonMapping.ts'
import { caseAsk, hold } from './caseBlocks.ts'
import type {
  ApprovalFacts,
  EndFacts,
  LetterFacts,
  ReminderFacts,
  RejectionFacts,
  RequestFacts,
} from './letterFacts.ts'
import { block, type LetterBlock, type LetterPlan, sentence } from './letterPlan.ts'
import { LETTER_ROOMS, type LetterRoom, plainClaim } from './letterRoom.ts'
import {
  itemLines,
  itemsOf,
  partnerRequestOf,
  reasonBlocks,
  reasonsOf,
  unprovedItems,
} from './reasonBlocks.ts'

/**
 * The letter to the partner: what was decided, why, for which items, what to do, until when, how to disagree. It promises no
 * payment (S-13) and names no other partner. `room` bounds its lists and names.
 */
export function letterOf(facts: LetterFacts, room: LetterRoom = LETTER_ROOMS[0]): LetterPlan {
  const claim = plainClaim(facts.claim, room)
  const { claimId, claimName } = claim
  return {
    language: facts.language,
    zone: facts.zone,
    blocks: [...bodyOf({ ...facts, claim }, room), block('claim', sentence('claim', { claimId, claimName }))],
  }
}

function bodyOf(facts: LetterFacts, room: LetterRoom): LetterBlock[] {
  switch (facts.decision) {
    case 'approve':
      return approval(facts, room)
    case 'request_info':
    case 'ask_remaining':
      return request(facts, room)
    case 'reject':
      return rejection(facts, room)
    case 'hold_for_arbitration':
      return hold(facts, room)
    case 'case_ask':
      return caseAsk(facts, room)
    case 'end_association':
      return end(facts, room)
  }
}

function approval({ claim, consent, dataAccess }: ApprovalFacts, room: LetterRoom): LetterBlock[] {
  const { customer, partner } = claim
  return [
    block('opening', sentence('opening.approve', { customer, partner })),
    { kind: 'items', lines: [[sentence('items.title')], ...itemLines(claim.items, room)] },
    consentBlock(customer, consent),
    block('not_payment', sentence('notPayment')),
    block('data_access', sentence(`dataAccess.${dataAccess}`)),
  ]
}

/** Silence is consent (C-3). */
function consentBlock(customer: string, { until, mayDeclineLater }: ApprovalFacts['consent']): LetterBlock {
  if (until === null)
    return block('consent', sentence(mayDeclineLater ? 'consent.anyTime' : 'consent.over', { customer }))
  const window = sentence('consent.window', { customer, until: { until } })
  return { kind: 'consent', lines: [mayDeclineLater ? [window, sentence('consent.later')] : [window]] }
}

function request(facts: RequestFacts | ReminderFacts, room: LetterRoom): LetterBlock[] {
  return [
    block('opening', requestOpening(facts)),
    ...reasonBlocks(facts, room),
    ...itemsBlock(facts, room),
    block('answer', sentence('answer')),
    block('due', sentence('due', { dueAt: { until: facts.dueAt } })),
  ]
}

function requestOpening(facts: RequestFacts | ReminderFacts) {
  const { customer } = facts.claim
  if (facts.decision === 'request_info')
    return sentence('opening.request_info', { customer, count: reasonsOf(facts).length })
  return facts.commentedOn === null
    ? sentence('opening.ask_remaining', { customer })
    : sentence('opening.ask_remaining.commented', { customer, commentedOn: { day: facts.commentedOn } })
}

/** The items that the letter is about, unless a reason lists just these. */
function itemsBlock(facts: RequestFacts | ReminderFacts | RejectionFacts, room: LetterRoom): LetterBlock[] {
  const items = itemsOf(facts)
  const isListed = facts.reasons.some((reason) => listsProducts(reason, facts))
  if (isListed && unprovedItems(facts).length === items.length) return []
  // An item that an arbitration gave away is to be taken off: that is said with the reason.
  const isLost = facts.reasons.includes('REJ_COMPETING_CLAIM')
  const mayRemove = facts.decision !== 'reject' && facts.mayRemoveItems && !isListed && !isLost
  return [
    {
      kind: 'items',
      lines: [
        [sentence('items.title')],
        ...itemLines(items, room),
        ...(mayRemove ? [[sentence('items.mayRemove')]] : []),
      ],
    },
  ]
}

/** Insufficient proof may speak of the products too, where they are unmet and have no reason of their own. */
function listsProducts(
  reason: RejectionFacts['reasons'][number],
  { shortfalls }: { readonly shortfalls: RejectionFacts['shortfalls'] },
): boolean {
  if (reason === 'REJ_INSUFFICIENT_POE')
    return shortfalls.some(({ about, isUnmet }) => about === 'products' && isUnmet)
  return criteriaOf(reason).includes('products')
}

function rejection(facts: RejectionFacts, room: LetterRoom): LetterBlock[] {
  const { claim, reasons } = facts
  const count = reasonsOf(facts).length
  return [
    block('opening', sentence('opening.reject', { customer: claim.customer, count })),
    ...reasonBlocks(facts, room),
    ...itemsBlock(facts, room),
    block('where', sentence('where')),
    ...(reasons.includes('REJ_PARTNER_REQUEST')
      ? [block('new_claim', sentence(`newClaim.${partnerRequestOf(facts)}`, { customer: claim.customer }))]
      : []),
    ...disputeBlock(facts),
  ]
}

/** How to disagree (S-37 to S-40). After a request of the partner's own a new claim is the remedy, unless the profile says otherwise. */
function disputeBlock({ dispute, reasons }: RejectionFacts): LetterBlock[] {
  if (reasons.includes('REJ_PARTNER_REQUEST') && !dispute.afterPartnerRequest) return []
  return wayToDispute(dispute)
}

function wayToDispute(dispute: RejectionFacts['dispute']): LetterBlock[] {
  const { until, window, max, remaining, reviewBusinessDays } = dispute
  if (dispute.isFinal) return [block('dispute', sentence('dispute.final'))]
  if (until === null) return [block('dispute', sentence('dispute.none'))]
  return [
    block(
      'dispute',
      sentence('dispute.open', { until: { until }, length: window.length, unit: window.unit }),
      sentence('dispute.how', { reviewDays: reviewBusinessDays }),
      ...(max === null || remaining === null ? [] : [sentence('dispute.remaining', { max, remaining })]),
      sentence('dispute.after'),
    ),
  ]
}

/** What a holder is told whose association an arbitration ends, in whole or in part. */
function end(facts: EndFacts, room: LetterRoom): LetterBlock[] {
  const { claim, isAll, dispute } = facts
  const { customer, partner } = claim
  return [
    block('opening', sentence('opening.end_association', { customer, partner })),
    { kind: 'items', lines: [[sentence('items.title')], ...itemLines(itemsOf(facts), room)] },
    block('arbitration', sentence('stated.REJ_COMPETING_CLAIM'), sentence('hold.confidential')),
    ...(isAll
      ? [block('where', sentence('where')), ...wayToDispute(dispute)]
      : [block('items', sentence('end.rest'))]),
  ]
}

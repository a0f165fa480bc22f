import type { ClaimAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { BlockReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { blocksOfContested } from '../arbitration/proceeding.ts'
import { openCriteria } from '../checks/effectiveVerdict.ts'
import { isHeldNow } from '../assignment/lease.ts'
import { block, blocksWhere } from './block.ts'
import { heldItems } from './heldItems.ts'
import { mayLead, roleMay } from './roles.ts'
import { isOwnDispute } from './secondPerson.ts'
import type { Actor, ClaimSituation, Setting } from './situation.ts'
import { isOver, isResponseOverdue } from './timers.ts'
import { TRANSITIONS, transitionFor } from './transitions.ts'

/**
 * Everything that stands in the way of an act; empty = it may be done. What a command must say on top is `commandBlocks`'
 * matter. `claim` null = it does not exist yet.
 */
export function actBlocks(
  act: ClaimAct,
  claim: ClaimSituation | null,
  actor: Actor,
  setting: Setting,
): Block[] {
  if (!isOf(act, actor)) return [block('role_may_not')]
  if (claim === null) return transitionFor(null, act) === null ? [block('not_in_this_state')] : []
  if (claim.hasUnknownWords || claim.state === 'unknown') return [block('unknown_content')]
  if (transitionFor(claim, act) === null) return [block(whyNoMove(claim, act))]
  return guardsOf(act, claim, actor, setting)
}

/** Each act belongs to one side; a reviewer's also to a role. */
function isOf(act: ClaimAct, actor: Actor): boolean {
  if (!TRANSITIONS.some((one) => one.act === act && one.side === actor.side)) return false
  return actor.side !== 'reviewer' || roleMay(actor.role, act)
}

/** Deciding without having opened the review is the one illegal move with an easy way out, so it has a word of its own. */
function whyNoMove({ state, subState }: ClaimSituation, act: ClaimAct): BlockReason {
  if (state === 'submitted' && (act === 'approve' || act === 'request_info')) return 'review_not_started'
  if (act === 'dispute' && state === 'rejected')
    return subState === 'dispute_window_closed' ? 'window_closed' : 'not_disputable'
  if (act === 'reopen' && (state === 'approved' || state === 'rejected')) return 'window_closed'
  return 'not_in_this_state'
}

function guardsOf(act: ClaimAct, claim: ClaimSituation, actor: Actor, setting: Setting): Block[] {
  switch (act) {
    case 'approve':
      return [
        ...blocksOfHolder(claim, actor, setting),
        ...fourEyes(claim, actor, setting),
        ...blocksOfApproval(claim, setting),
      ]
    case 'reject':
      return [
        ...blocksOfHolder(claim, actor, setting),
        ...fourEyes(claim, actor, setting),
        ...blocksOfRejection(claim, setting),
      ]
    case 'request_info':
      return [...blocksOfHolder(claim, actor, setting), ...blocksOfRequest(claim, actor, setting)]
    case 'reopen':
      return blocksWhere([isOver(claim, timerOfWindow(claim), setting.now), 'window_closed'])
    case 'dispute':
      return blocksOfDispute(claim, setting)
    case 'decline':
      return blocksOfDecline(claim, setting)
    case 'edit':
    case 'add_document':
      return blocksOfEdit(act, claim, setting)
    case 'end_association':
      return blocksWhere([claim.isArbitrated !== true, 'open_arbitration'])
    case 'disassociate':
      return blocksWhere([!setting.policy.disassociate.isAllowed, 'not_under_this_policy'])
    case 'cancel':
      return blocksWhere([!setting.policy.draft.mayCancel, 'not_under_this_policy'])
    case 'submit':
    case 'resubmit':
      return blocksWhere([lacksPoe(claim, setting) && claim.isMigrated !== true, 'poe_missing'])
    case 'response_overdue':
      return stillRuns(claim, 'partner_response', setting)
    case 'consent_over':
      return stillRuns(claim, 'consent', setting)
    case 'dispute_window_over':
      return stillRuns(claim, 'dispute_window', setting)
    case 'create':
    case 'partner_comment':
    case 'ask_rejection':
    case 'accept':
    case 'comment':
    case 'hand_off':
      return []
    case 'case_ask':
    case 'case_tell':
      return blocksWhere([(claim.cases ?? []).length === 0, 'case_closed'])
    case 'arbitration_over':
      return blocksWhere([claim.matters.heldSince === null, 'not_in_this_state'])
    case 'lease_over':
      return blocksWhere([isHeldNow(claim.assignedTo, setting.now), 'window_open'])
    case 'hold_for_arbitration':
      return [...blocksOfHolder(claim, actor, setting), ...blocksOfWaiting(claim)]
    case 'start_review':
    case 'take':
      return blocksOfHolder(claim, actor, setting)
    case 'escalate':
      return blocksWhere([claim.matters.escalation !== undefined, 'escalated_already'])
    case 'settle_escalation':
      return blocksWhere([claim.matters.escalation === undefined, 'not_escalated'])
    case 'nudge':
      return blocksOfNudge(claim, setting)
    case 'release':
    case 'hand_over':
      return blocksOfGivingUp(claim, actor, setting)
  }
}

/** While a lease of somebody else runs, the claim is theirs; what decides a whole case waits for no one of them. */
function blocksOfHolder(
  { assignedTo, isArbitrated }: ClaimSituation,
  actor: Actor,
  { now }: Setting,
): Block[] {
  if (isArbitrated === true) return []
  const isOther = actor.side === 'reviewer' && assignedTo?.userId !== actor.userId
  return blocksWhere([isHeldNow(assignedTo, now) && isOther, 'held_by_other'])
}

/** T15: what is held waits for the end of a case; without one it would wait for ever. */
const blocksOfWaiting = ({ cases = [], rivals = 0 }: ClaimSituation): Block[] =>
  blocksWhere([cases.length === 0 && rivals === 0, 'nothing_to_arbitrate'])

/** One's own claim is given up or handed on; those of others, and free ones, are a team lead's to hand out. */
function blocksOfGivingUp({ assignedTo }: ClaimSituation, actor: Actor, { now }: Setting): Block[] {
  if (actor.side !== 'reviewer' || mayLead(actor.role)) return []
  const isOwn = isHeldNow(assignedTo, now) && assignedTo?.userId === actor.userId
  return blocksWhere([!isOwn, 'not_held_by_you'])
}

/** One word a day: more of them would be passed over. */
const NUDGE_EVERY_MS = 24 * 3_600_000

function blocksOfNudge({ assignedTo, matters }: ClaimSituation, { now }: Setting): Block[] {
  const last = matters.nudge === undefined ? null : Date.parse(matters.nudge.at)
  return blocksWhere(
    [!isHeldNow(assignedTo, now), 'held_by_nobody'],
    [last !== null && now - last < NUDGE_EVERY_MS, 'nudged_today'],
  )
}

const timerOfWindow = ({ state }: ClaimSituation) => (state === 'approved' ? 'consent' : 'dispute_window')

const stillRuns = (
  claim: ClaimSituation,
  timer: 'partner_response' | 'consent' | 'dispute_window',
  { now }: Setting,
): Block[] => blocksWhere([!isOver(claim, timer, now), 'window_open'])

/** S-45: every association needs a proof, in the programmes that the profile names (C-16). */
const lacksPoe = ({ documents, program }: ClaimSituation, { policy }: Setting): boolean =>
  documents === 0 && policy.poe.requiredFor.some((one) => one === program)

const isUncontested = ({ contested = [] }: ClaimSituation): boolean => contested.length === 0

/** T7: a PoE is there, no competing claim is being arbitrated, every criterion holds for every item. */
function blocksOfApproval(claim: ClaimSituation, setting: Setting): Block[] {
  return [
    ...blocksWhere(
      [lacksPoe(claim, setting), 'poe_missing'],
      [isForArbitration(claim) && isUncontested(claim) && claim.isArbitrated !== true, 'open_arbitration'],
    ),
    ...(claim.isArbitrated === true ? [] : blocksOfContested(claim)),
    // Somebody else holds it: an approval would make two holders of it.
    ...(claim.toDrop ?? []).map((item) => block('item_lost', item)),
    ...openCriteria(claim.criteria),
  ]
}

/** It waits for one, or one took all that it held: then only another one can give something back. */
const isForArbitration = (claim: ClaimSituation): boolean =>
  claim.subState === 'awaiting_arbitration' || (claim.items.length > 0 && heldItems(claim).length === 0)

/** T6 and T9: outside a review only what the partner asked for, or left unanswered, is carried out. */
function blocksOfRejection(claim: ClaimSituation, { now }: Setting): Block[] {
  if (claim.state === 'under_review' || claim.matters.partnerRequest !== null) return []
  if (claim.state === 'submitted') return [block('review_not_started')]
  return blocksWhere([!isResponseOverdue(claim, now), 'response_not_overdue'])
}

function fourEyes(claim: ClaimSituation, actor: Actor, { policy }: Setting): Block[] {
  return blocksWhere([actor.side === 'reviewer' && isOwnDispute(claim, actor.userId, policy), 'four_eyes'])
}

function blocksOfRequest(claim: ClaimSituation, actor: Actor, setting: Setting): Block[] {
  const isDispute = claim.subState === 'dispute_review'
  return [
    ...fourEyes(claim, actor, setting),
    ...blocksWhere([isDispute && !setting.policy.dispute.mayRequestInfo, 'not_under_this_policy']),
  ]
}

/** T12: within the window, no more often than the profile allows (C-18), and not of what the partner itself asked for. */
function blocksOfDispute(claim: ClaimSituation, { policy, now }: Setting): Block[] {
  const { max } = policy.dispute
  return blocksWhere(
    [isOver(claim, 'dispute_window', now), 'window_closed'],
    [max !== null && claim.matters.disputes >= max, 'dispute_limit'],
  )
}

/** T10: in the window; before the approval and after the window as the profile says (C-1, C-2). */
function blocksOfDecline(claim: ClaimSituation, { policy, now }: Setting): Block[] {
  const { mayDeclineEarlier, mayDeclineLater } = policy.consent
  if (claim.state !== 'approved') return blocksWhere([!mayDeclineEarlier, 'not_under_this_policy'])
  const isLate = claim.subState !== 'consent_open' || isOver(claim, 'consent', now)
  return blocksWhere([isLate && !mayDeclineLater, 'window_closed'])
}

/** T14: a draft is free; afterwards only where the profile says (C-4). Papers may also join an approved claim. */
function blocksOfEdit(act: 'edit' | 'add_document', { state }: ClaimSituation, { policy }: Setting): Block[] {
  if (state === 'editing') return []
  if (state === 'approved')
    return blocksWhere([!policy.poe.mayAddWhileApproved || act === 'edit', 'not_in_this_state'])
  return blocksWhere([!policy.edit.states.some((one) => one === state), 'not_in_this_state'])
}

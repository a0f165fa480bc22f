import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import {
  type DecisionReason,
  NEED_INFO_REASONS,
  PRIMARY_REJECT_REASONS,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { blocksOfAsking, blocksOfHolding, blocksOfTelling } from '../arbitration/caseOfClaim.ts'
import { blocksOfContestedRejection } from '../arbitration/proceeding.ts'
import { editableFields } from '../intake/editRules.ts'
import { mayRemoveItems as profileLetsRemove } from '../letter/guards/removableItems.ts'
import { block, blocksWhere } from './block.ts'
import type { ClaimCommand, CommandOf } from './commands.ts'
import type { ClaimSituation, Setting } from './situation.ts'
import { heldItems } from './heldItems.ts'
import { isResponseOverdue } from './timers.ts'

const isEmpty = (text: string): boolean => text.trim() === ''
const countOf = (list: readonly DecisionReason[], among: readonly DecisionReason[]): number =>
  list.filter((reason) => among.includes(reason)).length

/** What a command does not say and must (S-27, S-29, S-39, S-41), or says and may not. Empty = go. */
export function commandBlocks(
  command: ClaimCommand,
  claim: ClaimSituation | null,
  setting: Setting,
): Block[] {
  switch (command.act) {
    case 'request_info':
      return blocksOfRequest(command, claim, setting)
    case 'reject':
      return claim === null
        ? []
        : [
            ...blocksOfRejection(command, claim, setting),
            ...(claim.isArbitrated === true ? [] : blocksOfContestedRejection(claim, command.reasons)),
          ]
    case 'hold_for_arbitration':
      return blocksOfHolding(command.comment, claim)
    case 'end_association':
      return claim === null ? [] : blocksOfEnd(command, claim)
    case 'case_ask':
      return blocksOfAsking(command, claim)
    case 'case_tell':
      return blocksOfTelling(command, claim)
    case 'reopen':
    case 'escalate':
    case 'nudge':
    case 'disassociate':
      return blocksWhere([isEmpty(command.reason), 'reason_missing'])
    case 'comment':
    case 'partner_comment':
      return blocksOfComment(command, claim)
    case 'ask_rejection':
      // T9 wants it in writing.
      return blocksWhere([isEmpty(command.text), 'comment_missing'])
    case 'dispute':
      return blocksWhere([
        isEmpty(command.justification ?? '') && command.documentIds.length === 0,
        'dispute_empty',
      ])
    case 'edit':
      return blocksOfEdit(command, claim, setting)
    case 'submit':
    case 'resubmit':
      return blocksWhere([!command.isFormComplete, 'form_incomplete'])
    case 'hand_over':
      return blocksWhere([claim?.assignedTo?.userId === command.toUserId, 'nobody_to_hand_to'])
    case 'take':
    case 'release':
    case 'lease_over':
    case 'settle_escalation':
    case 'arbitration_over':
    case 'approve':
    case 'create':
    case 'start_review':
    case 'cancel':
    case 'accept':
    case 'add_document':
    case 'decline':
    case 'response_overdue':
    case 'consent_over':
    case 'hand_off':
    case 'dispute_window_over':
      return []
  }
}

/** T4, S-29: at least one criterion, for items that are claimed, in words. */
function blocksOfRequest(
  command: CommandOf<'request_info'>,
  claim: ClaimSituation | null,
  { policy }: Setting,
): Block[] {
  const { reasons, items, mayRemoveItems, comment } = command
  const unknown = items.filter((item) => claim !== null && !claim.items.includes(item))
  const isOfOutcome = claim !== null && isLost(reasons, claim) && mayRemoveItems
  return [
    ...blocksWhere(
      [countOf(reasons, NEED_INFO_REASONS) === 0 && !isOfOutcome, 'reason_missing'],
      [items.length === 0 && (mayRemoveItems || reasons.includes('POE_MISSING_PRODUCTS')), 'items_missing'],
      [mayRemoveItems && !profileLetsRemove(policy), 'not_under_this_policy'],
      [isEmpty(comment), 'comment_missing'],
    ),
    ...unknown.map((item) => block('item_not_claimed', item)),
  ]
}

/** An arbitration went to another partner: that is a reason of its own, where the proof was good and the other's was better. */
const isLost = (reasons: readonly DecisionReason[], { isArbitrated, toDrop = [] }: ClaimSituation): boolean =>
  (isArbitrated === true || toDrop.length > 0) && reasons.includes('REJ_COMPETING_CLAIM')

/** Items that the claim holds, one at least, and a word to the partner. */
function blocksOfEnd({ items, comment }: CommandOf<'end_association'>, claim: ClaimSituation): Block[] {
  const held = heldItems(claim)
  return [
    ...blocksWhere([items.length === 0, 'items_missing'], [isEmpty(comment), 'comment_missing']),
    ...items.filter((item) => !held.includes(item)).map((item) => block('item_not_claimed', item)),
  ]
}

/** S-41: exactly one primary reason, and each kind of rejection says what it rests on. */
function blocksOfRejection(command: CommandOf<'reject'>, claim: ClaimSituation, setting: Setting): Block[] {
  const { reasons, comment, partnerRequestReason, note } = command
  const asksForPartner = reasons.includes('REJ_PARTNER_REQUEST')
  const isUnanswered = reasons.includes('REJ_NO_PARTNER_RESPONSE')
  const isAboutProof = reasons.includes('REJ_INSUFFICIENT_POE') && !isUnanswered
  const wasAsked = claim.matters.infoRounds > 0 || claim.matters.disputes > 0
  const { directNeedsNote } = setting.policy.rejection
  const primary = countOf(reasons, PRIMARY_REJECT_REASONS)
  return blocksWhere(
    [primary !== 1 && !(primary === 0 && isLost(reasons, claim)), 'primary_reason_missing'],
    // S-44: a denial is the customer's own act.
    [reasons.includes('REJ_CUSTOMER_DECLINE'), 'reason_not_yours'],
    [asksForPartner && claim.matters.partnerRequest === null, 'partner_has_not_asked'],
    [asksForPartner && partnerRequestReason === null, 'partner_request_reason_missing'],
    [isUnanswered && !isResponseOverdue(claim, setting.now), 'response_not_overdue'],
    [!asksForPartner && claim.state === 'submitted', 'review_not_started'],
    [!asksForPartner && !isUnanswered && claim.state === 'partner_action_required', 'response_not_overdue'],
    [isAboutProof && !wasAsked && directNeedsNote && isEmpty(note), 'direct_rejection_note_missing'],
    [isEmpty(comment), 'comment_missing'],
  )
}

/** A thread is for the partner or internal, never both. */
function blocksOfComment(
  command: CommandOf<'comment'> | CommandOf<'partner_comment'>,
  claim: ClaimSituation | null,
): Block[] {
  const visibility = command.act === 'comment' ? command.visibility : 'partner_visible'
  const answered = claim?.comments.find(({ commentId }) => commentId === command.inReplyTo)
  return blocksWhere(
    [isEmpty(command.text), 'comment_missing'],
    [command.inReplyTo !== null && answered === undefined, 'comment_unknown'],
    [answered !== undefined && answered.visibility !== visibility, 'thread_visibility'],
  )
}

/** T14: in which state which fields may be changed is said once, with the rules of intake (S-54 to S-57). */
function blocksOfEdit(
  command: CommandOf<'edit'>,
  claim: ClaimSituation | null,
  { policy }: Setting,
): Block[] {
  const state = claim?.state ?? 'editing'
  const may: readonly string[] = editableFields(state, policy)
  return blocksWhere(
    [command.changes.some(({ field }) => !may.includes(field)), 'field_not_editable'],
    [state !== 'editing' && !command.isFormComplete, 'form_incomplete'],
  )
}

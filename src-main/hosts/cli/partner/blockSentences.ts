import type { Block } from '../../../../src-preload/contract/vocabulary/blockShape.ts'
import type { BlockReason } from '../../../../src-preload/contract/vocabulary/words.ts'

/** Why an act is refused, in one plain sentence, as the other side reads it. `{item}` is what the block names. */
const SENTENCES: Readonly<Record<BlockReason, string>> = {
  escalated_already: 'The claim was raised to the team lead already.',
  not_escalated: 'The claim was not raised to the team lead.',
  offline_too_long: 'The workstation was away from the hub for too long.',
  held_by_nobody: 'Nobody holds the claim.',
  nudged_today: 'Its holder was reminded within the last day.',
  item_lost: 'An arbitration did not give this item to you: take it off, or prove more.',
  role_may_not: 'This is not for this side to do.',
  not_in_this_state: 'This cannot be done in the state that the claim is in.',
  review_not_started: 'The review has not begun yet.',
  poe_missing: 'The claim needs at least one proof of execution.',
  criterion_open: 'A criterion is still open.',
  open_arbitration: 'The claim is waiting for arbitration.',
  reason_missing: 'A reason is needed.',
  primary_reason_missing: 'Exactly one primary reason is needed.',
  comment_missing: 'A text is needed.',
  verdict_reason_missing: 'A verdict needs its reason.',
  operation_pending: 'Another act on this claim is still on its way.',
  unknown_content: 'The claim has words that this version does not know; nothing can be done to it here.',
  second_look: 'somebody has to look at a decision on it again',
  field_not_editable: 'The field {item} cannot be changed any more; it needs a new claim.',
  form_incomplete: 'The form is not complete.',
  items_missing: 'At least one product or workload has to stay on the claim.',
  item_not_claimed: 'The item {item} is not on the claim.',
  partner_has_not_asked: 'The partner has not asked for it.',
  partner_request_reason_missing: 'The reason of the partner’s request is needed.',
  reason_not_yours: 'This reason is another side’s to give.',
  response_not_overdue: 'The time to answer is not over yet.',
  direct_rejection_note_missing: 'A note is needed.',
  four_eyes: 'Somebody else has to do this.',
  window_closed: 'The time in which this could be done is over.',
  window_open: 'The time for it still runs.',
  dispute_empty: 'A dispute needs a justification, a paper, or both.',
  dispute_limit: 'The claim has been disputed as often as it may be.',
  not_disputable: 'This rejection cannot be disputed.',
  not_under_this_policy: 'The policy of this claim does not know this act.',
  thread_visibility: 'That comment is not in a thread of this side.',
  comment_unknown: 'There is no such comment on the claim.',
  held_by_other: 'Somebody else works on this claim.',
  not_held_by_you: 'This claim is not yours to give up.',
  nobody_to_hand_to: 'There is nobody to hand this claim to.',
  conflict_of_interest: 'You are linked to the partner of this claim.',
  names_rival: 'The text names another partner.',
  repeats_internal_note: 'The text repeats an internal note.',
  cites_held_criterion: 'The text complains about a criterion that holds.',
  repeat_unconfirmed: 'The same was asked for and answered before.',
  nothing_to_arbitrate: 'Nobody else holds or claims what this claim asks for.',
  case_closed: 'There is no such case any more, or the claim has left it.',
  ask_missing: 'Nothing is asked for.',
  already_asked: 'The same was asked for and may still be answered.',
}

/** What the notes of a form say in detail. */
const SAID_BY_NOTES: readonly BlockReason[] = ['form_incomplete', 'poe_missing']

/** Every reason of a refusal, each once. What the notes say already is left out. */
export function reasonsOf(refusal: {
  readonly blocks: readonly Block[]
  readonly notes: readonly { readonly severity: string; readonly sentence: string }[]
}): string[] {
  const notes = refusal.notes.filter(({ severity }) => severity === 'refuse').map(({ sentence }) => sentence)
  const blocks = refusal.blocks
    .filter(({ reason }) => notes.length === 0 || !SAID_BY_NOTES.includes(reason))
    .map(({ reason, item }) => SENTENCES[reason].replace('{item}', item ?? ''))
  return [...new Set([...blocks, ...notes])]
}

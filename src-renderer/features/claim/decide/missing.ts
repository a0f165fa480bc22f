import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { Clock } from '../../../../src-preload/contract/vocabulary/clockShape.ts'
import type { ClaimMatters } from '../../../../src-preload/contract/vocabulary/matterShape.ts'
import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import {
  type BlockReason,
  type ClaimState,
  type ClaimSubState,
  type DecisionReason,
  NEED_INFO_REASONS,
  PRIMARY_REJECT_REASONS,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import type { ActDraft, StripAct } from '../../../stores/claimViewStore.ts'

/** What can be missing, in the words of the core. */
export type Missing = Extract<
  BlockReason,
  | 'reason_missing'
  | 'items_missing'
  | 'comment_missing'
  | 'primary_reason_missing'
  | 'reason_not_yours'
  | 'partner_has_not_asked'
  | 'partner_request_reason_missing'
  | 'review_not_started'
  | 'response_not_overdue'
  | 'direct_rejection_note_missing'
>

/** What the rules of an act look at. The core asks the same again before it takes the act. */
export interface Scene {
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
  readonly matters: ClaimMatters
  readonly clocks: readonly Clock[]
  /** Null = the claim is read-only, and nothing is asked for a note. */
  readonly policy: PolicyProfile | null
  /** Epoch milliseconds. */
  readonly nowMs: number
}

export function sceneOf({ claim, policy }: ClaimDetail, nowMs: number): Scene {
  const { state, subState, matters, clocks } = claim
  return { state, subState, matters, clocks, policy, nowMs }
}

/** T6: the partner's time is over, whether or not the hub has said so yet. */
export function isResponseOverdue({ subState, clocks, nowMs }: Scene): boolean {
  if (subState === 'overdue') return true
  const dueAt = clocks.find(({ timer }) => timer === 'partner_response')?.dueAt ?? null
  return dueAt !== null && Date.parse(dueAt) <= nowMs
}

/** S-47: rejecting for insufficient proof without having asked, nor heard a dispute, needs a note for the lead. */
export function needsNote({ reasons }: Pick<ActDraft, 'reasons'>, { matters, policy }: Scene): boolean {
  const isAboutProof =
    reasons.includes('REJ_INSUFFICIENT_POE') && !reasons.includes('REJ_NO_PARTNER_RESPONSE')
  const wasAsked = matters.infoRounds > 0 || matters.disputes > 0
  return isAboutProof && !wasAsked && (policy?.rejection.directNeedsNote ?? false)
}

/** Why a primary reason or a detail cannot be chosen just now; null = it can. */
export function whyNotReason(reason: DecisionReason, scene: Scene): Missing | null {
  if (reason === 'REJ_CUSTOMER_DECLINE') return 'reason_not_yours'
  if (reason === 'REJ_PARTNER_REQUEST' && scene.matters.partnerRequest === null)
    return 'partner_has_not_asked'
  if (reason === 'REJ_NO_PARTNER_RESPONSE' && !isResponseOverdue(scene)) return 'response_not_overdue'
  return null
}

/** What is still missing before an act can be sent, in the words of the core and in the order of the strip. */
export function missingIn(act: StripAct, draft: ActDraft, scene: Scene): readonly Missing[] {
  if (act === 'approve') return []
  if (act === 'reopen') return draft.text.trim() === '' ? ['reason_missing'] : []
  const missing = act === 'hold_for_arbitration' ? [] : ofReasons(act, draft, scene)
  return draft.text.trim() === '' ? [...missing, 'comment_missing'] : missing
}

function ofReasons(act: 'request_info' | 'reject', draft: ActDraft, scene: Scene): Missing[] {
  return act === 'request_info' ? ofRequest(draft) : ofRejection(draft, scene)
}

/** T4, S-29: at least one criterion; asking for products, or to take items off, says which. */
function ofRequest({ reasons, items, mayRemoveItems }: ActDraft): Missing[] {
  const namesItems = mayRemoveItems || reasons.includes('POE_MISSING_PRODUCTS')
  return where([
    [!reasons.some((reason) => isAmong(reason, NEED_INFO_REASONS)), 'reason_missing'],
    [namesItems && items.length === 0, 'items_missing'],
  ])
}

/** S-41: exactly one primary reason, and each kind of rejection says what it rests on. */
function ofRejection(draft: ActDraft, scene: Scene): Missing[] {
  const { reasons, partnerRequestReason, note } = draft
  const asksForPartner = reasons.includes('REJ_PARTNER_REQUEST')
  const isUnanswered = reasons.includes('REJ_NO_PARTNER_RESPONSE')
  const primaries = reasons.filter((reason) => isAmong(reason, PRIMARY_REJECT_REASONS))
  const isAlone = !asksForPartner && !isUnanswered
  return where([
    [primaries.length !== 1, 'primary_reason_missing'],
    [reasons.includes('REJ_CUSTOMER_DECLINE'), 'reason_not_yours'],
    [asksForPartner && scene.matters.partnerRequest === null, 'partner_has_not_asked'],
    [asksForPartner && partnerRequestReason === null, 'partner_request_reason_missing'],
    [!asksForPartner && scene.state === 'submitted', 'review_not_started'],
    [isUnanswered && !isResponseOverdue(scene), 'response_not_overdue'],
    [isAlone && scene.state === 'partner_action_required', 'response_not_overdue'],
    [needsNote(draft, scene) && note.trim() === '', 'direct_rejection_note_missing'],
  ])
}

function isAmong(reason: DecisionReason, list: readonly DecisionReason[]): boolean {
  return list.includes(reason)
}

function where(conditions: readonly (readonly [boolean, Missing])[]): Missing[] {
  return [...new Set(conditions.filter(([holds]) => holds).map(([, reason]) => reason))]
}

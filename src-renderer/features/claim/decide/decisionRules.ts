import type { ActionView, ClaimDetail, CriterionView } from '../../../../src-preload/contract/claims.ts'
import type { Block } from '../../../../src-preload/contract/vocabulary/blockShape.ts'
import { REASON_OF_CRITERION } from '../../../../src-preload/contract/vocabulary/reasonWords.ts'
import {
  type Criterion,
  type DecisionReason,
  NEED_INFO_REASONS,
  type NeedInfoReason,
  type OperationKind,
  PRIMARY_REJECT_REASONS,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import type { ActDraft, StripAct } from '../../../stores/claimViewStore.ts'
import { shownVerdict } from '../../../stores/shownVerdict.ts'

export const EMPTY_DRAFT: ActDraft = {
  reasons: [],
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
  text: '',
  origin: { kind: 'none' },
}

/**
 * What the strip opens with. A request: only *not met* selects its reason and its items, *cannot tell* never does (design.md
 * section 5). A rejection: only what a person or a clock has brought about, never a verdict.
 */
export function firstDraft(
  act: StripAct,
  { criteria, proposal }: Pick<ClaimDetail, 'criteria' | 'proposal'>,
): ActDraft {
  if (act === 'request_info') {
    const unmet = criteria.filter((view) => shownVerdict(view) === 'not_met')
    const chosen = unmet.map(({ criterion }) => REASON_OF_CRITERION[criterion])
    return {
      ...EMPTY_DRAFT,
      reasons: NEED_INFO_REASONS.filter((reason) => chosen.includes(reason)),
      items: itemsOf(unmet),
    }
  }
  if (act !== 'reject' || proposal === null) return EMPTY_DRAFT
  return {
    ...EMPTY_DRAFT,
    reasons: proposal.reasons,
    partnerRequestReason: proposal.partnerRequestReason,
  }
}

function itemsOf(views: readonly CriterionView[]): string[] {
  return views.flatMap(({ criterion, item }) => (criterion === 'products' && item !== null ? [item] : []))
}

/** The criterion behind a need-info reason. */
export function criterionOf(reason: NeedInfoReason): Criterion {
  const found = (Object.keys(REASON_OF_CRITERION) as Criterion[]).find(
    (criterion) => REASON_OF_CRITERION[criterion] === reason,
  )
  if (found === undefined) throw new Error(`No criterion for ${reason}.`)
  return found
}

/** `itemIds`: of the claim. Missing products of a claim with one item can only be that one. */
export function withReason(
  draft: ActDraft,
  reason: DecisionReason,
  isChosen: boolean,
  itemIds: readonly string[] = [],
): ActDraft {
  const rest = draft.reasons.filter((each) => each !== reason)
  const isOnlyItem = isChosen && reason === 'POE_MISSING_PRODUCTS' && itemIds.length === 1
  return {
    ...draft,
    reasons: isChosen ? [...rest, reason] : rest,
    items: isOnlyItem ? [...itemIds] : draft.items,
  }
}

/** Without an item there is nothing that could be removed instead. */
export function withItem(draft: ActDraft, item: string, isChosen: boolean): ActDraft {
  const rest = draft.items.filter((each) => each !== item)
  const items = isChosen ? [...rest, item] : rest
  return { ...draft, items, mayRemoveItems: draft.mayRemoveItems && items.length > 0 }
}

/** Exactly one primary reason (S-41): choosing another takes the first away, with what belongs to it alone. */
export function withPrimary(draft: ActDraft, primary: DecisionReason): ActDraft {
  const others: readonly DecisionReason[] = PRIMARY_REJECT_REASONS
  const details = draft.reasons.filter((reason) => !others.includes(reason))
  return {
    ...draft,
    reasons: [primary, ...details],
    partnerRequestReason: primary === 'REJ_PARTNER_REQUEST' ? draft.partnerRequestReason : null,
  }
}

/** Empty = the action is open to this user now. An action that the core did not name is not open. */
export function blocksOfAction(actions: readonly ActionView[], action: OperationKind): readonly Block[] {
  const view = actions.find((each) => each.action === action)
  return view?.blocks ?? [{ reason: 'not_in_this_state', criterion: null, item: null }]
}

/** The profile lets the partner take items off a claim that waits for its answer; without a profile nothing is decided anyway. */
export function mayAskToRemove(policy: ClaimDetail['policy']): boolean {
  if (policy === null) return false
  return policy.edit.states.includes('partner_action_required') && policy.edit.fields.includes('items')
}

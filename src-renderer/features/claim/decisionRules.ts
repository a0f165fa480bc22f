import type { ActionView, CriterionView } from '../../../src-preload/contract/claims.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { REASON_OF_CRITERION } from '../../../src-preload/contract/vocabulary/reasonWords.ts'
import {
  CRITERIA,
  type Criterion,
  type DecisionReason,
  NEED_INFO_REASONS,
  type NeedInfoReason,
  type OperationKind,
  PRIMARY_REJECT_REASONS,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { DecisionDraft, StripDecision } from '../../stores/claimViewStore.ts'
import { shownVerdict } from '../../stores/shownVerdict.ts'

/**
 * What the strip opens with. Only *not met* selects its reason: *cannot tell* never does (design.md section 5), and nothing is
 * ever preselected for a rejection.
 */
export function firstDraft(decision: StripDecision, criteria: readonly CriterionView[]): DecisionDraft {
  const unmet = criteria
    .filter((view) => shownVerdict(view) === 'not_met')
    .map(({ criterion }) => REASON_OF_CRITERION[criterion])
  const reasons =
    decision === 'request_info' ? NEED_INFO_REASONS.filter((reason) => unmet.includes(reason)) : []
  return { reasons, comment: '' }
}

/** The criterion behind a need-info reason. */
export function criterionOf(reason: NeedInfoReason): Criterion {
  const found = CRITERIA.find((criterion) => REASON_OF_CRITERION[criterion] === reason)
  if (found === undefined) throw new Error(`No criterion for ${reason}.`)
  return found
}

export function withReason(draft: DecisionDraft, reason: DecisionReason, isChosen: boolean): DecisionDraft {
  const rest = draft.reasons.filter((each) => each !== reason)
  return { ...draft, reasons: isChosen ? [...rest, reason] : rest }
}

/** Exactly one primary reason (S-41): choosing another takes the first away. */
export function withPrimary(draft: DecisionDraft, primary: DecisionReason): DecisionDraft {
  const others: readonly DecisionReason[] = PRIMARY_REJECT_REASONS
  return { ...draft, reasons: [primary, ...draft.reasons.filter((reason) => !others.includes(reason))] }
}

/** What is still missing before the decision can be sent, in the order of the strip. The core asks the same again. */
export function missingIn(
  decision: StripDecision,
  draft: DecisionDraft,
): readonly ('reason' | 'primary' | 'comment')[] {
  const primaries: readonly DecisionReason[] = PRIMARY_REJECT_REASONS
  const asked: readonly DecisionReason[] = NEED_INFO_REASONS
  const missing: ('reason' | 'primary' | 'comment')[] = []
  if (decision === 'request_info' && !draft.reasons.some((reason) => asked.includes(reason)))
    missing.push('reason')
  if (decision === 'reject' && draft.reasons.filter((reason) => primaries.includes(reason)).length !== 1) {
    missing.push('primary')
  }
  if (draft.comment.trim() === '') missing.push('comment')
  return missing
}

/** Empty = the action is open to this user now. An action that the core did not name is not open. */
export function blocksOfAction(actions: readonly ActionView[], action: OperationKind): readonly Block[] {
  const view = actions.find((each) => each.action === action)
  return view?.blocks ?? [{ reason: 'not_in_this_state', criterion: null, item: null }]
}

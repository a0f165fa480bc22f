import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import {
  type BlockReason,
  type ClaimState,
  type ClaimSubState,
  type DecisionKind,
  type DecisionReason,
  NEED_INFO_REASONS,
  type OperationKind,
  PRIMARY_REJECT_REASONS,
  type Role,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { type JudgedCriterion, openCriteria } from '../checks/effectiveVerdict.ts'
import { roleMay } from './roles.ts'
import { transitionFor } from './transitions.ts'

/** What the guards look at: the same on the workstation, before sending, and at the hub, before applying. */
export interface ClaimSituation {
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
  readonly documents: number
  readonly role: Role
  readonly criteria: readonly JudgedCriterion[]
}

const block = (reason: BlockReason): Block => ({ reason, criterion: null, item: null })

/** Everything that stands in the way of an operation; empty = go. Reasons and comments are `blocksOfDecision`'s matter. */
export function blocksOf(kind: OperationKind, claim: ClaimSituation): Block[] {
  if (!roleMay(claim.role, kind)) return [block('role_may_not')]
  if (kind === 'comment') return claim.state === 'editing' ? [block('not_in_this_state')] : []
  if (transitionFor(claim.state, kind) === null) return [block(whyNoMove(claim.state, kind))]
  return kind === 'approve' ? blocksOfApproval(claim) : []
}

/** Deciding without having opened the review is the one illegal move with an easy way out, so it has a word of its own. */
function whyNoMove(state: ClaimState, kind: OperationKind): BlockReason {
  return state === 'submitted' && kind !== 'start_review' ? 'review_not_started' : 'not_in_this_state'
}

/** T7: a PoE is there (S-45), no competing claim is being arbitrated, every criterion holds for every item. */
function blocksOfApproval(claim: ClaimSituation): Block[] {
  const blocks: Block[] = []
  if (claim.documents === 0) blocks.push(block('poe_missing'))
  if (claim.subState === 'awaiting_arbitration') blocks.push(block('open_arbitration'))
  return [...blocks, ...openCriteria(claim.criteria)]
}

export interface DecisionText {
  readonly decision: DecisionKind
  readonly reasons: readonly DecisionReason[]
  readonly comment: string
}

const isOneOf = (list: readonly string[], reason: string): boolean => list.includes(reason)

/**
 * What a decision must say (S-27, S-29, S-41): request info names at least one criterion, reject exactly one primary reason,
 * both write to the partner; approve gives no reasons.
 */
export function blocksOfDecision({ decision, reasons, comment }: DecisionText): Block[] {
  const blocks: Block[] = []
  const primary = reasons.filter((reason) => isOneOf(PRIMARY_REJECT_REASONS, reason)).length
  const asked = reasons.filter((reason) => isOneOf(NEED_INFO_REASONS, reason)).length
  if (decision === 'request_info' && asked === 0) blocks.push(block('reason_missing'))
  if (decision === 'reject' && primary !== 1) blocks.push(block('primary_reason_missing'))
  if (decision !== 'approve' && comment.trim() === '') blocks.push(block('comment_missing'))
  return blocks
}

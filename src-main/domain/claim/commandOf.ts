import type { PartnerRequestReason } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { CaseAsk } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { CaseId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { CommentVisibility, DecisionReason } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ClaimCommand } from './commands.ts'

/** A reviewer's operation as the wire has it, as far as the rules read it. */
export type WrittenOperation =
  | { readonly kind: 'start_review' | 'take' | 'release' }
  | {
      readonly kind: 'hand_over'
      readonly toUserId: UserId
      readonly toName: string
      readonly note: string
    }
  | { readonly kind: 'approve'; readonly comment: string }
  | {
      readonly kind: 'request_info'
      readonly reasons: readonly DecisionReason[]
      readonly items: readonly string[]
      readonly mayRemoveItems: boolean
      readonly comment: string
    }
  | {
      readonly kind: 'reject'
      readonly reasons: readonly DecisionReason[]
      readonly partnerRequestReason: PartnerRequestReason | null
      readonly note: string
      readonly comment: string
    }
  | { readonly kind: 'hold_for_arbitration'; readonly comment: string }
  | {
      readonly kind: 'case_ask'
      readonly caseId: CaseId
      readonly asks: readonly CaseAsk[]
      readonly comment: string
    }
  | { readonly kind: 'case_tell'; readonly caseId: CaseId; readonly comment: string }
  | { readonly kind: 'reopen' | 'escalate' | 'settle_escalation' | 'nudge'; readonly reason: string }
  | {
      readonly kind: 'comment'
      readonly text: string
      readonly visibility: CommentVisibility
      readonly inReplyTo: string | null
    }

/** What an operation asks of the rules: the same on the workstation, before sending, and at the hub, before applying. */
export function commandOf(operation: WrittenOperation): ClaimCommand {
  switch (operation.kind) {
    case 'start_review':
      return { act: 'start_review' }
    case 'take':
    case 'release':
      return { act: operation.kind }
    case 'hand_over': {
      const { toUserId, toName, note } = operation
      return { act: 'hand_over', toUserId, toName, note }
    }
    case 'approve':
    case 'hold_for_arbitration':
      return { act: operation.kind, comment: operation.comment }
    case 'request_info': {
      const { reasons, items, mayRemoveItems, comment } = operation
      return { act: 'request_info', reasons, items, mayRemoveItems, comment }
    }
    case 'reject': {
      const { reasons, partnerRequestReason, note, comment } = operation
      return { act: 'reject', reasons, partnerRequestReason, note, comment }
    }
    case 'case_ask': {
      const { caseId, asks, comment } = operation
      return { act: 'case_ask', caseId, asks, comment }
    }
    case 'case_tell':
      return { act: 'case_tell', caseId: operation.caseId, comment: operation.comment }
    case 'reopen':
    case 'escalate':
    case 'settle_escalation':
    case 'nudge':
      return { act: operation.kind, reason: operation.reason }
    case 'comment': {
      const { text, visibility, inReplyTo } = operation
      return { act: 'comment', text, visibility, inReplyTo }
    }
  }
}

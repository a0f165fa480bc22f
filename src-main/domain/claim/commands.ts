import type {
  CaseAct,
  ClockAct,
  PartnerRequestReason,
} from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { FieldChange } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { CaseAsk } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { CaseId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { CommentVisibility, DecisionReason } from '../../../src-preload/contract/vocabulary/words.ts'

interface Written {
  /** Goes to the partner; empty = nothing is written. */
  readonly comment: string
}

/** Asks for the lead's attention, says that it was given, or asks for that of whoever holds the claim. Known inside the team alone. */
export interface AttentionCommand {
  readonly act: 'escalate' | 'settle_escalation' | 'nudge'
  /** Why; of a settled one what was done about it. */
  readonly reason: string
}

/** An act with what it says. What only the hub's store needs (the new form, the bytes) travels beside it. */
export type ClaimCommand =
  | { readonly act: 'create' | 'start_review' | 'cancel' | 'accept' }
  | { readonly act: 'submit' | 'resubmit'; readonly isFormComplete: boolean }
  | { readonly act: 'edit'; readonly changes: readonly FieldChange[]; readonly isFormComplete: boolean }
  | { readonly act: 'add_document'; readonly fileName: string }
  | { readonly act: 'partner_comment'; readonly text: string; readonly inReplyTo: string | null }
  | {
      readonly act: 'ask_rejection'
      readonly reason: PartnerRequestReason
      readonly text: string
      readonly commentId: string
    }
  | {
      readonly act: 'dispute'
      readonly justification: string | null
      readonly documentIds: readonly string[]
    }
  | { readonly act: 'disassociate'; readonly reason: string }
  | { readonly act: 'decline'; readonly note: string | null }
  | ({ readonly act: 'approve' } & Written)
  | ({
      readonly act: 'request_info'
      readonly reasons: readonly DecisionReason[]
      /** Ids of the items to be proved or removed; empty = the whole claim. */
      readonly items: readonly string[]
      readonly mayRemoveItems: boolean
    } & Written)
  | ({
      readonly act: 'reject'
      readonly reasons: readonly DecisionReason[]
      /** Only with the primary reason *partner request*. */
      readonly partnerRequestReason: PartnerRequestReason | null
      /** For the lead, never for the partner. */
      readonly note: string
    } & Written)
  | ({ readonly act: 'hold_for_arbitration' } & Written)
  /** `items`: ids of those that the partner holds no longer. */
  | ({ readonly act: 'end_association'; readonly items: readonly string[] } & Written)
  | ({ readonly act: 'case_ask'; readonly caseId: CaseId; readonly asks: readonly CaseAsk[] } & Written)
  | ({ readonly act: 'case_tell'; readonly caseId: CaseId } & Written)
  | { readonly act: 'reopen'; readonly reason: string }
  | {
      readonly act: 'comment'
      readonly text: string
      readonly visibility: CommentVisibility
      readonly inReplyTo: string | null
    }
  | { readonly act: 'take' | 'release' }
  | AttentionCommand
  | { readonly act: 'hand_over'; readonly toUserId: UserId; readonly toName: string; readonly note: string }
  | { readonly act: ClockAct | CaseAct }

export type CommandOf<Act extends ClaimCommand['act']> = Extract<ClaimCommand, { readonly act: Act }>

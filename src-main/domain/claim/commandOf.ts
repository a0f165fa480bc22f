import type { ClaimCommand, CommandOf } from './commands.ts'

type Said<Act extends ClaimCommand['act']> = { readonly kind: Act } & Omit<CommandOf<Act>, 'act'>

/** What a workstation asks for, as far as the rules read it. The wire's action is one, with more in it. */
export type AskedAction =
  | { readonly kind: 'start_review' }
  | Said<'approve'>
  | Said<'request_info'>
  | Said<'reject'>
  | Said<'hold_for_arbitration'>
  | Said<'reopen'>
  | Said<'comment'>

/** The one way from an operation to the command that it is: workstation and hub judge the same. */
export function commandOf(action: AskedAction): ClaimCommand {
  switch (action.kind) {
    case 'start_review':
      return { act: action.kind }
    case 'approve':
    case 'hold_for_arbitration':
      return { act: action.kind, comment: action.comment }
    case 'request_info': {
      const { kind, reasons, items, mayRemoveItems, comment } = action
      return { act: kind, reasons, items, mayRemoveItems, comment }
    }
    case 'reject': {
      const { kind, reasons, partnerRequestReason, note, comment } = action
      return { act: kind, reasons, partnerRequestReason, note, comment }
    }
    case 'reopen':
      return { act: action.kind, reason: action.reason }
    case 'comment': {
      const { kind, text, visibility, inReplyTo } = action
      return { act: kind, text, visibility, inReplyTo }
    }
  }
}

import { randomUUID } from 'node:crypto'
import type { ClaimComment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OperationAction } from '../api/operations.ts'
import type { HubUser } from '../api/people.ts'

/** What an operation writes to the claim. A decision's comment is written to the partner, a note to the lead never is. */
export function commentsOf(action: OperationAction, user: HubUser, at: Instant): ClaimComment[] {
  const write = (
    text: string,
    visibility: ClaimComment['visibility'],
    inReplyTo: string | null = null,
  ): ClaimComment[] =>
    text.trim() === ''
      ? []
      : [
          {
            commentId: randomUUID(),
            side: 'reviewer',
            authorName: user.name,
            at,
            text,
            visibility,
            inReplyTo,
          },
        ]
  switch (action.kind) {
    case 'start_review':
    case 'take':
    case 'release':
    case 'hand_over':
      return []
    case 'comment':
      return write(action.text, action.visibility, action.inReplyTo)
    case 'approve':
    case 'request_info':
    case 'hold_for_arbitration':
    case 'case_ask':
    case 'case_tell':
      return write(action.comment, 'partner_visible')
    case 'reject':
      return [...write(action.comment, 'partner_visible'), ...write(action.note, 'internal')]
    case 'reopen':
      return write(action.reason, 'internal')
  }
}

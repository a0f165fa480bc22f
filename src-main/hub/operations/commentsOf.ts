import { randomUUID } from 'node:crypto'
import type { ClaimComment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OperationAction } from '../api/operations.ts'

interface Author {
  readonly name: string
  readonly at: Instant
}

/** A comment of the team; without more said it is for the partner. */
export const commentOf = (
  text: string,
  { name, at }: Author,
  { visibility, inReplyTo }: Pick<ClaimComment, 'visibility' | 'inReplyTo'> = {
    visibility: 'partner_visible',
    inReplyTo: null,
  },
): ClaimComment => ({
  commentId: randomUUID(),
  side: 'reviewer',
  authorName: name,
  at,
  text,
  visibility,
  inReplyTo,
})

/** What an operation writes to the claim. A decision's comment is written to the partner, a note to the lead never is. */
export function commentsOf(action: OperationAction, author: Author): ClaimComment[] {
  const write = (
    text: string,
    visibility: ClaimComment['visibility'],
    inReplyTo: string | null = null,
  ): ClaimComment[] => (text.trim() === '' ? [] : [commentOf(text, author, { visibility, inReplyTo })])
  switch (action.kind) {
    case 'start_review':
    case 'take':
    case 'release':
    case 'hand_over':
    case 'escalate':
    case 'settle_escalation':
    case 'nudge':
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

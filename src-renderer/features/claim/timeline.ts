import type {
  ClaimRecord,
  ClaimComment,
  HistoryEntry,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'

export const TALK_TABS = ['all', 'partner', 'internal', 'history'] as const
export type TalkTab = (typeof TALK_TABS)[number]

export type TimelineEntry =
  | { readonly kind: 'comment'; readonly at: string; readonly id: string; readonly comment: ClaimComment }
  | { readonly kind: 'history'; readonly at: string; readonly id: string; readonly entry: HistoryEntry }

/** Comments and history in one line, newest first. The entry that only says that a comment was made is left to the comment. */
export function timelineOf({
  comments,
  history,
}: Pick<ClaimRecord, 'comments' | 'history'>): readonly TimelineEntry[] {
  const said = comments.map(
    (comment) => ({ kind: 'comment', at: comment.at, id: comment.commentId, comment }) as const,
  )
  const done = history
    .filter(({ kind }) => kind !== 'commented')
    .map((entry) => ({ kind: 'history', at: entry.at, id: entry.entryId, entry }) as const)
  return [...said, ...done].toSorted((a, b) => b.at.localeCompare(a.at))
}

/** What the partner can read and what only reviewers can read never stand in one tab, except where all is shown. */
export function isInTab(entry: TimelineEntry, tab: TalkTab): boolean {
  if (tab === 'all') return true
  if (tab === 'history') return entry.kind === 'history'
  if (entry.kind === 'history') return false
  return (entry.comment.visibility === 'internal') === (tab === 'internal')
}

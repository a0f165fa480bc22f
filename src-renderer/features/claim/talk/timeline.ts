import type {
  ClaimComment,
  ClaimRecord,
  HistoryEntry,
} from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import {
  HISTORY_SIDES,
  type HistoryKind,
  type HistorySide,
} from '../../../../src-preload/contract/vocabulary/words.ts'

/** Kinds of what happened: talk with the partner, notes among reviewers, the course of the claim, changes to it. */
export const TALK_TABS = ['all', 'comments', 'internal', 'course', 'changes'] as const
export type TalkTab = (typeof TALK_TABS)[number]

export interface Thread {
  readonly kind: 'thread'
  /** Of the newest comment in it. */
  readonly at: string
  readonly id: string
  /** Oldest first, all of the same visibility; at least one. */
  readonly comments: readonly ClaimComment[]
}

export interface Happening {
  readonly kind: 'history'
  readonly at: string
  readonly id: string
  readonly entry: HistoryEntry
}

export type TimelineEntry = Thread | Happening

/** Comments and history in one line, newest first. The entry that only says that a comment was made is left to the comment. */
export function timelineOf({
  comments,
  history,
}: Pick<ClaimRecord, 'comments' | 'history'>): readonly TimelineEntry[] {
  const done = history
    .filter(({ kind }) => kind !== 'commented')
    .map((entry): Happening => ({ kind: 'history', at: entry.at, id: entry.entryId, entry }))
  return [...threadsOf(comments), ...done].toSorted((a, b) => b.at.localeCompare(a.at))
}

/** A reply stands with what it answers. One of another visibility, or to something that is not here, begins its own thread. */
function threadsOf(comments: readonly ClaimComment[]): Thread[] {
  const byId = new Map(comments.map((comment) => [comment.commentId, comment]))
  const threads = new Map<string, ClaimComment[]>()
  for (const comment of comments.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const root = rootOf(comment, byId).commentId
    threads.set(root, [...(threads.get(root) ?? []), comment])
  }
  return [...threads].map(([id, list]) => ({
    kind: 'thread',
    id,
    at: list.at(-1)?.at ?? '',
    comments: list,
  }))
}

function rootOf(comment: ClaimComment, byId: ReadonlyMap<string, ClaimComment>): ClaimComment {
  const passed = new Set([comment.commentId])
  let root = comment
  for (;;) {
    const next = root.inReplyTo === null ? undefined : byId.get(root.inReplyTo)
    // Comments that answer each other in a circle come from a broken feed: each then stands for itself.
    if (next === undefined || next.visibility !== comment.visibility) return root
    if (passed.has(next.commentId)) return comment
    passed.add(next.commentId)
    root = next
  }
}

const CHANGES: readonly HistoryKind[] = ['edited', 'document_added']

/** What the partner can read and what only reviewers can read never stand in one tab, except where all is shown. */
export function isInTab(entry: TimelineEntry, tab: TalkTab): boolean {
  if (tab === 'all') return true
  if (entry.kind === 'history') return tab === (CHANGES.includes(entry.entry.kind) ? 'changes' : 'course')
  const isInternal = entry.comments.some(({ visibility }) => visibility === 'internal')
  return tab === (isInternal ? 'internal' : 'comments')
}

/** Every comment of a thread counts. */
export function countIn(entries: readonly TimelineEntry[], tab: TalkTab): number {
  return entries
    .filter((entry) => isInTab(entry, tab))
    .reduce((sum, entry) => sum + (entry.kind === 'thread' ? entry.comments.length : 1), 0)
}

/** A thread is of every side that speaks in it. */
export function sidesOf(entry: TimelineEntry): readonly HistorySide[] {
  const sides: readonly HistorySide[] =
    entry.kind === 'history' ? [entry.entry.side] : entry.comments.map(({ side }) => side)
  return HISTORY_SIDES.filter((side) => sides.includes(side))
}

/** `wanted` empty = every side. */
export function isOfSides(entry: TimelineEntry, wanted: readonly HistorySide[]): boolean {
  return wanted.length === 0 || sidesOf(entry).some((side) => wanted.includes(side))
}

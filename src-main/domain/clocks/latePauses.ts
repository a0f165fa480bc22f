import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { HistoryKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { timelineOf } from '../claim/timeline.ts'

type Entry = Pick<HistoryEntry, 'at' | 'kind' | 'side' | 'toState'>

/** A wait for the partner that began although the partner had said or shown something that nobody had taken up. */
export interface LatePause {
  /** Epoch milliseconds. */
  readonly pausedAt: number
  readonly answeredAt: number
  readonly answer: HistoryKind
}

const ANSWERS: readonly HistoryKind[] = ['resubmitted', 'commented', 'document_added', 'edited']
/** Acts that say nothing of whether somebody read what the partner sent. */
const UNREAD: readonly HistoryKind[] = ['released', 'handed_over', 'lease_ended']

/**
 * Pauses that took the team's time off the clock while it was the team's turn: between the partner's answer and the request no reviewer
 * had done anything to the claim. Whoever looks decides what to make of it; a reviewer may have read it in a window that was open.
 */
export function latePausesOf(submittedAt: string, history: readonly Entry[]): LatePause[] {
  const entries = history.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return timelineOf(submittedAt, entries).partnerWaits.flatMap(({ from }) => {
    const before = entries.filter(({ at }) => Date.parse(at) < from)
    const read = before.findLastIndex(({ side, kind }) => side === 'reviewer' && !UNREAD.includes(kind))
    const answers = before
      .slice(read + 1)
      .filter(({ side, kind }) => side === 'partner' && ANSWERS.includes(kind))
    // Before the first review whatever comes belongs to the submission.
    const answer = answers.find(({ kind }) => kind === 'resubmitted') ?? answers[0]
    if (answer === undefined || read < 0) return []
    return [{ pausedAt: from, answeredAt: Date.parse(answer.at), answer: answer.kind }]
  })
}

import type { ClaimRecord, HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { timelineOf } from '../claim/timeline.ts'
import type { ClockedClaim } from './claimTimers.ts'
import { instantText } from './instantText.ts'

type Event = Pick<HistoryEntry, 'kind' | 'at'>

/** A claim as its clocks are reckoned by, with events that are not in its history. */
export function clockedClaim(record: ClaimRecord, more: readonly Event[]): ClockedClaim {
  const { state, subState, form, history, matters, competingClaims } = record
  const timeline = timelineOf(form.submittedAt, [...history, ...more])
  return { state, subState, timeline, matters, isContested: competingClaims > 0 }
}

/** The begin of a review that was made here, as the history will have it; null = there is none. */
export function ownStart(at: number | null): readonly Event[] {
  return at === null ? [] : [{ kind: 'review_started', at: instantText(Math.floor(at)) }]
}

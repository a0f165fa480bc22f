import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type {
  ClaimState,
  ClaimSubState,
  HistoryKind,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { timelineOf } from '../claim/timeline.ts'
import type { Calendar } from '../clocks/calendar.ts'
import { courseOfTimer } from '../clocks/claimTimer.ts'
import { type ClockPolicy, timersOf } from '../clocks/claimTimers.ts'

/** A claim with what was written down of it. */
export interface RecordedClaim {
  readonly claimId: ClaimId
  readonly submittedAt: Instant
  readonly history: readonly RecordedEvent[]
  readonly policy: ClockPolicy
  readonly calendar: Calendar
}

export type RecordedEvent = Pick<
  HistoryEntry,
  'kind' | 'at' | 'actorName' | 'side' | 'toState' | 'toSubState'
>

/** A stretch of a claim's life in which nothing happened to it. */
export interface Stretch {
  readonly from: number
  /** Infinity = it goes on. */
  readonly to: number
  /** The due instant of the clock that asks a reviewer for something; null = none runs, or it stands still. */
  readonly dueAt: number | null
  /** By name; null = nobody. */
  readonly heldBy: string | null
}

/** A whole recorded life, stretch by stretch, with the clocks as they stood in each. */
export function stretchesOf(claim: RecordedClaim): Stretch[] {
  const events = [...claim.history].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const stretches: Stretch[] = []
  let standing: Standing = {
    state: 'submitted',
    subState: 'queued',
    heldBy: null,
    heldSince: null,
    isDisputed: false,
  }
  const begin = Date.parse(claim.submittedAt)
  let from = begin
  for (let place = 0; place <= events.length; place += 1) {
    const event = events[place]
    const to = event === undefined ? Number.POSITIVE_INFINITY : Math.max(begin, Date.parse(event.at))
    if (to > from)
      stretches.push({
        from,
        to,
        dueAt: dueOf(claim, events.slice(0, place), standing),
        heldBy: standing.heldBy,
      })
    if (event === undefined) break
    standing = after(standing, event)
    from = to
  }
  return stretches
}

interface Standing {
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
  readonly heldBy: string | null
  readonly heldSince: Instant | null
  readonly isDisputed: boolean
}

const TAKES: readonly HistoryKind[] = ['taken', 'review_started']
const GIVES_UP: readonly HistoryKind[] = [
  'released',
  'lease_ended',
  'approved',
  'rejected',
  'information_requested',
  'held_for_arbitration',
]
const DECIDES: readonly HistoryKind[] = ['approved', 'rejected', 'customer_declined', 'disassociated']

/** Who was handed a claim stands in words beside the entry: it counts as nobody's here, since anybody may have been meant. */
function after(before: Standing, { kind, at, actorName, toState, toSubState }: RecordedEvent): Standing {
  return {
    state: toState ?? before.state,
    subState: toSubState ?? (toState === null ? before.subState : null),
    heldBy: TAKES.includes(kind)
      ? actorName
      : GIVES_UP.includes(kind) || kind === 'handed_over'
        ? null
        : before.heldBy,
    heldSince: kind === 'held_for_arbitration' ? at : kind === 'arbitration_ended' ? null : before.heldSince,
    isDisputed: kind === 'disputed' || (before.isDisputed && !DECIDES.includes(kind)),
  }
}

/** As the queue orders by it: the first clock alone, and only while the claim waits for a reviewer. */
function dueOf(claim: RecordedClaim, history: readonly RecordedEvent[], standing: Standing): number | null {
  const { state, subState, heldSince, isDisputed } = standing
  if (!waitsForReviewer(state, subState)) return null
  const dispute = isDisputed
    ? { openedAt: claim.submittedAt, justification: null, documentIds: [], decidedAt: null }
    : null
  const timer = timersOf(
    {
      state,
      subState,
      timeline: timelineOf(claim.submittedAt, history),
      matters: { heldSince, firstReviewedAt: null, dispute },
      isContested: false,
    },
    claim.policy,
  )[0]
  if (timer === undefined) return null
  const course = courseOfTimer(timer, claim.calendar)
  return course.frozenAt === null ? course.dueAt : null
}

/** What a reviewer's pace works down. */
export const waitsForReviewer = (state: ClaimState, subState: ClaimSubState | null): boolean =>
  state === 'submitted' || (state === 'under_review' && subState !== 'awaiting_arbitration')

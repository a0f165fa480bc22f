import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type {
  ClaimState,
  ClaimSubState,
  HistoryKind,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { Calendar } from '../clocks/calendar.ts'
import { type LivedClaim, type LivedEntry, type Stage, stagesOf } from '../clocks/clockCourses.ts'
import { courseOfTimer } from '../clocks/claimTimer.ts'
import { type ClockPolicy, timersOf } from '../clocks/claimTimers.ts'

/** A claim with what was written down of it. */
export interface RecordedClaim extends LivedClaim {
  readonly claimId: ClaimId
  readonly submittedAt: Instant
  readonly history: readonly RecordedEvent[]
  readonly policy: ClockPolicy
  readonly calendar: Calendar
}

export type RecordedEvent = LivedEntry & Pick<HistoryEntry, 'actorName' | 'side'>

/** A stretch of a claim's life in which nothing happened to its clocks and its holder. */
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
  const begin = Date.parse(claim.submittedAt)
  const stages = stagesOf(fromSubmission(claim)).map((stage) => ({
    at: stage.at,
    dueAt: dueOf(claim, stage),
  }))
  const hands = handsOf(claim.history)
  const starts = [...new Set([...stages, ...hands].map(({ at }) => Math.max(begin, at)))].toSorted(
    (a, b) => a - b,
  )
  return starts.map((from, place) => ({
    from,
    to: starts[place + 1] ?? Number.POSITIVE_INFINITY,
    dueAt: stages.findLast(({ at }) => at <= from)?.dueAt ?? null,
    heldBy: hands.findLast(({ at }) => at <= from)?.heldBy ?? null,
  }))
}

/** Histories of imports and of before do not begin with the submission: until something is told of it, a claim waits. */
function fromSubmission(claim: RecordedClaim): LivedClaim {
  if (claim.history.some(({ at }) => at <= claim.submittedAt)) return claim
  const submitted: LivedEntry = {
    at: claim.submittedAt,
    kind: 'submitted',
    fromState: null,
    toState: 'submitted',
    fromSubState: null,
    toSubState: 'queued',
  }
  return { ...claim, history: [submitted, ...claim.history] }
}

const TAKES: readonly HistoryKind[] = ['taken', 'review_started']
const GIVES_UP: readonly HistoryKind[] = [
  'released',
  'lease_ended',
  'approved',
  'rejected',
  'information_requested',
  'held_for_arbitration',
  // Who was handed a claim stands in words beside the entry: anybody may have been meant.
  'handed_over',
]

interface Hand {
  readonly at: number
  readonly heldBy: string | null
}

/** Each time that a claim came into somebody's hands, or out of them. */
const handsOf = (history: readonly RecordedEvent[]): Hand[] =>
  history
    .flatMap(({ kind, at, actorName }) => {
      const isTaken = TAKES.includes(kind)
      return isTaken || GIVES_UP.includes(kind)
        ? [{ at: Date.parse(at), heldBy: isTaken ? actorName : null }]
        : []
    })
    .toSorted((a, b) => a.at - b.at)

/** As the queue orders by it: the first clock alone, and only while the claim waits for a reviewer. */
function dueOf({ policy, calendar }: RecordedClaim, { clocked }: Stage): number | null {
  if (!waitsForReviewer(clocked.state, clocked.subState)) return null
  const timer = timersOf(clocked, policy)[0]
  if (timer === undefined) return null
  const course = courseOfTimer(timer, calendar)
  return course.frozenAt === null ? course.dueAt : null
}

/** What a reviewer's pace works down. */
export const waitsForReviewer = (state: ClaimState, subState: ClaimSubState | null): boolean =>
  state === 'submitted' || (state === 'under_review' && subState !== 'awaiting_arbitration')

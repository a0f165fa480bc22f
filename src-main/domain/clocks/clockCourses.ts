import type { ClaimRecord, HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimSubState, HistoryKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { WORKED_ON } from '../assignment/lease.ts'
import { DECIDED, timelineOf } from '../claim/timeline.ts'
import type { Status } from '../claim/transitions.ts'
import type { Calendar } from './calendar.ts'
import { type ClaimTimer, courseOfTimer } from './claimTimer.ts'
import { type ClockedClaim, type ClockPolicy, timersOf } from './claimTimers.ts'

/** Of an entry of a history what moves clocks. */
export type LivedEntry = Pick<
  HistoryEntry,
  'at' | 'kind' | 'fromState' | 'toState' | 'fromSubState' | 'toSubState'
>

/** Of a claim what its clocks of all times are told by. */
export interface LivedClaim extends Status, Pick<ClaimRecord, 'competingClaims'> {
  readonly submittedAt: string
  readonly history: readonly LivedEntry[]
  readonly matters: ClockedClaim['matters']
}

/** What one clock of a claim came to. Instants in epoch milliseconds. */
export interface ClockCourse {
  /** As it counted when it ended, or counts now. */
  readonly counted: ClaimTimer
  /** Null = it stands still, or stood still when it ended. */
  readonly dueAt: number | null
  /** Null = it is among the claim's clocks now. */
  readonly endedAt: number | null
}

/**
 * Every clock that a claim has had, told by its history; those that run are exactly `timersOf` the claim as it stands. A clock that
 * was off for a while and counts on from the same event, as that of the whole decision while the partner is asked, is one.
 */
export function clockCoursesOf(claim: LivedClaim, policy: ClockPolicy, calendar: Calendar): ClockCourse[] {
  const courses = new Map<string, { counted: ClaimTimer; endedAt: number | null }>()
  for (const { at, clocked } of stagesOf(claim)) {
    const timers = timersOf(clocked, policy)
    const running = new Set(timers.map(keyOf))
    for (const [key, course] of courses) if (!running.has(key)) course.endedAt ??= at
    for (const counted of timers) courses.set(keyOf(counted), { counted, endedAt: null })
  }
  return [...courses.values()].map(({ counted, endedAt }) => ({
    counted,
    endedAt,
    dueAt: dueOf(counted, calendar),
  }))
}

const keyOf = ({ timer, startedAt }: ClaimTimer): string => `${timer} ${startedAt}`

/** A request that came after the due instant no longer moves it. */
function dueOf(counted: ClaimTimer, calendar: Calendar): number | null {
  const { dueAt, frozenAt } = courseOfTimer(counted, calendar)
  return frozenAt === null || frozenAt > dueAt ? dueAt : null
}

/** A claim from an instant on, as far as its clocks look at it. Epoch milliseconds. */
export interface Stage {
  readonly at: number
  readonly clocked: ClockedClaim
}

/** What besides a change of status moves a clock's begin, or stops it. */
const MARKS: readonly HistoryKind[] = [
  'submitted',
  'resubmitted',
  'review_started',
  'information_requested',
  'party_asked',
  'approved',
  'rejected',
  'reopened',
  'disputed',
  'customer_declined',
  'disassociated',
  'held_for_arbitration',
  'arbitration_ended',
]

/** The claim after each instant at which something happened to its clocks. The last one is the claim as it stands, whatever its history says. */
export function stagesOf(claim: LivedClaim): Stage[] {
  const entries = claim.history.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const stages: Stage[] = []
  let status: Status | null = null
  entries.forEach((entry, index) => {
    status = statusAfter(status, entry)
    const isLastOfInstant = entries[index + 1]?.at !== entry.at
    if (!isLastOfInstant || status === null || !movesClocks(entries, index)) return
    const past = entries.slice(0, index + 1)
    stages.push({ at: Date.parse(entry.at), clocked: { ...status, ...pastOf(claim, past, entry.at) } })
  })
  const lastAt = Date.parse(entries.at(-1)?.at ?? claim.submittedAt)
  return [...stages.filter(({ at }) => at < lastAt), { at: lastAt, clocked: asItStands(claim) }]
}

function asItStands({
  state,
  subState,
  submittedAt,
  history,
  matters,
  competingClaims,
}: LivedClaim): ClockedClaim {
  const timeline = timelineOf(submittedAt, history)
  return { state, subState, timeline, matters, isContested: competingClaims > 0 }
}

/** Any of the entries of its instant. */
function movesClocks(entries: readonly LivedEntry[], index: number): boolean {
  const at = entries[index]?.at
  for (let one = index; one >= 0; one -= 1) {
    const entry = entries[one]
    if (entry === undefined || entry.at !== at) return false
    if (MARKS.includes(entry.kind) || entry.toState !== null || entry.toSubState !== null) return true
  }
  return false
}

/** Where a claim stands inside its status after an act, for histories of imports and of before, which name the status alone. */
const SUB_STATE_AFTER: Partial<Readonly<Record<HistoryKind, ClaimSubState>>> = {
  review_started: 'in_review',
  information_requested: 'open',
  resubmitted: 'resubmitted',
  held_for_arbitration: 'awaiting_arbitration',
  arbitration_ended: 'in_review',
  approved: 'consent_open',
  rejected: 'disputable',
  disputed: 'dispute_review',
  reopened: 'in_review',
  consent_closed: 'consent_closed',
  dispute_window_closed: 'dispute_window_closed',
}
const WITHIN_REVIEW: readonly HistoryKind[] = ['held_for_arbitration', 'arbitration_ended']

/** Null = the history has not said yet where the claim stands. */
function statusAfter(status: Status | null, entry: LivedEntry): Status | null {
  const { kind, toState, fromSubState, toSubState } = entry
  const state = toState ?? status?.state ?? null
  if (state === null) return null
  const isTold = fromSubState !== null || toSubState !== null
  if (isTold) return { state, subState: toSubState }
  const after = SUB_STATE_AFTER[kind] ?? null
  if (toState !== null) return { state, subState: after }
  const turns = after !== null && (state === 'under_review' || !WITHIN_REVIEW.includes(kind))
  return turns ? { state, subState: after } : status
}

/** What was open then. Nobody wrote down when a claim began to be contested: an arbitration of it is what tells, and rivals while it is open. */
function pastOf(
  claim: LivedClaim,
  past: readonly LivedEntry[],
  at: string,
): Omit<ClockedClaim, keyof Status> {
  const { matters, submittedAt } = claim
  const isHeld = past.findLast(({ kind }) => kind === 'held_for_arbitration')?.at ?? null
  const hasEnded =
    past.findLast(({ kind }) => kind === 'arbitration_ended' || DECIDED.includes(kind))?.at ?? ''
  const disputed = past.findLast(({ kind }) => kind === 'disputed')?.at
  const { firstReviewedAt } = matters
  const wasContested =
    firstReviewedAt !== null || claim.history.some(({ kind }) => kind === 'held_for_arbitration')
  return {
    timeline: timelineOf(submittedAt, past),
    matters: {
      heldSince: isHeld !== null && isHeld > hasEnded ? isHeld : null,
      firstReviewedAt: firstReviewedAt !== null && firstReviewedAt <= at ? firstReviewedAt : null,
      dispute:
        disputed === undefined || matters.dispute === null
          ? null
          : { ...matters.dispute, openedAt: disputed, decidedAt: decidedAfter(past, disputed) },
    },
    isContested: wasContested || (claim.competingClaims > 0 && WORKED_ON.includes(claim.state)),
  }
}

function decidedAfter(past: readonly LivedEntry[], disputed: LivedEntry['at']): LivedEntry['at'] | null {
  return past.find(({ kind, at }) => at > disputed && DECIDED.includes(kind))?.at ?? null
}

/** What was written down of a clock before. */
export interface RecordedCourse extends Pick<ClockCourse, 'dueAt' | 'endedAt'> {
  readonly startedAt: number
}

/**
 * Whether what was written down of a clock stays, and with it the calendar that it was reckoned by: what has ended so, and a breach
 * that was seen, are facts that no newer calendar rewrites.
 */
export function isSettled(recorded: RecordedCourse, endedAt: number | null, now: number): boolean {
  if (recorded.endedAt !== null && recorded.endedAt === endedAt) return true
  return recorded.dueAt !== null && recorded.dueAt <= Math.min(recorded.endedAt ?? now, now)
}

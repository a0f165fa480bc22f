import type { ClockExplanation } from '../../src-preload/contract/claims.ts'
import type { ClockSegment } from '../../src-preload/contract/vocabulary/clockShape.ts'
import {
  CLOCK_PHASES,
  CLOCK_SEGMENT_KINDS,
  type ClockPhase,
  type ClockSegmentKind,
} from '../../src-preload/contract/vocabulary/words.ts'

export interface ExplainedPart {
  readonly phase: ClockPhase
  readonly segments: readonly ClockSegment[]
}

export interface ExplainedSum {
  readonly kind: ClockSegmentKind
  /** Milliseconds by phase; a phase without any has 0. */
  readonly byPhase: Readonly<Record<ClockPhase, number>>
}

/** A clock's time in the order of a reader: what was, what comes, what is too much, and the sums of it. */
export interface ExplainedClock {
  readonly parts: readonly ExplainedPart[]
  /** Only of kinds that occur. */
  readonly sums: readonly ExplainedSum[]
  readonly total: Readonly<Record<ClockPhase, number>>
  /** Since when the clock stands still, epoch milliseconds; null = it runs. */
  readonly standsStillSince: number | null
}

export function explained({ segments, clock }: Pick<ClockExplanation, 'segments' | 'clock'>): ExplainedClock {
  const parts = CLOCK_PHASES.map((phase) => ({
    phase,
    segments: segments.filter((segment) => segment.phase === phase),
  })).filter((part) => part.segments.length > 0)
  const kinds = CLOCK_SEGMENT_KINDS.filter((kind) => segments.some((segment) => segment.kind === kind))
  return {
    parts,
    sums: kinds.map((kind) => ({ kind, byPhase: msByPhase(segments.filter((one) => one.kind === kind)) })),
    total: msByPhase(segments),
    standsStillSince: clock.dueAt === null ? stillSince(segments) : null,
  }
}

function msByPhase(segments: readonly ClockSegment[]): Record<ClockPhase, number> {
  const of = (phase: ClockPhase) =>
    segments.reduce((sum, one) => (one.phase === phase ? sum + one.to - one.from : sum), 0)
  return { elapsed: of('elapsed'), ahead: of('ahead'), overdue: of('overdue') }
}

/** The wait that is not over: the time from its begin on is all wait, but for the days on which nobody works. */
function stillSince(segments: readonly ClockSegment[]): number | null {
  const lastRun = segments.findLastIndex(({ kind }) => kind === 'running')
  return segments.slice(lastRun + 1).find(({ kind }) => kind === 'waiting_for_partner')?.from ?? null
}

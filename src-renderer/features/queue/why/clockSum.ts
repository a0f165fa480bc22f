import type { ClockExplanation } from '../../../../src-preload/contract/claims.ts'
import {
  CLOCK_SEGMENT_KINDS,
  type ClockSegmentKind,
} from '../../../../src-preload/contract/vocabulary/words.ts'

export interface ClockSum {
  readonly fromMs: number
  /** In the order of the vocabulary; with `fromMs` they add up to `dueMs`. */
  readonly parts: readonly { readonly kind: ClockSegmentKind; readonly ms: number }[]
  readonly dueMs: number
}

/** What lies between a clock's begin and its due instant, by kind; null where it has no due instant. */
export function clockSum({ clock, segments }: ClockExplanation): ClockSum | null {
  const upToDue = segments.filter(({ phase }) => phase !== 'overdue')
  const [first] = upToDue
  if (clock.dueAt === null || first === undefined) return null
  const parts = CLOCK_SEGMENT_KINDS.map((kind) => ({
    kind,
    ms: upToDue.filter((one) => one.kind === kind).reduce((sum, { from, to }) => sum + to - from, 0),
  })).filter(({ ms }) => ms > 0)
  return { fromMs: first.from, parts, dueMs: Date.parse(clock.dueAt) }
}

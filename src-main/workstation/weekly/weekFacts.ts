import type { ClaimState, HistoryKind, Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { countAges, countDecisions, countOverdue, countPaused, type Span } from '../../store/weeklyRepo.ts'
import type { FileMaking } from '../caseFile/caseFileFacts.ts'

/** What counts as a decision, in the order of the columns. */
export const WEEK_DECISIONS = [
  'approved',
  'information_requested',
  'rejected',
  'held_for_arbitration',
] as const satisfies readonly HistoryKind[]
export type WeekDecision = (typeof WEEK_DECISIONS)[number]

/** Where one band of age ends and the next begins, in days. */
export const AGE_BOUNDS = [5, 10, 20, 40] as const
const OPEN: readonly ClaimState[] = ['submitted', 'under_review', 'partner_action_required']
const DAY_MS = 86_400_000

export interface PersonDecisions {
  readonly name: string
  readonly counts: Readonly<Record<WeekDecision, number>>
}
export interface TimerOverdue {
  readonly timer: Timer
  readonly inWeek: number
  readonly before: number
}
export interface HolderOverdue {
  readonly holder: string | null
  readonly inWeek: number
  readonly before: number
}
export interface HolderAges {
  readonly holder: string | null
  /** One more than there are bounds. */
  readonly bands: readonly number[]
}

/** All that the report of a week says, as values. */
export interface WeekFacts {
  readonly week: Span
  readonly decisions: readonly PersonDecisions[]
  readonly byTimer: readonly TimerOverdue[]
  readonly byHolder: readonly HolderOverdue[]
  readonly ages: readonly HolderAges[]
  readonly paused: number
  readonly made: FileMaking
}

/** The week in which a day lies, from Monday on, in UTC. */
export function weekOf(day: string): Span {
  const at = Date.parse(day)
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7
  const from = at - sinceMonday * DAY_MS
  return { from, until: from + 7 * DAY_MS }
}

/** @param now epoch milliseconds: ages and what is overdue are those of the moment in which the report is made. */
export function gatherWeek(store: ReadStore, week: Span, now: number): Omit<WeekFacts, 'made'> {
  const overdue = countOverdue(store, week, now, OPEN)
  const ages = countAges(store, now, AGE_BOUNDS, OPEN)
  const decided = countDecisions(store, week, WEEK_DECISIONS)
  return {
    week,
    decisions: grouped(decided, ({ name }) => name).map(([name, rows]) => ({
      name,
      counts: countsOf((kind) => sum(rows.filter((row) => row.kind === kind))),
    })),
    byTimer: grouped(overdue, ({ timer }) => timer).map(([timer, rows]) => ({ timer, ...split(rows) })),
    byHolder: grouped(overdue, ({ holder }) => holder).map(([holder, rows]) => ({ holder, ...split(rows) })),
    ages: grouped(ages, ({ holder }) => holder).map(([holder, rows]) => ({
      holder,
      bands: [...AGE_BOUNDS, null].map((_, band) => sum(rows.filter((row) => row.band === band))),
    })),
    paused: countPaused(store, OPEN),
  }
}

export const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((all, { count }) => all + count, 0)

const countsOf = (count: (kind: WeekDecision) => number): PersonDecisions['counts'] => ({
  approved: count('approved'),
  information_requested: count('information_requested'),
  rejected: count('rejected'),
  held_for_arbitration: count('held_for_arbitration'),
})

const split = (rows: readonly { readonly isInSpan: boolean; readonly count: number }[]) => ({
  inWeek: sum(rows.filter(({ isInSpan }) => isInSpan)),
  before: sum(rows.filter(({ isInSpan }) => !isInSpan)),
})

/** In the order in which each key comes first; nobody comes last. */
function grouped<Row, Key extends string | null>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (readonly [Key, readonly Row[]])[] {
  const keys = [...new Set(rows.map(keyOf))].toSorted((a, b) => Number(a === null) - Number(b === null))
  return keys.map((key) => [key, rows.filter((row) => keyOf(row) === key)] as const)
}

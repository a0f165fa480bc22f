import type { HistoryKind, Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import type { AgeClass, BoardDays, TeamWeek } from '../../domain/lead/boardDays.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { countUntold } from '../../store/untoldRepo.ts'
import {
  type BreachCount,
  countAgesByHolder,
  countDecisions,
  countMetLate,
  countOverdue,
  countPaused,
} from '../../store/weeklyRepo.ts'
import type { FileMaking } from '../caseFile/caseFileFacts.ts'

/** What counts as a decision, in the order of the columns. */
export const WEEK_DECISIONS = [
  'approved',
  'information_requested',
  'rejected',
  'held_for_arbitration',
] as const satisfies readonly HistoryKind[]
export type WeekDecision = (typeof WEEK_DECISIONS)[number]

/** What became of clocks that ran out, in the order of the columns: those that fell due in the week first. */
export const BREACH_COLUMNS = ['weekRunning', 'weekLate', 'beforeRunning', 'beforeLate'] as const
export type Breaches = Readonly<Record<(typeof BREACH_COLUMNS)[number], number>>

export interface PersonDecisions {
  readonly name: string
  readonly counts: Readonly<Record<WeekDecision, number>>
}
export interface HolderAges {
  readonly holder: string | null
  /** One for each class of age. */
  readonly bands: readonly number[]
}

/** All that the report of a week says, as values. */
export interface WeekFacts {
  readonly week: TeamWeek
  readonly decisions: readonly PersonDecisions[]
  readonly byTimer: readonly { readonly timer: Timer; readonly counts: Breaches }[]
  readonly byHolder: readonly { readonly holder: string | null; readonly counts: Breaches }[]
  readonly ages: readonly HolderAges[]
  readonly classes: readonly Pick<AgeClass, 'from' | 'to'>[]
  readonly paused: number
  /** Claims whose past is not told yet: what was met late may be more. */
  readonly untold: number
  readonly made: FileMaking
}

interface Asked {
  readonly week: TeamWeek
  /** Epoch milliseconds: ages and what is overdue are those of the moment in which the report is made. */
  readonly now: number
  readonly days: Pick<BoardDays, 'ages'>
}

export function gatherWeek(store: ReadStore, { week, now, days }: Asked): Omit<WeekFacts, 'made'> {
  const breaches = [
    ...countOverdue(store, week, now).map((one) => ({ ...one, isMet: false })),
    ...countMetLate(store, week, now).map((one) => ({ ...one, isMet: true })),
  ]
  const ages = countAgesByHolder(store, days.ages)
  const decided = countDecisions(store, week, WEEK_DECISIONS)
  return {
    week,
    decisions: grouped(decided, ({ name }) => name).map(([name, rows]) => ({
      name,
      counts: countsOf((kind) => sum(rows.filter((row) => row.kind === kind))),
    })),
    byTimer: grouped(breaches, ({ timer }) => timer).map(([timer, rows]) => ({
      timer,
      counts: breachesOf(rows),
    })),
    byHolder: grouped(breaches, ({ holder }) => holder).map(([holder, rows]) => ({
      holder,
      counts: breachesOf(rows),
    })),
    ages: grouped(ages, ({ holder }) => holder).map(([holder, rows]) => ({
      holder,
      bands: days.ages.map((_, band) => sum(rows.filter((row) => row.band === band))),
    })),
    classes: days.ages.map(({ from, to }) => ({ from, to })),
    paused: countPaused(store),
    untold: countUntold(store),
  }
}

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((all, { count }) => all + count, 0)

const countsOf = (count: (kind: WeekDecision) => number): PersonDecisions['counts'] => ({
  approved: count('approved'),
  information_requested: count('information_requested'),
  rejected: count('rejected'),
  held_for_arbitration: count('held_for_arbitration'),
})

function breachesOf(rows: readonly (BreachCount & { readonly isMet: boolean })[]): Breaches {
  const count = (isInSpan: boolean, isMet: boolean) =>
    sum(rows.filter((row) => row.isInSpan === isInSpan && row.isMet === isMet))
  return {
    weekRunning: count(true, false),
    weekLate: count(true, true),
    beforeRunning: count(false, false),
    beforeLate: count(false, true),
  }
}

/** By name, nobody last: rows come from several counts. */
function grouped<Row, Key extends string | null>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (readonly [Key, readonly Row[]])[] {
  const keys = [...new Set(rows.map(keyOf))].toSorted(
    (a, b) => Number(a === null) - Number(b === null) || String(a).localeCompare(String(b)),
  )
  return keys.map((key) => [key, rows.filter((row) => keyOf(row) === key)] as const)
}

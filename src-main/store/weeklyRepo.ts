import type { ClaimState, HistoryKind, Timer } from '../../src-preload/contract/vocabulary/words.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Epoch milliseconds; `until` is past the last moment. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** What somebody decided how often in a span, as the claims' histories have it. */
export interface DecidedCount {
  readonly name: string
  readonly kind: HistoryKind
  readonly count: number
}

export function countDecisions(
  store: ReadStore,
  { from, until }: Span,
  kinds: readonly HistoryKind[],
): DecidedCount[] {
  return statement(
    store,
    `select actor_name as name, kind, count(*) as count from history
     where side = 'reviewer' and at >= ? and at < ? and kind in (select value from json_each(?))
     group by actor_name, kind order by actor_name, kind`,
  ).all(from, until, JSON.stringify(kinds)) as DecidedCount[]
}

/** A clock that runs on an open claim past its due instant. */
export interface OverdueCount {
  readonly timer: Timer
  /** Who holds the claim; null = nobody. */
  readonly holder: string | null
  /** It fell due within the span; else before. */
  readonly isInSpan: boolean
  readonly count: number
}

const CLOCKS = `from claims, json_each(claims.clocks) as clock
  where state in (select value from json_each(@open)) and clock.value ->> '$.dueAt' is not null`
const DUE = `clock.value ->> '$.dueAt'`

/** @param at the moment for which it counts: what falls due later is not overdue yet. */
export function countOverdue(
  store: ReadStore,
  { from, until }: Span,
  at: number,
  open: readonly ClaimState[],
): OverdueCount[] {
  const rows = statement(
    store,
    `select clock.value ->> '$.timer' as timer, assigned_name as holder, ${DUE} >= @from as isInSpan, count(*) as count
     ${CLOCKS} and ${DUE} < @until group by timer, holder, isInSpan order by timer, holder`,
  ).all({
    open: JSON.stringify(open),
    from: new Date(from).toISOString(),
    until: new Date(Math.min(until, at)).toISOString(),
  }) as (Omit<OverdueCount, 'isInSpan'> & { isInSpan: number })[]
  return rows.map((row) => ({ ...row, isInSpan: row.isInSpan === 1 }))
}

/** Open claims by who holds them and since when they were submitted, in days of 24 hours. */
export interface AgeCount {
  readonly holder: string | null
  readonly band: number
  readonly count: number
}

/** @param bounds in days, rising: a claim as old as one of them or older belongs to the band behind it. */
export function countAges(
  store: ReadStore,
  at: number,
  bounds: readonly number[],
  open: readonly ClaimState[],
): AgeCount[] {
  return statement(
    store,
    `select assigned_name as holder,
       (select count(*) from json_each(@bounds) where @at - submitted_at >= value * 86400000) as band, count(*) as count
     from claims where state in (select value from json_each(@open)) group by holder, band order by holder, band`,
  ).all({ at, bounds: JSON.stringify(bounds), open: JSON.stringify(open) }) as AgeCount[]
}

/** Of open claims those whose first clock stands still. */
export const countPaused = (store: ReadStore, open: readonly ClaimState[]): number =>
  Number(
    statement(
      store,
      `select count(*) from claims where state in (select value from json_each(?)) and clocks ->> '$[0].pausedShare' is not null`,
    )
      .pluck()
      .get(JSON.stringify(open)),
  )

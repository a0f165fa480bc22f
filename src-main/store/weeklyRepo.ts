import type { HistoryKind, Timer } from '../../src-preload/contract/vocabulary/words.ts'
import type { AgeClass } from '../domain/lead/boardDays.ts'
import { AGED, OPEN, TEAM, TILE_CONDITIONS } from './leadPicks.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Epoch milliseconds: from midnight to midnight of the team. A clock that is due at midnight is due on the day that ends then. */
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

/** Clocks of the team that ran out before they ended. */
export interface BreachCount {
  readonly timer: Timer
  /** Who holds the claim or handled it last; null = nobody. */
  readonly holder: string | null
  /** It fell due within the span; else before. */
  readonly isInSpan: boolean
  readonly count: number
}

type BreachRow = Omit<BreachCount, 'isInSpan'> & { readonly isInSpan: number }
const breachOf = (row: BreachRow): BreachCount => ({ ...row, isInSpan: row.isInSpan === 1 })

/** What the board counts as breached, a clock at a time. @param now what falls due later is not overdue yet. */
export function countOverdue(store: ReadStore, { from, until }: Span, now: number): BreachCount[] {
  const rows = statement(
    store,
    `select timer, assigned_name as holder, due_at > @from as isInSpan, count(*) as count
     from (select claim_key, timer, due_at from claim_clocks where ${TEAM} and ${TILE_CONDITIONS.breached} and due_at <= @until)
     join claims using (claim_key) group by timer, holder, isInSpan order by timer, holder`,
  ).all({ from, until, now }) as BreachRow[]
  return rows.map(breachOf)
}

/**
 * Clocks that were met after their due instant: of those that fell due within the span all that have ended, of those from before it what
 * ended within it. With what is overdue of the span they are the breaches of its week on the board.
 */
export function countMetLate(store: ReadStore, { from, until }: Span, now: number): BreachCount[] {
  const rows = statement(
    store,
    `select timer, assigned_name as holder, due_at > @from as isInSpan, count(*) as count
     from (select claim_key, timer, due_at from clock_ends where ${TEAM} and due_at <= @until and due_at <= ended_at and ended_at <= @now
       and (due_at > @from or (ended_at >= @from and ended_at < @until)))
     join claims using (claim_key) group by timer, holder, isInSpan order by timer, holder`,
  ).all({ from, until, now }) as BreachRow[]
  return rows.map(breachOf)
}

/** Open claims of a class of age in one pair of hands. */
export interface AgeCount {
  readonly holder: string | null
  /** 0 = the first class. */
  readonly band: number
  readonly count: number
}

export function countAgesByHolder(
  store: ReadStore,
  ages: readonly Pick<AgeClass, 'since' | 'before'>[],
): AgeCount[] {
  const count = statement(
    store,
    `select assigned_name as holder, count(*) as count from claims where ${OPEN} and ${AGED} group by holder order by holder`,
  )
  return ages.flatMap(({ since, before }, band) =>
    (count.all({ since, before }) as Omit<AgeCount, 'band'>[]).map((row) => ({ ...row, band })),
  )
}

/** Claims of which a clock of the team stands still: what the board counts as paused. The partner's own clock runs meanwhile. */
export const countPaused = (store: ReadStore): number =>
  Number(
    statement(
      store,
      `select count(distinct claim_key) from claim_clocks where ${TEAM} and ${TILE_CONDITIONS.paused}`,
    )
      .pluck()
      .get(),
  )

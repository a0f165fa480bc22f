import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type Calendar } from '../clocks/calendar.ts'
import { type Forecast, forecastOf, type OpenWork, type Worker } from './forecast.ts'
import { type MadeDecision, type Member, median, type TeamPace, teamPace } from './pace.ts'
import { spreadOf } from './spread.ts'
import { type DaySpan, type WorkDays, workDaysFrom } from './workDays.ts'

/** All that a forecast rests on. */
export interface TeamAtWork {
  readonly work: readonly OpenWork[]
  readonly team: readonly Member[]
  readonly decisions: readonly MadeDecision[]
  readonly calendar: Calendar
  /** Epoch milliseconds. */
  readonly now: number
  readonly until: number
}

/** What would be otherwise. */
export interface WhatIf {
  /** Who would hold a claim. */
  readonly moves: ReadonlyMap<ClaimId, UserId>
  /** So many reviewers more, as fast as the team's median, from a date on. */
  readonly more: { readonly reviewers: number; readonly from: string } | null
}

export const AS_IT_IS: WhatIf = { moves: new Map(), more: null }

/** A team with its pace, asked as often as one likes what comes of which change. */
export interface TeamForecast {
  readonly pace: TeamPace
  readonly days: WorkDays
  readonly workers: readonly Worker[]
  of(whatIf?: WhatIf): Forecast
  /** The same with how much a team's days differ: how many breach if all goes slowly, and if all goes well. */
  rangeOf(whatIf?: WhatIf): { readonly low: number; readonly high: number }
}

export function teamForecast({ work, team, decisions, calendar, now, until }: TeamAtWork): TeamForecast {
  const pace = teamPace(team, decisions, calendar, now)
  const days = workDaysFrom(calendar, now, pace.leftToday)
  const workers = team.map(({ userId, absences }, at): Worker => {
    return { userId, perDay: pace.paces[at]?.perDay ?? 0, away: awayOf(absences, days) }
  })
  const run = ({ moves, more }: WhatIf, factor: number): Forecast => {
    const all = more === null ? workers : [...workers, ...extraOf(workers, more, days)]
    const faster = factor === 1 ? all : all.map((one) => ({ ...one, perDay: one.perDay * factor }))
    return forecastOf({ work: moved(work, moves), workers: faster, days, now, until })
  }
  return {
    pace,
    days,
    workers,
    of: (whatIf = AS_IT_IS) => run(whatIf, 1),
    rangeOf(whatIf = AS_IT_IS) {
      const { slow, fast } = spreadOf(pace.daily, days.until(until))
      return { low: run(whatIf, fast).breaching.length, high: run(whatIf, slow).breaching.length }
    },
  }
}

export const awayOf = (absences: readonly DaySpan[], days: WorkDays): Worker['away'] =>
  absences.flatMap((span) => days.spanOf(span) ?? [])

function moved(work: readonly OpenWork[], moves: WhatIf['moves']): readonly OpenWork[] {
  if (moves.size === 0) return work
  return work.map((one) => {
    const to = moves.get(one.claimId)
    return to === undefined ? one : { ...one, heldBy: to }
  })
}

/** They hold nothing and take what nobody holds. */
function extraOf(workers: readonly Worker[], more: NonNullable<WhatIf['more']>, days: WorkDays): Worker[] {
  const perDay = median(workers.map((one) => one.perDay).filter((one) => one > 0))
  const before = days.spanOf({ from: '1970-01-01', to: dayBefore(more.from) })
  const away = before === null ? [] : [before]
  return Array.from({ length: more.reviewers }, (_, at) => {
    // Nobody of the team: the id only keeps them apart.
    return { userId: `more ${at + 1}` as UserId, perDay, away }
  })
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { ForecastNumbers, TeamClaim, WhatIf as AskedWhatIf } from '../../../src-preload/contract/team.ts'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { backTest } from '../../domain/forecast/backTest.ts'
import { balance, decisionsBy, firstToMove } from '../../domain/forecast/balance.ts'
import type { Breach, Forecast, OpenWork } from '../../domain/forecast/forecast.ts'
import { PACE_DAYS } from '../../domain/forecast/pace.ts'
import { type TeamForecast, teamForecast, type WhatIf } from '../../domain/forecast/teamForecast.ts'
import { toInstant } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { listNamed, listRecorded } from '../../store/teamRepo.ts'
import type { Core } from '../core.ts'
import { type AtWork, colleaguesOf, endOfDay, memberOf, teamAtWork } from './teamAtWork.ts'

const NO_CALENDAR = { outcome: 'no_calendar' } as const
/** A list that somebody still reads; the numbers have them all. */
const MOST_LISTED = 500

interface Asked {
  readonly team: AtWork
  readonly work: readonly OpenWork[]
  readonly until: number
  readonly forecast: TeamForecast
}

function askedUntil(team: AtWork, day: string): Asked {
  const { calendar, now, colleagues, decisions } = team
  const until = endOfDay(calendar, day)
  const work = team.workUntil(until)
  const forecast = teamForecast({ work, team: colleagues.map(memberOf), decisions, calendar, now, until })
  return { team, work, until, forecast }
}

export function forecastTeam(core: Core, { day, whatIf }: Input<'team.forecast'>): Output<'team.forecast'> {
  return core.store.read((store) => {
    const team = teamAtWork(core, store)
    if (team === null) return NO_CALENDAR
    const asked = askedUntil(team, day)
    const { forecast, until, work } = asked
    const present = forecast.of()
    const transfer = whatIf?.transfer ?? null
    const moved = transfer === null ? [] : transferred(work, present, transfer)
    const other = whatIf === null ? null : whatIfOf(whatIf, moved)
    return {
      outcome: 'forecast',
      until: toInstant(until),
      businessDays: forecast.days.until(until),
      asItIs: numbersOf(present, forecast.rangeOf()),
      whatIf: other === null ? null : numbersOf(forecast.of(other), forecast.rangeOf(other)),
      moved: named(store, work.filter(isAmong(moved))),
      breaching: named(store, present.breaching.slice(0, MOST_LISTED)),
      paces: forecast.pace.paces.map(({ userId, perDay, basis }, at) => {
        const worker = forecast.workers[at]
        const decisions = worker === undefined ? 0 : decisionsBy(worker, forecast.days.until(until))
        return { userId, perDay, basis, decisions }
      }),
    }
  })
}

function numbersOf(
  { open, overdue, breaching, shares }: Forecast,
  range: { low: number; high: number },
): ForecastNumbers {
  return {
    open,
    overdue,
    breaching: breaching.length,
    ...range,
    shares: shares.map((share) => ({ ...share })),
  }
}

const transferred = (
  work: readonly OpenWork[],
  { breaching }: Forecast,
  { from, count }: NonNullable<AskedWhatIf['transfer']>,
): ClaimId[] => firstToMove(work, breaching, from, count)

function whatIfOf({ transfer, moves, more }: AskedWhatIf, moved: readonly ClaimId[]): WhatIf {
  const given = new Map<ClaimId, UserId>(moves.map(({ claimId, toUserId }) => [claimId, toUserId]))
  if (transfer !== null) for (const claimId of moved) given.set(claimId, transfer.to)
  return { moves: given, more }
}

const isAmong = (ids: readonly ClaimId[]) => {
  const wanted = new Set(ids)
  return ({ claimId }: { readonly claimId: ClaimId }) => wanted.has(claimId)
}

function named(store: ReadStore, claims: readonly (Breach | OpenWork)[]): TeamClaim[] {
  const names = listNamed(
    store,
    claims.map(({ claimId }) => claimId),
  )
  return claims.flatMap(({ claimId, dueAt, heldBy }) => {
    const found = names.get(claimId)
    if (found === undefined) return []
    const { claimName, revision } = found
    return [{ claimId, claimName, revision, dueAt: toInstant(dueAt), heldBy }]
  })
}

/** How many moves a lead would look through. */
const MOST_MOVES = 100

export function balanceTeam(core: Core, { day }: Input<'team.balance'>): Output<'team.balance'> {
  return core.store.read((store) => {
    const team = teamAtWork(core, store)
    if (team === null) return NO_CALENDAR
    const { forecast, work } = askedUntil(team, day)
    const programs = listNamed(
      store,
      forecast.of().breaching.map(({ claimId }) => claimId),
    )
    const { moves, before, after } = balance({
      forecast,
      work,
      programOf: (claimId) => programs.get(claimId)?.program ?? 'UNKNOWN',
      receivers: team.colleagues.map(({ user, room }) => ({ userId: user.userId, programs: room.programs })),
      atMost: MOST_MOVES,
    })
    const claims = new Map(
      named(store, work.filter(isAmong(moves.map(({ claimId }) => claimId)))).map((one) => [
        one.claimId,
        one,
      ]),
    )
    return {
      outcome: 'proposal',
      before,
      after,
      moves: moves.flatMap(({ claimId, to, cause, room }) => {
        const claim = claims.get(claimId)
        return claim === undefined ? [] : [{ claim, to, cause, ...room }]
      }),
    }
  })
}

/** Past business days that a forecast is held against: two more weeks than its pace needs. */
const TESTED_DAYS = 10
const DAY_MS = 86_400_000

export function backTestTeam(core: Core, { ahead }: Input<'team.backTest'>): Output<'team.backTest'> {
  return core.store.read((store) => {
    const team = teamAtWork(core, store)
    if (team === null) return NO_CALENDAR
    const { calendar, now } = team
    // Business days, with weekends and some holidays between them.
    const reach = 2 * (TESTED_DAYS + ahead + PACE_DAYS) + 14
    const claims = listRecorded(store, now - reach * DAY_MS, calendar)
    const members = colleaguesOf(core, store).map(memberOf)
    const tested = backTest({ claims, team: members, calendar, now, days: TESTED_DAYS, ahead })
    return {
      outcome: 'tested',
      claims: claims.length,
      ...tested,
      days: tested.days.map(({ at, until, right: _right, ...numbers }) => {
        return { at: toInstant(at), until: toInstant(until), ...numbers }
      }),
    }
  })
}

import type { LeadFigure, LeadSlice } from '../../src-preload/contract/vocabulary/leadShape.ts'
import type { LeadPart, LeadTile } from '../../src-preload/contract/vocabulary/leadWords.ts'
import { CASE_OPERATION_KINDS, DECISIONS } from '../../src-preload/contract/vocabulary/words.ts'
import { WORKED_ON } from '../domain/assignment/lease.ts'
import { TEAM_TIMERS } from '../domain/clocks/clockOwner.ts'
import type { BoardDays } from '../domain/lead/boardDays.ts'

/** When a figure is asked for, and the days of the team then. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number
  readonly days: BoardDays
}

type Value = string | number | null

/** The part of a query that a figure counts: rows of claim_key, timer, started_at, due_at; with what to bind to it by name. */
export interface Pick {
  readonly sql: string
  readonly values: Readonly<Record<string, Value>>
}

const list = (words: readonly string[]): string => `(${words.map((word) => `'${word}'`).join(', ')})`
export const OPEN = `state in ${list(WORKED_ON)}`
export const TEAM = `timer in ${list(TEAM_TIMERS)}`
export const DECISIVE = list([
  ...DECISIONS,
  'hold_for_arbitration',
  ...CASE_OPERATION_KINDS.filter((kind) => kind === 'case_decide'),
])

/** Claims that were decided here and of which the hub's picture does not say so yet; of a case all its claims. */
export const DECIDED_HERE = `(select claim_key from claims where claim_id in (
  select claim_id from outbox where kind in ${DECISIVE} union select claim_id from answered where kind in ${DECISIVE}
  union select json_extract(party.value, '$.claimId') from outbox, json_each(outbox.content, '$.action.parties') as party where kind = 'case_decide'
  union select json_extract(party.value, '$.claimId') from answered, json_each(answered.content, '$.action.parties') as party where kind = 'case_decide'))`

/** Claims with their first clock. */
const claimsWhere = (where: string): string =>
  `select claims.claim_key, clock.timer, clock.started_at, clock.due_at from claims
   left join claim_clocks as clock on clock.claim_key = claims.claim_key and clock.position = 0 where ${where}`

/** Claims once each, with the first of those of their clocks that are meant. SQLite takes the other columns from the row of the minimum. */
const clocksOnceWhere = (where: string): string =>
  `select claim_key, timer, started_at, due_at from (select claim_key, timer, started_at, due_at, min(position)
   from claim_clocks where ${where} group by claim_key)`

const clocksWhere = (where: string): string =>
  `select claim_key, timer, started_at, due_at from claim_clocks where ${where}`

/** What each tile of clocks counts. A clock is over at its due instant; a share is reached at the instant at which it is used. */
export const TILE_CONDITIONS = {
  due_today: 'due_at > @now and due_at <= @todayUntil',
  at_risk_50: 'half_at <= @now and due_at > @now',
  at_risk_75: 'three_quarters_at <= @now and due_at > @now',
  at_risk_90: 'nine_tenths_at <= @now and due_at > @now',
  paused: 'due_at is null',
  breached: `due_at <= @now and claim_key not in ${DECIDED_HERE}`,
  breach_waiting: `due_at <= @now and claim_key in ${DECIDED_HERE}`,
} as const satisfies Partial<Record<LeadTile, string>>

const CLAIM_TILES = {
  open: OPEN,
  waiting_for_partner: `state = 'partner_action_required'`,
  in_arbitration: `state = 'under_review' and sub_state = 'awaiting_arbitration'`,
} as const satisfies Partial<Record<LeadTile, string>>

function tileSql(tile: LeadTile): string {
  if (tile in CLAIM_TILES) return claimsWhere(CLAIM_TILES[tile as keyof typeof CLAIM_TILES])
  return clocksOnceWhere(`${TEAM} and ${TILE_CONDITIONS[tile as keyof typeof TILE_CONDITIONS]}`)
}

/** How many claims a tile counts: as many as its list has. */
export const tileCount = (tile: LeadTile): string =>
  tile in CLAIM_TILES
    ? `select count(*) from claims where ${CLAIM_TILES[tile as keyof typeof CLAIM_TILES]}`
    : `select count(distinct claim_key) from claim_clocks where ${TEAM} and ${TILE_CONDITIONS[tile as keyof typeof TILE_CONDITIONS]}`

/** A breach that was seen, of the team: its clock ran out and had not ended by then. Of what runs, not what was decided here. */
export const BREACHED_WITHIN = `${TEAM} and due_at > @after and due_at <= @until and due_at <= @now
  and (due_at <= ended_at or (ended_at is null and claim_key not in ${DECIDED_HERE}))`

const NOTHING: Pick = { sql: clocksWhere('false'), values: {} }

/** Null bounds and days that the board does not have count nothing. */
export function pickOf(figure: LeadFigure, { now, days }: Moment): Pick {
  switch (figure.of) {
    case 'tile':
      return { sql: tileSql(figure.tile), values: { now, todayUntil: days.todayUntil } }
    case 'due':
      return duePick(figure, days, now)
    case 'age':
      return agePick(figure.from, days)
    case 'week':
      return weekPick(figure, days, now)
    case 'holder':
      return {
        sql: claimsWhere(`${OPEN} and assigned_user_id is @userId`),
        values: { userId: figure.userId },
      }
    case 'late_pauses':
      return {
        sql: 'select claim_key, null as timer, paused_at as started_at, null as due_at from late_pauses where paused_at > @after and paused_at <= @now',
        values: { now, after: days.weeks[0]?.after ?? now },
      }
  }
}

function duePick(
  { timer, when }: Extract<LeadFigure, { of: 'due' }>,
  { ahead }: BoardDays,
  now: number,
): Pick {
  const ofTimer = timer === null ? 'true' : 'timer = @timer'
  const values = timer === null ? {} : { timer }
  if (when === 'overdue')
    return { sql: clocksWhere(`${ofTimer} and due_at <= @now`), values: { ...values, now } }
  if (when === 'later')
    return {
      sql: clocksWhere(`${ofTimer} and due_at > @after`),
      values: { ...values, after: ahead.at(-1)?.until ?? now },
    }
  const reach = ahead.find(({ day }) => day === when)
  if (reach === undefined) return NOTHING
  const { after, until } = reach
  return {
    sql: clocksWhere(`${ofTimer} and due_at > @after and due_at <= @until`),
    values: { ...values, after, until },
  }
}

function agePick(from: number, { ages }: BoardDays): Pick {
  const age = ages.find((one) => one.from === from)
  if (age === undefined) return NOTHING
  return { sql: claimsWhere(`${OPEN} and ${AGED}`), values: { since: age.since, before: age.before } }
}

/** Null = without a bound. */
export const AGED =
  '(@since is null or submitted_at >= @since) and (@before is null or submitted_at < @before)'

function weekPick(
  { monday, timer }: Extract<LeadFigure, { of: 'week' }>,
  { weeks }: BoardDays,
  now: number,
): Pick {
  const week = weeks.find((one) => one.monday === monday)
  if (week === undefined) return NOTHING
  const ofTimer = timer === null ? '' : ' and timer = @timer'
  return {
    sql: `select claim_key, timer, started_at, due_at from clock_ends where ${BREACHED_WITHIN}${ofTimer}`,
    values: { now, after: week.after, until: week.until, ...(timer !== null && { timer }) },
  }
}

/** What a part of a figure is told by; `picked` are the rows that it counts, joined with their claims. */
export const PART_COLUMNS: Readonly<Record<LeadPart, string>> = {
  timer: 'picked.timer',
  program: 'claims.program',
  country: 'claims.customer_country',
  reviewer: 'claims.assigned_user_id',
}

/** Of a pick what belongs to a slice of it. */
export function slicedPick(pick: Pick, slice: LeadSlice | null): Pick {
  if (slice === null) return pick
  return {
    sql: `select picked.* from (${pick.sql}) as picked join claims on claims.claim_key = picked.claim_key
      where ${PART_COLUMNS[slice.by]} is @slice`,
    values: { ...pick.values, slice: slice.value },
  }
}

import type { LeadSlice } from '../../src-preload/contract/vocabulary/leadShape.ts'
import type { Clock } from '../../src-preload/contract/vocabulary/clockShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { LeadPart, LeadTile } from '../../src-preload/contract/vocabulary/leadWords.ts'
import type { PolicyVersion } from '../../src-preload/contract/vocabulary/policyVersion.ts'
import type {
  ClaimState,
  ClaimSubState,
  HistoryKind,
  Program,
  Timer,
} from '../../src-preload/contract/vocabulary/words.ts'
import {
  AGED,
  BREACHED_WITHIN,
  DECIDED_HERE,
  type Moment,
  OPEN,
  PART_COLUMNS,
  type Pick as Picked,
  slicedPick,
  tileCount,
} from './leadPicks.ts'
import type { AgeClass, Reach } from '../domain/lead/boardDays.ts'
import { OWN_REVISION } from './answeredRepo.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Claims of a tile, from indexes alone. */
export const countTile = (store: ReadStore, tile: LeadTile, { now, days }: Moment): number =>
  Number(statement(store, tileCount(tile)).pluck().get({ now, todayUntil: days.todayUntil }))

/** Clocks of a kind that run out in one reach of the board. */
export interface DueCount {
  readonly timer: Timer
  /** 0 = over; then the days of the board from 1 on; then what comes later. */
  readonly reach: number
  readonly clocks: number
}

/** How many clocks run out in each reach. They run out at the ends of days, so there are few instants to sort into reaches. */
export function countDues(store: ReadStore, { now, days }: Moment): DueCount[] {
  const ends = [now, ...days.ahead.flatMap(({ until }) => (until === null ? [] : [until]))]
  const rows = statement(
    store,
    'select timer, due_at as dueAt, count(*) as clocks from claim_clocks where due_at is not null group by timer, due_at',
  ).all() as { timer: Timer; dueAt: number; clocks: number }[]
  const counts = new Map<string, DueCount>()
  for (const { timer, dueAt, clocks } of rows) {
    const found = ends.findIndex((until) => dueAt <= until)
    const reach = found < 0 ? ends.length : found
    const key = `${reach} ${timer}`
    counts.set(key, { timer, reach, clocks: clocks + (counts.get(key)?.clocks ?? 0) })
  }
  return [...counts.values()]
}

export const countAge = (store: ReadStore, { since, before }: Pick<AgeClass, 'since' | 'before'>): number =>
  Number(
    statement(store, `select count(*) from claims where ${OPEN} and ${AGED}`).pluck().get({ since, before }),
  )

/** Breaches of a week by kind of clock. */
export const countWeek = (
  store: ReadStore,
  { after, until }: Reach,
  now: number,
): { timer: Timer; clocks: number }[] =>
  statement(
    store,
    `select timer, count(*) as clocks from clock_ends where ${BREACHED_WITHIN} group by timer order by timer`,
  ).all({ now, after, until }) as { timer: Timer; clocks: number }[]

export const countLatePauses = (store: ReadStore, { now, days }: Moment): number =>
  Number(
    statement(store, 'select count(*) from late_pauses where paused_at > @after and paused_at <= @now')
      .pluck()
      .get({ now, after: days.weeks[0]?.after ?? now }),
  )

/** Open claims of each person who works on one or handled it last; null = of nobody. `held`: a lease of theirs runs. */
export interface HolderCount {
  readonly userId: UserId | null
  readonly name: string | null
  readonly open: number
  readonly held: number
}

export function countHolders(store: ReadStore, { now }: Pick<Moment, 'now'>): HolderCount[] {
  return statement(
    store,
    `select person.userId, person.open,
       (select assigned_name from claims where assigned_user_id = person.userId order by assigned_until desc limit 1) as name,
       (select count(*) from claims where assigned_user_id = person.userId and assigned_until > @now) as held
     from (select assigned_user_id as userId, count(*) as open from claims where ${OPEN} group by 1) as person
     order by person.open desc, person.userId`,
  ).all({ now }) as HolderCount[]
}

export function countPicked(store: ReadStore, pick: Picked, slice: LeadSlice | null): number {
  const { sql, values } = slicedPick(pick, slice)
  return Number(statement(store, `select count(*) from (${sql})`).pluck().get(values))
}

/** Parts of a figure, most first. Names are those by which claims call their holders; null = the value says it. */
export function breakDown(
  store: ReadStore,
  pick: Picked,
  slice: LeadSlice | null,
  by: LeadPart,
): { value: string | null; name: string | null; count: number }[] {
  const { sql, values } = slicedPick(pick, slice)
  const name = by === 'reviewer' ? 'max(claims.assigned_name)' : 'null'
  return statement(
    store,
    `select ${PART_COLUMNS[by]} as value, ${name} as name, count(*) as count from (${sql}) as picked
     join claims on claims.claim_key = picked.claim_key group by 1 order by 3 desc, 1`,
  ).all(values) as { value: string | null; name: string | null; count: number }[]
}

/** A line of the list behind a figure. Instants in epoch milliseconds. */
export interface PickedClaim {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly revision: number
  readonly customerName: string
  readonly partnerName: string
  readonly program: Program
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
  readonly competingClaims: number
  readonly clocks: readonly Clock[]
  readonly assignedUserId: UserId | null
  readonly assignedName: string | null
  readonly assignedUntil: number | null
  readonly isDecidedHere: boolean
  /** Of the clock that the figure counts; both null = the claim has none. Of a late pause its begin. */
  readonly timer: Timer | null
  readonly startedAt: number | null
  readonly dueAt: number | null
  /** Of a clock whose course was written down; null = it runs, or nobody asked. */
  readonly endedAt: number | null
  readonly answeredAt: number | null
  readonly answer: HistoryKind | null
}

/** Which lines by what the pick holds; only then the rows of their claims. */
export function listPicked(
  store: ReadStore,
  pick: Picked,
  slice: LeadSlice | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): PickedClaim[] {
  const { sql, values } = slicedPick(pick, slice)
  const rows = statement(
    store,
    `select claims.claim_id as claimId, claim_name as claimName,
       coalesce(${OWN_REVISION}, claims.revision) as revision, customer_name as customerName, partner_name as partnerName, program, state, sub_state as subState, competing_claims as competingClaims, clocks, assigned_user_id as assignedUserId,
       assigned_name as assignedName, assigned_until as assignedUntil, claims.claim_key in ${DECIDED_HERE} as isDecidedHere,
       line.timer, line.started_at as startedAt, line.due_at as dueAt, past.ended_at as endedAt, pause.answered_at as answeredAt,
       pause.answer
     from (select * from (${sql}) order by due_at is null, due_at, started_at, claim_key, timer limit @limit offset @offset) as line
     join claims on claims.claim_key = line.claim_key
     left join clock_ends as past on past.claim_key = line.claim_key and past.timer = line.timer and past.started_at = line.started_at
     left join late_pauses as pause on line.timer is null and pause.claim_key = line.claim_key and pause.paused_at = line.started_at
     order by line.due_at is null, line.due_at, line.started_at, line.claim_key, line.timer`,
  ).all({ ...values, limit, offset }) as (Omit<PickedClaim, 'clocks' | 'isDecidedHere'> & {
    clocks: string
    isDecidedHere: number
  })[]
  return rows.map((row) => ({
    ...row,
    // Written by this program from parsed records.
    clocks: JSON.parse(row.clocks) as Clock[],
    isDecidedHere: row.isDecidedHere === 1,
  }))
}

/** The calendar by which the claim that is due first is reckoned; null = no claim names one. */
export function findCalendarInUse(store: ReadStore): PolicyVersion | null {
  const found = statement(
    store,
    `select calendar_id as id, calendar_version as version from claims where claim_key in (
       select claim_key from claims where ${OPEN} order by due_sort, claim_id limit 20) and calendar_id is not null
     order by due_sort, calendar_version desc limit 1`,
  ).get() as PolicyVersion | undefined
  return found ?? null
}

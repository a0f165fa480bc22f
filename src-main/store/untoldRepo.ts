import type { HistoryEntry } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyVersion } from '../../src-preload/contract/vocabulary/policyVersion.ts'
import type { ClockCourse, LivedClaim, RecordedCourse } from '../domain/clocks/clockCourses.ts'
import type { LatePause } from '../domain/clocks/latePauses.ts'
import { toInstant } from './instants.ts'
import { calendarOf, LIVED_COLUMNS, LIVED_EVENT_COLUMNS, lifeOf, type LivedRow } from './livedRows.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** A claim as its past is told. */
export interface UntoldClaim {
  readonly claimKey: number
  readonly lived: Omit<LivedClaim, 'history'> & { readonly history: readonly LivedEntry[] }
  readonly policy: PolicyVersion
  /** By which its clocks were reckoned; null = the hub did not say. */
  readonly calendar: PolicyVersion | null
}

type LivedEntry = LivedClaim['history'][number] & Pick<HistoryEntry, 'side'>

const LIVED = `select ${LIVED_COLUMNS} from claims`

/** Some of the claims whose past is to be told, in the order of their keys, after one of them. */
export function listUntold(store: ReadStore, afterKey: number, limit: number): UntoldClaim[] {
  const rows = statement(
    store,
    `${LIVED} where claim_key in (select claim_key from untold_claims where claim_key > ? order by claim_key limit ?) order by claim_key`,
  ).all(afterKey, limit) as LivedRow[]
  return rows.map((row) => livedOf(store, row))
}

/** Null = this workstation does not know the claim. */
export function findLived(store: ReadStore, claimId: ClaimId): UntoldClaim | null {
  const row = statement(store, `${LIVED} where claim_id = ?`).get(claimId) as LivedRow | undefined
  return row === undefined ? null : livedOf(store, row)
}

export const countUntold = (store: ReadStore): number =>
  Number(statement(store, 'select count(*) from untold_claims').pluck().get())

function livedOf(store: ReadStore, row: LivedRow): UntoldClaim {
  const entries = statement(
    store,
    `select ${LIVED_EVENT_COLUMNS} from history where claim_key = ? order by position`,
  ).all(row.claimKey) as (Omit<LivedEntry, 'at'> & { readonly at: number })[]
  const history = entries.map(({ at, ...entry }) => ({ ...entry, at: toInstant(at) }))
  return {
    claimKey: row.claimKey,
    lived: { ...lifeOf(row), history },
    policy: { id: row.policyId, version: row.policyVersion },
    calendar: calendarOf(row),
  }
}

/** A clock of a claim as it was written down, with the calendar by which it was reckoned. */
export interface KeptCourse extends RecordedCourse {
  readonly timer: ClockCourse['counted']['timer']
  readonly calendar: PolicyVersion
}

export function listCourses(store: ReadStore, claimKey: number): KeptCourse[] {
  const rows = statement(
    store,
    `select timer, started_at as startedAt, due_at as dueAt, ended_at as endedAt, calendar_id as id, calendar_version as version
     from clock_ends where claim_key = ?`,
  ).all(claimKey) as (Omit<KeptCourse, 'calendar'> & PolicyVersion)[]
  return rows.map(({ id, version, ...course }) => ({ ...course, calendar: { id, version } }))
}

/** The past of a claim is told: its clocks and late pauses are these. */
export function putPast(
  store: WriteStore,
  claimKey: number,
  past: { readonly courses: readonly KeptCourse[]; readonly latePauses: readonly LatePause[] },
): void {
  statement(store, 'delete from clock_ends where claim_key = ?').run(claimKey)
  const put = statement(
    store,
    `insert into clock_ends (claim_key, timer, started_at, due_at, ended_at, calendar_id, calendar_version)
     values (?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { timer, startedAt, dueAt, endedAt, calendar } of past.courses)
    put.run(claimKey, timer, startedAt, dueAt, endedAt, calendar.id, calendar.version)
  statement(store, 'delete from late_pauses where claim_key = ?').run(claimKey)
  for (const { pausedAt, answeredAt, answer } of past.latePauses)
    statement(
      store,
      'insert into late_pauses (claim_key, paused_at, answered_at, answer) values (?, ?, ?, ?)',
    ).run(claimKey, pausedAt, answeredAt, answer)
  statement(store, 'delete from untold_claims where claim_key = ?').run(claimKey)
}

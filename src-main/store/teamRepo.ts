import type { Calendar } from '../../src-preload/contract/vocabulary/calendarShape.ts'
import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, Instant, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { Program } from '../../src-preload/contract/vocabulary/words.ts'
import type { OpenWork } from '../domain/forecast/forecast.ts'
import type { MadeDecision } from '../domain/forecast/pace.ts'
import type { RecordedClaim, RecordedEvent } from '../domain/forecast/recorded.ts'
import { RAISED_IDS } from './attentionRepo.ts'
import { toInstant } from './instants.ts'
import { calendarOf, LIVED_COLUMNS, LIVED_EVENT_COLUMNS, lifeOf, type LivedRow } from './livedRows.ts'
import type { ReadStore } from './openStore.ts'
import { findCalendar, findPolicy } from './referenceRepo.ts'
import { statement } from './statements.ts'

/** What waits for a reviewer: read off an index alone, without the rows, which are long. */
const WAITING = `from claims indexed by claims_by_due
  where due_sort <= ? and state in ('submitted', 'under_review') and sub_state is not 'awaiting_arbitration'`

/** Claims that a reviewer's pace works down, due until then, in the order of the queue; with who holds each at `now`. */
export function listOpenWork(store: ReadStore, until: number, now: number): OpenWork[] {
  const held = listHolders(store, now)
  const rows = statement(store, `select claim_id, due_sort ${WAITING} order by due_sort, claim_id`)
    .raw()
    .all(until) as [ClaimId, number][]
  return rows.map(([claimId, dueAt]) => ({ claimId, dueAt, heldBy: held.get(claimId) ?? null }))
}

/** Claims whose lease runs. */
export function listHolders(store: ReadStore, now: number): Map<ClaimId, UserId> {
  const rows = statement(
    store,
    'select claim_id, assigned_user_id from claims where assigned_user_id is not null and assigned_until > ?',
  )
    .raw()
    .all(now) as [ClaimId, UserId][]
  return new Map(rows)
}

/** Of the whole team, by the names that histories have. */
export function listMadeDecisions(store: ReadStore, from: number, to: number): MadeDecision[] {
  return statement(
    store,
    `select actor_name as byName, at from history indexed by history_decisions where at >= ? and at < ? and side = 'reviewer'
       and kind in ('approved', 'rejected', 'information_requested', 'held_for_arbitration')`,
  ).all(from, to) as MadeDecision[]
}

export interface NamedClaim {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly revision: number
  readonly program: Program
}

/** Those that are here, by their ids. */
export function listNamed(store: ReadStore, ids: readonly ClaimId[]): Map<ClaimId, NamedClaim> {
  const rows = statement(
    store,
    `select claims.claim_id as claimId, claim_name as claimName, revision, program from json_each(?) as asked
     join claims on claims.claim_id = asked.value`,
  ).all(JSON.stringify(ids)) as NamedClaim[]
  return new Map(rows.map((row) => [row.claimId, row]))
}

/** The calendar by which the team's next claim is due, else any that is here. */
export function findTeamCalendar(store: ReadStore): Calendar | null {
  const named = statement(
    store,
    `select calendar_id as id, calendar_version as version ${WAITING} and calendar_id is not null order by due_sort limit 1`,
  ).get(Number.MAX_SAFE_INTEGER) as { id: string; version: number } | undefined
  const newest = () =>
    statement(store, 'select id, version from calendars order by version desc, id limit 1').get() as
      | { id: string; version: number }
      | undefined
  const chosen = (named === undefined ? null : findCalendar(store, named)) === null ? newest() : named
  return chosen === undefined ? null : findCalendar(store, chosen)
}

export interface Raised {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly revision: number
  readonly escalation: NonNullable<ClaimRecord['matters']['escalation']>
}

/** Claims for which a lead's attention is asked, the oldest first; without those to which a lead here has just given it. */
export function listRaised(store: ReadStore): Raised[] {
  const rows = statement(
    store,
    `select claim_id as claimId, claim_name as claimName, revision, matters ->> 'escalation' as escalation
     from claims where escalated_at is not null and claim_id in (${RAISED_IDS}) order by escalated_at, claim_id`,
  ).all() as (Omit<Raised, 'escalation'> & { escalation: string })[]
  // Written from a parsed claim.
  return rows.map((row) => ({ ...row, escalation: JSON.parse(row.escalation) as Raised['escalation'] }))
}

/** Claims that lived at some time since then, with their whole histories. Those whose profile is not here are left out. */
export function listRecorded(store: ReadStore, since: number, fallback: Calendar): RecordedClaim[] {
  const events = eventsOf(store, since)
  const rows = statement(
    store,
    `select claim_id as claimId, ${LIVED_COLUMNS} from claims where ${LIVED}`,
  ).all(since) as (LivedRow & { readonly claimId: ClaimId })[]
  const policyOf = remembered((id, version) => findPolicy(store, { id, version }))
  const calendarAt = remembered((id, version) => findCalendar(store, { id, version }))
  return rows.flatMap((row) => {
    const policy = policyOf(row.policyId, row.policyVersion)
    if (policy === null) return []
    const named = calendarOf(row)
    const own = named === null ? null : calendarAt(named.id, named.version)
    const history = events.get(row.claimKey) ?? []
    return [{ claimId: row.claimId, ...lifeOf(row), history, policy, calendar: own ?? fallback }]
  })
}

const LIVED = `(state in ('submitted', 'under_review', 'partner_action_required') or state_changed_at >= ?)`

function eventsOf(store: ReadStore, since: number): Map<number, RecordedEvent[]> {
  const events = new Map<number, RecordedEvent[]>()
  const rows = statement(
    store,
    `select claim_key as claimKey, actor_name as actorName, ${LIVED_EVENT_COLUMNS}
     from history where claim_key in (select claim_key from claims where ${LIVED})`,
  ).iterate(since) as Iterable<Omit<RecordedEvent, 'at'> & { at: number; claimKey: number }>
  for (const { claimKey, at, ...rest } of rows) {
    const event: RecordedEvent = { ...rest, at: toInstant(at) satisfies Instant }
    const known = events.get(claimKey)
    if (known === undefined) events.set(claimKey, [event])
    else known.push(event)
  }
  return events
}

function remembered<T>(find: (id: string, version: number) => T): (id: string, version: number) => T {
  const known = new Map<string, T>()
  return (id, version) => {
    const key = `${id}@${version}`
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as T
    const fresh = find(id, version)
    known.set(key, fresh)
    return fresh
  }
}

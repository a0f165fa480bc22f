import type { ArbitrationCase } from '../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseView } from '../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { CaseId, ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { CaseStanding } from '../domain/sync/stateText.ts'
import { isLivingCase } from '../domain/arbitration/caseState.ts'
import { dueSortOf } from './claimRows.ts'
import { toMs } from './instants.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/**
 * Puts a case of the feed in place of what is known of it; an older revision is passed over, as of a claim. Returns false when it was.
 * @param isFinal it counts whatever is known here.
 */
export function applyCase(store: WriteStore, record: ArbitrationCase, isFinal = false): boolean {
  const known = statement(store, 'select revision from cases where case_id = ?').pluck().get(record.caseId)
  if (!isFinal && typeof known === 'number' && known > record.revision) return false
  statement(
    store,
    `insert into cases (case_id, tenant_id, state, revision, is_whole, lead_user_id, due_sort, record)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (case_id) do update set tenant_id = excluded.tenant_id, state = excluded.state,
       revision = excluded.revision, is_whole = excluded.is_whole, lead_user_id = excluded.lead_user_id,
       due_sort = excluded.due_sort, record = excluded.record`,
  ).run(
    record.caseId,
    record.tenantId,
    record.state,
    record.revision,
    record.isWhole ? 1 : 0,
    record.lead?.userId ?? null,
    sortOf(record),
    JSON.stringify(record),
  )
  statement(store, 'delete from case_parties where case_id = ?').run(record.caseId)
  for (const { claimId, role, left } of record.parties)
    statement(store, 'insert into case_parties (case_id, claim_id, role, has_left) values (?, ?, ?, ?)').run(
      record.caseId,
      claimId,
      role,
      left === null ? 0 : 1,
    )
  return true
}

/** A closed case has no clock: the last closed stands first among its like. */
const sortOf = (record: ArbitrationCase): number =>
  isLivingCase(record.state) ? dueSortOf(record.clocks) : -toMs(record.stateChangedAt)

/** Returns false when the case was not known. */
export function removeCase(store: WriteStore, caseId: CaseId): boolean {
  return statement(store, 'delete from cases where case_id = ?').run(caseId).changes > 0
}

/** For the comparison with the hub. */
export function listCaseStates(store: ReadStore): CaseStanding[] {
  const rows = statement(store, 'select case_id as caseId, revision, is_whole as isWhole from cases').all()
  return (rows as { caseId: string; revision: number; isWhole: number }[]).map((row) => ({
    ...row,
    isWhole: row.isWhole === 1,
  }))
}

/** Ids of every case, for a full resync: what it does not bring again is gone. */
export function listCaseIds(store: ReadStore): CaseId[] {
  return statement(store, 'select case_id from cases').pluck().all() as CaseId[]
}

/** Null when the feed never brought it, or took it away. */
export function findCase(store: ReadStore, caseId: CaseId): ArbitrationCase | null {
  const record = statement(store, 'select record from cases where case_id = ?').pluck().get(caseId)
  return record === undefined ? null : caseFrom(record)
}

// Written by this program from parsed records, by older versions without what came since; the router checks the answer once more.
const caseFrom = (record: unknown): ArbitrationCase => ({
  ...WITHOUT_VOTES,
  ...(JSON.parse(String(record)) as ArbitrationCase),
})
const WITHOUT_VOTES = { resolver: null }

const LIVING = "state in ('open', 'outreach', 'ready')"
const CONDITIONS: Readonly<Record<CaseView, string>> = {
  open: LIVING,
  mine: `${LIVING} and (lead_user_id = @userId or exists (select 1 from case_parties join claims using (claim_id)
    where case_parties.case_id = cases.case_id and has_left = 0 and assigned_user_id = @userId))`,
  decided: `not (${LIVING})`,
}

interface CasePageWish {
  readonly view: CaseView
  readonly userId: UserId
  readonly offset: number
  readonly limit: number
}

/** Due first first. */
export function listCases(store: ReadStore, { view, ...wish }: CasePageWish): ArbitrationCase[] {
  const rows = statement(
    store,
    `select record from cases where ${CONDITIONS[view]}
     order by due_sort, case_id limit @limit offset @offset`,
  )
    .pluck()
    .all(wish)
  return rows.map(caseFrom)
}

/** How many cases each view shows. */
export function countCases(store: ReadStore, userId: UserId): Readonly<Record<CaseView, number>> {
  const { open, mine, decided } = CONDITIONS
  return statement(
    store,
    `select count(*) filter (where ${open}) as open, count(*) filter (where ${mine}) as mine,
       count(*) filter (where ${decided}) as decided from cases`,
  ).get({ userId }) as Record<CaseView, number>
}

/** Every case in which a claim is or was a party: living ones first, then the last opened. */
export function listCasesOf(store: ReadStore, claimId: ClaimId): ArbitrationCase[] {
  return statement(
    store,
    `select record from cases where case_id in (select case_id from case_parties where claim_id = ?)
     order by ${LIVING} desc, record ->> '$.openedAt' desc, case_id`,
  )
    .pluck()
    .all(claimId)
    .map(caseFrom)
}

/** The other living cases of the same customer. */
export function listCasesBeside(store: ReadStore, { caseId, tenantId }: ArbitrationCase): ArbitrationCase[] {
  return statement(
    store,
    `select record from cases where tenant_id = ? and case_id <> ? and ${LIVING} order by due_sort, case_id`,
  )
    .pluck()
    .all(tenantId, caseId)
    .map(caseFrom)
}

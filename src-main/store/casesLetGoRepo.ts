import type { ArbitrationCase } from '../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { isLivingCase } from '../domain/arbitration/caseState.ts'
import { CLOSED_CLAIM_DAYS } from '../domain/claim/retention.ts'
import type { CaseStanding } from '../domain/sync/stateText.ts'
import { removeCase } from './arbitrationRepo.ts'
import { toMs } from './instants.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

const SPAN_MS = CLOSED_CLAIM_DAYS * 86_400_000

/** Closed for so long as a claim may be, none of its claims here, nothing begun or unsent of it. Closed ones stand by minus their time. */
const OVERDUE = `state in ('decided', 'dissolved') and -due_sort + ${SPAN_MS} <= @now
  and not exists (select 1 from case_parties join claims using (claim_id) where case_parties.case_id = cases.case_id)
  and not exists (select 1 from case_drafts where case_drafts.case_id = cases.case_id)
  and not exists (select 1 from outbox where instr(content, cases.case_id) > 0)`

/** Lets go of the cases whose time here is over; gives back which. `now`: epoch milliseconds. */
export function letGoOfCases(store: WriteStore, now: number): CaseId[] {
  const caseIds = statement(store, `select case_id from cases where ${OVERDUE}`)
    .pluck()
    .all({ now }) as CaseId[]
  for (const caseId of caseIds) {
    statement(
      store,
      `insert or replace into cases_let_go (case_id, revision, is_whole, let_go_at)
       select case_id, revision, is_whole, ? from cases where case_id = ?`,
    ).run(now, caseId)
    removeCase(store, caseId)
  }
  return caseIds
}

/** Whether a case of the feed is too old to be brought here: it is not known, and none of its claims is here. */
export function caseComesTooLate(store: ReadStore, record: ArbitrationCase, now: number): boolean {
  if (isLivingCase(record.state) || toMs(record.stateChangedAt) + SPAN_MS > now) return false
  if (statement(store, 'select 1 from cases where case_id = ?').get(record.caseId) !== undefined) return false
  const isHere = statement(store, 'select 1 from claims where claim_id = ?')
  return record.parties.every(({ claimId }) => isHere.get(claimId) === undefined)
}

export function keepCaseOut(
  store: WriteStore,
  { caseId, revision, isWhole }: ArbitrationCase,
  now: number,
): void {
  statement(
    store,
    'insert or replace into cases_let_go (case_id, revision, is_whole, let_go_at) values (?, ?, ?, ?)',
  ).run(caseId, revision, isWhole ? 1 : 0, now)
}

/** It is here again, or gone at the hub. */
export function forgetCaseLetGo(store: WriteStore, caseId: CaseId): void {
  statement(store, 'delete from cases_let_go where case_id = ?').run(caseId)
}

/** For comparing with the hub. */
export function listCasesLetGo(store: ReadStore): (CaseStanding & { readonly caseId: CaseId })[] {
  const rows = statement(
    store,
    'select case_id as caseId, revision, is_whole as isWhole from cases_let_go',
  ).all()
  return (rows as { caseId: CaseId; revision: number; isWhole: number }[]).map((row) => ({
    ...row,
    isWhole: row.isWhole === 1,
  }))
}

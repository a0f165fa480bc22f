import { CheckReport } from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimId, Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { Recheck } from '../../src-preload/contract/vocabulary/recheckShape.ts'
import type { Criterion, Verdict } from '../../src-preload/contract/vocabulary/words.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Facts as they were stored, still to be parsed; null when this reader version has not read the document. */
export function findFacts(store: ReadStore, sha256: Sha256, readerVersion: string): unknown {
  const text = statement(store, 'select facts from facts where sha256 = ? and reader_version = ?')
    .pluck()
    .get(sha256, readerVersion)
  return typeof text === 'string' ? JSON.parse(text) : null
}

export function putFacts(
  store: WriteStore,
  sha256: Sha256,
  readerVersion: string,
  facts: unknown,
  readAt: number,
): void {
  statement(
    store,
    'insert or replace into facts (sha256, reader_version, facts, read_at) values (?, ?, ?, ?)',
  ).run(sha256, readerVersion, JSON.stringify(facts), readAt)
}

/** A claim as it waits to be checked. */
export interface UncheckedClaim {
  readonly claimId: ClaimId
  readonly checkKey: string
}

/** Written as in the index `claims_to_check`, which answers it. */
const IS_UNCHECKED = `documents_missing = 0 and state <> 'editing' and (report_key is null or report_key <> check_key)`

/** Claims whose findings are missing or out of date and whose documents are all here, due first at the front. */
export function listUnchecked(store: ReadStore, limit: number): UncheckedClaim[] {
  return statement(
    store,
    `select claim_id as claimId, check_key as checkKey from claims where ${IS_UNCHECKED} order by due_sort limit ?`,
  ).all(limit) as UncheckedClaim[]
}

/** The same of one claim; null = it needs no check, or cannot be checked yet. */
export function findUnchecked(store: ReadStore, claimId: ClaimId): UncheckedClaim | null {
  const row = statement(
    store,
    `select claim_id as claimId, check_key as checkKey from claims where claim_id = ? and ${IS_UNCHECKED}`,
  ).get(claimId) as UncheckedClaim | undefined
  return row ?? null
}

/** How many claims could be checked, their documents being here, and how many of them wait for it. Counted over indexes alone. */
export function countChecks(store: ReadStore): { readonly waiting: number; readonly inAll: number } {
  const row = statement(
    store,
    `select (select count(*) from claims where ${IS_UNCHECKED}) as waiting,
       (select count(*) from claims) - (select count(*) from claims where state = 'editing')
         - (select count(*) from claims where documents_missing > 0) as inAll`,
  ).get() as { waiting: number; inAll: number }
  return { waiting: row.waiting, inAll: Math.max(row.waiting, row.inAll) }
}

/** Null when there is none for exactly this key: a verdict never moves to another form or other documents. */
export function findReport(store: ReadStore, claimId: ClaimId, checkKey: string): CheckReport | null {
  const text = statement(store, 'select report from reports where claim_id = ? and report_key = ?')
    .pluck()
    .get(claimId, checkKey)
  return typeof text === 'string' ? CheckReport.parse(JSON.parse(text)) : null
}

/** The newest report, whether or not it is of the claim as it stands: what a new one is held against. Null = none is kept. */
export function findLastReport(
  store: ReadStore,
  claimId: ClaimId,
): { readonly report: CheckReport; readonly madeAt: number } | null {
  const row = statement(store, 'select report, made_at as madeAt from reports where claim_id = ?').get(
    claimId,
  ) as { report: string; madeAt: number } | undefined
  const report = row === undefined ? null : CheckReport.safeParse(JSON.parse(row.report))
  return row !== undefined && report?.success ? { report: report.data, madeAt: row.madeAt } : null
}

/** What the report of exactly this key says otherwise than the one before it; null = there was none. */
export function findRecheck(store: ReadStore, claimId: ClaimId, checkKey: string): Recheck | null {
  const text = statement(store, 'select changes from reports where claim_id = ? and report_key = ?')
    .pluck()
    .get(claimId, checkKey)
  return typeof text === 'string' ? (Recheck.safeParse(JSON.parse(text)).data ?? null) : null
}

/** Returns false when the claim changed while it was being checked; the report is then dropped and the claim checked again. */
export function putReport(
  store: WriteStore,
  claimId: ClaimId,
  checkKey: string,
  report: CheckReport,
  madeAt: number,
  changes: Recheck | null = null,
): boolean {
  const taken = statement(
    store,
    'update claims set report_key = check_key where claim_id = ? and check_key = ?',
  ).run(claimId, checkKey)
  if (taken.changes === 0) return false
  statement(
    store,
    'insert or replace into reports (claim_id, report_key, report, made_at, changes) values (?, ?, ?, ?, ?)',
  ).run(claimId, checkKey, JSON.stringify(report), madeAt, changes === null ? null : JSON.stringify(changes))
  return true
}

export function putChips(
  store: WriteStore,
  claimId: ClaimId,
  chips: Readonly<Record<Criterion, Verdict | null>>,
): void {
  statement(
    store,
    `update claims set usable_poe = ?, customer_acknowledgment = ?, dates = ?, products = ?, service_description = ?
     where claim_id = ?`,
  ).run(
    chips.usablePoe,
    chips.customerAcknowledgment,
    chips.dates,
    chips.products,
    chips.serviceDescription,
    claimId,
  )
}

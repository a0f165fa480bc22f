import { CheckReport } from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimId, Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
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

/** Claims whose findings are missing or out of date and whose documents are all here, due first at the front. */
export function listUnchecked(store: ReadStore, limit: number): ClaimId[] {
  return statement(
    store,
    `select claim_id from claims
     where documents_missing = 0 and state <> 'editing' and (report_key is null or report_key <> check_key)
     order by due_sort limit ?`,
  )
    .pluck()
    .all(limit) as ClaimId[]
}

/** Null when there is none for exactly this key: a verdict never moves to another form or other documents. */
export function findReport(store: ReadStore, claimId: ClaimId, checkKey: string): CheckReport | null {
  const text = statement(store, 'select report from reports where claim_id = ? and report_key = ?')
    .pluck()
    .get(claimId, checkKey)
  return typeof text === 'string' ? CheckReport.parse(JSON.parse(text)) : null
}

/** Returns false when the claim changed while it was being checked; the report is then dropped and the claim checked again. */
export function putReport(
  store: WriteStore,
  claimId: ClaimId,
  checkKey: string,
  report: CheckReport,
  madeAt: number,
): boolean {
  const taken = statement(
    store,
    'update claims set report_key = check_key where claim_id = ? and check_key = ?',
  ).run(claimId, checkKey)
  if (taken.changes === 0) return false
  statement(store, 'insert or replace into reports values (?, ?, ?, ?)').run(
    claimId,
    checkKey,
    JSON.stringify(report),
    madeAt,
  )
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

import type { TableWish } from '../../../src-preload/contract/tables.ts'
import type { TableName } from '../../../src-preload/contract/vocabulary/tableWords.ts'
import { CASE_COLUMNS } from '../../../src-preload/words/tables/caseColumns.ts'
import { DISPUTE_COLUMNS } from '../../../src-preload/words/tables/disputeColumns.ts'
import { LEAD_COLUMNS } from '../../../src-preload/words/tables/leadColumns.ts'
import { LOG_COLUMNS } from '../../../src-preload/words/tables/logColumns.ts'
import { OUTBOX_COLUMNS } from '../../../src-preload/words/tables/outboxColumns.ts'
import { QUEUE_COLUMNS } from '../../../src-preload/words/tables/queueColumns.ts'
import { openDisputes } from '../claims/openDisputes.ts'
import { listedCases, listedLeadClaims, listedLog, listedOutbox, listedQueue } from './listedRows.ts'
import { atOnce, tableOf, type TableSource } from './tableSource.ts'

/** Total: a table of the contract without its line here does not compile. */
type TableSources = { readonly [T in TableName]: TableSource<Extract<TableWish, { table: T }>> }

export const TABLE_SOURCES: TableSources = {
  queue: tableOf('table.queue', QUEUE_COLUMNS, listedQueue),
  outbox: tableOf('table.outbox', OUTBOX_COLUMNS, listedOutbox),
  cases: tableOf('table.cases', CASE_COLUMNS, listedCases),
  lead_claims: tableOf('table.lead_claims', LEAD_COLUMNS, listedLeadClaims),
  audit: tableOf('table.audit', LOG_COLUMNS, listedLog),
  disputes: tableOf('table.disputes', DISPUTE_COLUMNS, (core) => atOnce(openDisputes(core))),
}

import { char, check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { READ_ACTS } from '../api/reads.ts'
import { instant, oneOf } from './columns.ts'

/**
 * Who looked at which claim and which of its papers, on a workstation or by fetching the bytes here. It stays when the claim goes, and holds
 * nothing of what was seen.
 */
export const claimReads = pgTable(
  'claim_reads',
  {
    tenantId: uuid().notNull(),
    claimId: text().notNull(),
    /** Hash of the entry of the workstation's own log that says so: sent twice it is the same row, and a log that is changed later is missed here. */
    readId: char({ length: 64 }).notNull(),
    userId: text().notNull(),
    act: text({ enum: READ_ACTS }).notNull(),
    /** Null = the claim itself. */
    sha256: char({ length: 64 }),
    /** Pages as `1-3,7`; null = not told. */
    pages: text(),
    at: instant().notNull(),
    receivedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.readId] }),
    check('claim_reads_act', oneOf(table.act, READ_ACTS)),
    index('claim_reads_at').on(table.tenantId, table.claimId, table.at),
  ],
)

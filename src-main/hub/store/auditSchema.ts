import { check, char, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { AUDIT_SUBJECTS } from '../audit/auditSubjects.ts'
import { changedXid, oneOf } from './columns.ts'

/**
 * What the hub wrote, as chains that only grow: one for each claim, each case of arbitration, what was read of each claim, and one for the
 * hub itself. Triggers refuse every change and removal; a role for the program needs neither right. No foreign key to a claim: the chain
 * of one that is gone stays.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    tenantId: uuid().notNull(),
    subject: text({ enum: AUDIT_SUBJECTS }).notNull(),
    /** Id of the claim or case; `hub` for the hub itself. */
    subjectId: text().notNull(),
    /** 1, 2, 3 …, without a gap. */
    entry: integer().notNull(),
    /** Canonical JSON (RFC 8785). Text, since the hash is over these very characters. */
    body: text().notNull(),
    /** SHA-256, hexadecimal, of the hash before it and `body`. */
    hash: char({ length: 64 }).notNull(),
    changedXid: changedXid(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.subject, table.subjectId, table.entry] }),
    index('audit_entries_anchor').on(table.changedXid, table.tenantId, table.subject, table.subjectId),
    check('audit_entries_subject', oneOf(table.subject, AUDIT_SUBJECTS)),
  ],
)

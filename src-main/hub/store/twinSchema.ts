import { sql } from 'drizzle-orm'
import {
  boolean,
  char,
  check,
  doublePrecision,
  index,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/**
 * Decisions as near-identical ones are looked for, over all customers: under the hub's own tenant id. An opposite twin is found by two
 * equalities, so that a hundred thousand decisions are not compared with each other.
 */
export const judgedDecisions = pgTable(
  'judged_decisions',
  {
    tenantId: uuid().notNull(),
    claimId: text().notNull(),
    /** Of the operation; of an outcome of cases each party has a row. */
    decisionId: uuid().notNull(),
    customerTenantId: uuid().notNull(),
    decidedAt: instant().notNull(),
    isApproval: boolean().notNull(),
    /** SHA-256 of all that must be the same; null = nothing can be compared with it. The row says that an older decision stands no more. */
    likeness: char({ length: 64 }),
    papers: char({ length: 64 }).array().notNull(),
    /** Whether its papers had been read when it was compared; until then their bytes alone were. */
    isRead: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.decisionId] }),
    index('judged_decisions_unread').on(table.tenantId, table.decidedAt).where(sql`not is_read`),
  ],
)

/** By what, and by which papers, twins are looked up. Under the hub's own tenant id. */
export const judgedPapers = pgTable(
  'judged_papers',
  {
    tenantId: uuid().notNull(),
    likeness: char({ length: 64 }).notNull(),
    sha256: char({ length: 64 }).notNull(),
    isApproval: boolean().notNull(),
    claimId: text().notNull(),
    decisionId: uuid().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'judged_papers_pk',
      columns: [
        table.tenantId,
        table.likeness,
        table.sha256,
        table.isApproval,
        table.claimId,
        table.decisionId,
      ],
    }),
  ],
)

/** Pairs that were found, and why a lead found one right as it is. Under the hub's own tenant id. */
export const decisionTwins = pgTable(
  'decision_twins',
  {
    tenantId: uuid().notNull(),
    approvedClaimId: text().notNull(),
    approvedId: uuid().notNull(),
    otherClaimId: text().notNull(),
    otherId: uuid().notNull(),
    nearness: doublePrecision().notNull(),
    /** When the later of the two was decided. */
    at: instant().notNull(),
    dismissedBy: text(),
    dismissedByName: text(),
    dismissedAt: instant(),
    dismissal: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.approvedId, table.otherId] }),
    index('decision_twins_newest').on(table.tenantId, table.at),
    check(
      'decision_twins_dismissal',
      sql`num_nulls(dismissed_by, dismissed_by_name, dismissed_at, dismissal) in (0, 4)`,
    ),
  ],
)

import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { CRITERIA } from '../../../src-preload/contract/vocabulary/words.ts'
import type { SampleCell } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { instant, oneOf } from './columns.ts'

/** Samples of decisions, drawn for good: seed and span say what was drawn of what. Under the hub's own tenant id. */
export const qualitySamples = pgTable(
  'quality_samples',
  {
    tenantId: uuid().notNull(),
    sampleId: uuid().notNull(),
    seed: integer().notNull(),
    perCell: integer().notNull(),
    most: integer().notNull(),
    fromAt: instant().notNull(),
    toAt: instant().notNull(),
    drawnBy: text().notNull(),
    drawnByName: text().notNull(),
    drawnAt: instant().notNull(),
    cells: jsonb().$type<SampleCell[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.sampleId] })],
)

/** What was drawn, and who looks at it: under the hub's own tenant id, since a sample is of all customers. */
export const sampledDecisions = pgTable(
  'sampled_decisions',
  {
    tenantId: uuid().notNull(),
    sampleId: uuid().notNull(),
    decisionId: uuid().notNull(),
    ordinal: integer().notNull(),
    customerTenantId: uuid().notNull(),
    claimId: text().notNull(),
    /** Null = nobody may. */
    reviewerId: text(),
    reviewerName: text(),
    /** Null = not yet. */
    reviewedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.sampleId, table.decisionId] }),
    foreignKey({
      name: 'sampled_decisions_sample',
      columns: [table.tenantId, table.sampleId],
      foreignColumns: [qualitySamples.tenantId, qualitySamples.sampleId],
    }),
    index('sampled_decisions_reviewer').on(table.tenantId, table.reviewerId),
    check(
      'sampled_decisions_reviewer_named',
      sql`(${table.reviewerId} is null) = (${table.reviewerName} is null)`,
    ),
  ],
)

/**
 * How often each check was right under each profile when that was last reckoned, and since when it is advisory. Under the hub's own
 * tenant id.
 */
export const checkStandings = pgTable(
  'check_standings',
  {
    tenantId: uuid().notNull(),
    policyId: text().notNull(),
    policyVersion: integer().notNull(),
    criterion: text({ enum: CRITERIA }).notNull(),
    hits: integer().notNull(),
    outOf: integer().notNull(),
    low: doublePrecision().notNull(),
    high: doublePrecision().notNull(),
    advisorySince: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.policyId, table.policyVersion, table.criterion] }),
    check('check_standings_criterion', oneOf(table.criterion, CRITERIA)),
  ],
)

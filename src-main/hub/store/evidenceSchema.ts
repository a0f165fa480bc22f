import { char, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { PRINT_KINDS } from '../../../src-preload/contract/vocabulary/words.ts'
import { oneOf } from './columns.ts'

/**
 * What evidence is known again by, over all customers. A paper that is used a second time is mostly used for another customer, so a
 * look-up by the customer's tenant would find nothing: the rows stand under the hub's own tenant id, as bytes and facts do, and name no
 * claim. Finding look-alikes asks these three tables alone, all of one tenant; whose claims carry them is asked by the hash of the bytes
 * afterwards, of every shard, as for the same bytes. On a cluster they can be spread by `print_id` and `band`, which stand in
 * the keys; so no foreign key ties them together, and rows are only ever added.
 */

/** One look or wording; however many papers show it, it is here once. */
export const evidencePrints = pgTable(
  'evidence_prints',
  {
    tenantId: uuid().notNull(),
    /** SHA-256 of kind and value. */
    printId: char({ length: 64 }).notNull(),
    kind: text({ enum: PRINT_KINDS }).notNull(),
    value: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.printId] }),
    check('evidence_prints_kind', oneOf(table.kind, PRINT_KINDS)),
  ],
)

/** Kind and band, by which prints are looked up: alike ones share at least one. */
export const evidenceBands = pgTable(
  'evidence_bands',
  { tenantId: uuid().notNull(), band: text().notNull(), printId: char({ length: 64 }).notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.band, table.printId] })],
)

/** Which documents show it, by whatever reader version. */
export const evidencePlaces = pgTable(
  'evidence_places',
  {
    tenantId: uuid().notNull(),
    printId: char({ length: 64 }).notNull(),
    sha256: char({ length: 64 }).notNull(),
    /** From 1; 0 = the whole document. */
    page: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.printId, table.sha256, table.page] }),
    index('evidence_places_document').on(table.tenantId, table.sha256),
  ],
)

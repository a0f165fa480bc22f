import { sql } from 'drizzle-orm'
import { check, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, oneOf } from './columns.ts'
import { FOUR_EYES_KINDS } from './fourEyesKinds.ts'

/**
 * The last wall behind the rules: whatever they say, the database takes no pair of one person with themselves, and no second check of the
 * same thing. A row is written in the transaction of the act that it lets count, which it undoes when it is refused. What is of a claim
 * stands under its customer's tenant, everything else under the hub's own.
 */
export const fourEyes = pgTable(
  'four_eyes',
  {
    tenantId: uuid().notNull(),
    kind: text({ enum: FOUR_EYES_KINDS }).notNull(),
    /** The very state of the thing that was checked: with its version, revision or parties. */
    item: text().notNull(),
    makerId: text().notNull(),
    checkerId: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.kind, table.item] }),
    check('four_eyes_kind', oneOf(table.kind, FOUR_EYES_KINDS)),
    check('four_eyes_two', sql`${table.makerId} <> ${table.checkerId}`),
  ],
)

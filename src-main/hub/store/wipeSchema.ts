import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { WIPE_ACTS } from '../../../src-preload/contract/vocabulary/wipeWords.ts'
import { instant, oneOf } from './columns.ts'

/** What was ordered about a workstation and what came of it, act by act, for good. Under the hub's own tenant id. */
export const wipeActs = pgTable(
  'wipe_acts',
  {
    tenantId: uuid().notNull(),
    clientId: uuid().notNull(),
    /** 1, 2, 3 …: of two at once the second finds its number taken. */
    entry: integer().notNull(),
    /** The same from the order to its end. */
    orderId: uuid().notNull(),
    act: text({ enum: WIPE_ACTS }).notNull(),
    /** Null = the office that looks after the machines, or the workstation itself. */
    byUserId: text(),
    byName: text().notNull(),
    /** Null where the workstation itself speaks. */
    reason: text(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.clientId, table.entry] }),
    check('wipe_acts_act', oneOf(table.act, WIPE_ACTS)),
    check('wipe_acts_entry', sql`${table.entry} >= 1`),
    check('wipe_acts_reason', sql`(${table.reason} is null) = (${table.act} in ('begun', 'done'))`),
  ],
)

/** What waited on a workstation that was wiped and the hub did not apply: kept as it was said. Under the hub's own tenant id. */
export const carriedOperations = pgTable(
  'carried_operations',
  {
    tenantId: uuid().notNull(),
    clientId: uuid().notNull(),
    operationId: uuid().notNull(),
    orderId: uuid().notNull(),
    claimId: text().notNull(),
    kind: text().notNull(),
    byUserId: text().notNull(),
    standing: text({ enum: ['waiting', 'conflict'] }).notNull(),
    madeAt: instant().notNull(),
    content: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    receivedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.clientId, table.operationId] }),
    index('carried_operations_claim').on(table.tenantId, table.claimId),
    check('carried_operations_standing', oneOf(table.standing, ['waiting', 'conflict'])),
  ],
)

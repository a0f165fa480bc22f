import { check, date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import {
  RULE_ACTS,
  RULE_KINDS,
  type RuleContent,
} from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { instant, oneOf } from './columns.ts'

/** How calendars and profiles come to be changed. Every row stands under the hub's own tenant id (see `hubTenant.ts`). */

const rule = {
  tenantId: uuid().notNull(),
  kind: text({ enum: RULE_KINDS }).notNull(),
  ruleId: text().notNull(),
}

/** What leads would change, one draft of each calendar and profile at most. */
export const ruleDrafts = pgTable(
  'rule_drafts',
  {
    ...rule,
    content: jsonb().$type<RuleContent>().notNull(),
    /** The version that it was begun from. */
    basedOn: integer().notNull(),
    revision: integer().notNull(),
    state: text({ enum: ['open', 'proposed'] }).notNull(),
    because: text().notNull(),
    fromDay: date({ mode: 'string' }),
    restores: integer(),
    /** The name beside the id: people leave. */
    writtenById: text().notNull(),
    writtenByName: text().notNull(),
    writtenAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.kind, table.ruleId] }),
    check('rule_drafts_kind', oneOf(table.kind, RULE_KINDS)),
    check('rule_drafts_state', oneOf(table.state, ['open', 'proposed'])),
  ],
)

/** Who did what to which rule, and why: added to and never changed. */
export const ruleActs = pgTable(
  'rule_acts',
  {
    ...rule,
    /** Counts up for each rule. */
    ordinal: integer().notNull(),
    act: text({ enum: RULE_ACTS }).notNull(),
    version: integer().notNull(),
    byUserId: text().notNull(),
    byName: text().notNull(),
    at: instant().notNull(),
    because: text().notNull(),
    /** What the act left in the draft, or put in force: so that it can be told later who changed what. */
    content: jsonb().$type<RuleContent>().notNull(),
    /** Both null but for what was put in force. */
    writtenById: text(),
    writtenByName: text(),
    fromDay: date({ mode: 'string' }),
    restores: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.kind, table.ruleId, table.ordinal] }),
    check('rule_acts_kind', oneOf(table.kind, RULE_KINDS)),
    check('rule_acts_act', oneOf(table.act, RULE_ACTS)),
  ],
)

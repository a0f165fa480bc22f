import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import {
  CASE_ANSWERS,
  CASE_ASKS,
  CASE_STATES,
  CONTESTED_UNITS,
  DISSOLVE_REASONS,
  LEAVE_REASONS,
  LIVING_CASE_STATES,
  OUTREACH_KINDS,
  PARTY_ROLES,
} from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import { PROGRAMS } from '../../../src-preload/contract/vocabulary/words.ts'
import { changedXid, instant, oneOf, words } from './columns.ts'

/**
 * Whatever claims of a customer name, or named, that one partner may hold alone, a row each: who writes the case of a thing locks it here,
 * since of a thing that nobody else names yet there is nothing else to lock.
 */
export const exclusiveThings = pgTable(
  'exclusive_things',
  { tenantId: uuid().notNull(), exclusivityKey: text().notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.exclusivityKey] })],
)

/** Several claims hold or ask for one thing of a customer. At most one living case has it: what is decided is who gets it. */
export const arbitrationCases = pgTable(
  'arbitration_cases',
  {
    tenantId: uuid().notNull(),
    caseId: uuid().notNull(),
    exclusivityKey: text().notNull(),
    unit: text({ enum: CONTESTED_UNITS }).notNull(),
    program: text({ enum: PROGRAMS }).notNull(),
    productId: text().notNull(),
    productName: text().notNull(),
    subscriptionId: text(),
    isProvisional: boolean().notNull(),
    customerName: text().notNull(),
    state: text({ enum: CASE_STATES }).notNull(),
    stateChangedAt: instant().notNull(),
    openedAt: instant().notNull(),
    wokenAt: instant(),
    revision: integer().notNull(),
    policyId: text().notNull(),
    policyVersion: integer().notNull(),
    clocks: jsonb().$type<readonly Clock[]>().notNull(),
    clocksBasis: text().notNull(),
    leadUserId: text(),
    leadName: text(),
    votes: jsonb().$type<ArbitrationCase['votes']>().notNull().default([]),
    resolverUserId: text(),
    resolverName: text(),
    outcome: jsonb().$type<NonNullable<ArbitrationCase['outcome']>>(),
    dissolved: text({ enum: DISSOLVE_REASONS }),
    orderSeed: integer().notNull(),
    /** MPN ids of all that are or were parties: by these the database keeps the case from who has dealings with one (R4). */
    partners: text().array().notNull().default([]),
    /** When it has to be looked at although nobody did anything: an ask runs out, or a subscription ends. Null = never. */
    lookAt: instant(),
    changedXid: changedXid(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.caseId] }),
    uniqueIndex('arbitration_cases_living')
      .on(table.tenantId, table.exclusivityKey)
      .where(sql`state in (${words(LIVING_CASE_STATES)})`),
    index('arbitration_cases_feed').on(table.changedXid, table.tenantId, table.caseId),
    index('arbitration_cases_look').on(table.lookAt).where(sql`look_at is not null`),
    check('arbitration_cases_unit', oneOf(table.unit, CONTESTED_UNITS)),
    check('arbitration_cases_program', oneOf(table.program, PROGRAMS)),
    check('arbitration_cases_state', oneOf(table.state, CASE_STATES)),
    check('arbitration_cases_dissolved', oneOf(table.dissolved, DISSOLVE_REASONS)),
    check('arbitration_cases_decided', sql`(${table.outcome} is null) = (${table.state} <> 'decided')`),
    check('arbitration_cases_closed', sql`(${table.dissolved} is null) = (${table.state} <> 'dissolved')`),
    check('arbitration_cases_lead', sql`(${table.leadUserId} is null) = (${table.leadName} is null)`),
    check(
      'arbitration_cases_resolver',
      sql`(${table.resolverUserId} is null) = (${table.resolverName} is null)`,
    ),
    check('arbitration_cases_revision', sql`${table.revision} >= 1`),
  ],
)

const ofCase = { tenantId: uuid().notNull(), caseId: uuid().notNull(), claimId: text().notNull() }

/** A claim in a case. It stays when it has left. */
export const arbitrationParties = pgTable(
  'arbitration_parties',
  {
    ...ofCase,
    /** The order in which they came. */
    ordinal: integer().notNull(),
    mpnId: text().notNull(),
    partnerName: text().notNull(),
    role: text({ enum: PARTY_ROLES }).notNull(),
    items: text().array().notNull(),
    since: instant().notNull(),
    toldAt: instant(),
    firstReviewedAt: instant(),
    leftAt: instant(),
    leftReason: text({ enum: LEAVE_REASONS }),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.caseId, table.claimId] }),
    partOfCase('arbitration_parties_case', table),
    index('arbitration_parties_claim').on(table.tenantId, table.claimId),
    check('arbitration_parties_role', oneOf(table.role, PARTY_ROLES)),
    check('arbitration_parties_left', sql`(${table.leftAt} is null) = (${table.leftReason} is null)`),
    check('arbitration_parties_reason', oneOf(table.leftReason, LEAVE_REASONS)),
  ],
)

/** What parties were asked and told, each in a log of its own (S-128). */
export const arbitrationOutreach = pgTable(
  'arbitration_outreach',
  {
    ...ofCase,
    /** The operation that wrote it. */
    entryId: uuid().notNull(),
    kind: text({ enum: OUTREACH_KINDS }).notNull(),
    asks: text({ enum: CASE_ASKS }).array().notNull(),
    at: instant().notNull(),
    byUserId: text().notNull(),
    byName: text().notNull(),
    commentId: text().notNull(),
    dueAt: instant(),
    answeredAt: instant(),
    answer: text({ enum: CASE_ANSWERS }),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.caseId, table.claimId, table.entryId] }),
    partOfCase('arbitration_outreach_case', table),
    check('arbitration_outreach_kind', oneOf(table.kind, OUTREACH_KINDS)),
    check('arbitration_outreach_asks', sql`${table.asks} <@ array[${words(CASE_ASKS)}]::text[]`),
    check('arbitration_outreach_due', sql`(${table.dueAt} is null) = (${table.kind} = 'tell')`),
    check('arbitration_outreach_answer', oneOf(table.answer, CASE_ANSWERS)),
    check('arbitration_outreach_answered', sql`(${table.answeredAt} is null) = (${table.answer} is null)`),
  ],
)

function partOfCase(name: string, table: { readonly tenantId: PgColumn; readonly caseId: PgColumn }) {
  return foreignKey({
    name,
    columns: [table.tenantId, table.caseId],
    foreignColumns: [arbitrationCases.tenantId, arbitrationCases.caseId],
  }).onDelete('cascade')
}

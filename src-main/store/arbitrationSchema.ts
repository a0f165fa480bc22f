import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ArbitrationCase } from '../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { CASE_STATES, PARTY_ROLES } from '../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { CaseDraft } from '../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import type { CaseId, ClaimId, TenantId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { words } from './columnWords.ts'

/** A case as the feed brought it. Columns repeat what the queue of cases asks for. */
export const cases = sqliteTable(
  'cases',
  {
    caseId: text().$type<CaseId>().primaryKey(),
    tenantId: text().$type<TenantId>().notNull(),
    state: text({ enum: CASE_STATES }).notNull(),
    revision: integer().notNull(),
    isWhole: integer({ mode: 'boolean' }).notNull(),
    leadUserId: text().$type<UserId>(),
    /** Due instant of the case's first clock; closed ones stand by the time at which they were closed, last closed first. */
    dueSort: integer().notNull(),
    record: text({ mode: 'json' }).$type<ArbitrationCase>().notNull(),
  },
  (t) => [
    index('cases_by_due').on(t.dueSort, t.caseId, t.state, t.leadUserId),
    index('cases_by_customer').on(t.tenantId),
    check('cases_state', words('state', CASE_STATES)),
  ],
)

/** Who is or was in a case. The claim need not be here. */
export const caseParties = sqliteTable(
  'case_parties',
  {
    caseId: text()
      .$type<CaseId>()
      .notNull()
      .references(() => cases.caseId, { onDelete: 'cascade' }),
    claimId: text().$type<ClaimId>().notNull(),
    role: text({ enum: PARTY_ROLES }).notNull(),
    hasLeft: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.claimId] }),
    index('case_parties_by_claim').on(t.claimId, t.caseId),
    check('case_parties_role', words('role', PARTY_ROLES)),
  ],
)

/** What a lead has begun to decide about a case, and not sent. */
export const caseDrafts = sqliteTable(
  'case_drafts',
  {
    caseId: text().$type<CaseId>().notNull(),
    userId: text().$type<UserId>().notNull(),
    draft: text({ mode: 'json' }).$type<CaseDraft>().notNull(),
    savedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.userId] })],
)

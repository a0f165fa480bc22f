import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CaseId, ClaimId, Sha256, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'

/** What makes it possible to forget for good. Part of `schema.ts`, which drizzle-kit reads. */

/** The key of each document's file. Without its row nobody can read the file any more. */
export const documentKeys = sqliteTable('document_keys', {
  sha256: text().$type<Sha256>().primaryKey(),
  /** 32 random bytes. */
  key: blob({ mode: 'buffer' }).notNull(),
  madeAt: integer().notNull(),
})

/**
 * Claims that left this machine because their time was over, as the hub knows them: the feed does not bring them back, and comparing
 * does not take them for lost. Ids, numbers and times alone.
 */
export const claimsLetGo = sqliteTable('claims_let_go', {
  claimId: text().$type<ClaimId>().primaryKey(),
  revision: integer().notNull(),
  assignedUserId: text().$type<UserId>(),
  assignedUntil: integer(),
  closedAt: integer().notNull(),
  letGoAt: integer().notNull(),
})

/** The same for closed cases of which no claim is here any more. */
export const casesLetGo = sqliteTable('cases_let_go', {
  caseId: text().$type<CaseId>().primaryKey(),
  revision: integer().notNull(),
  isWhole: integer({ mode: 'boolean' }).notNull(),
  letGoAt: integer().notNull(),
})

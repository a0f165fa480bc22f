import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ClaimId, Sha256, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { WAKE_REASONS } from '../../src-preload/contract/vocabulary/words.ts'
import type { SeenOfClaim } from '../domain/queue/wake.ts'
import { words } from './columnWords.ts'

/** What a reviewer arranges the queue with. Part of `schema.ts`, which drizzle-kit reads. */

/** Filters that a person gave a name. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    userId: text().$type<UserId>().notNull(),
    viewId: text().notNull(),
    name: text().notNull(),
    query: text().notNull(),
    position: integer().notNull(),
    savedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.viewId] })],
)

/** Claims that a person does not want to see before a day. Known to this workstation alone. */
export const snoozes = sqliteTable(
  'snoozes',
  {
    userId: text().$type<UserId>().notNull(),
    claimId: text().$type<ClaimId>().notNull(),
    untilAt: integer().notNull(),
    snoozedAt: integer().notNull(),
    /** What the partner had said and shown by then: more of it ends the snooze. */
    seen: text({ mode: 'json' }).$type<SeenOfClaim>().notNull(),
    /** Both null = it was not ended early. */
    wokenAt: integer(),
    wokenBy: text({ enum: WAKE_REASONS }),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.claimId] }),
    index('snoozes_by_claim').on(t.claimId),
    check('snoozes_woken_by', words('woken_by', WAKE_REASONS)),
  ],
)

/**
 * Text that is searched besides what names a claim: one row for each comment, and one for each page of a document that was read.
 * Triggers carry it into the index `texts_search`, which has no copy of its own; they pass over what did not change.
 */
export const searchTexts = sqliteTable(
  'search_texts',
  {
    textKey: integer().primaryKey(),
    /** Of a comment. */
    claimKey: integer(),
    commentId: text(),
    comment: text(),
    /** Of a page; whoever carries the document. */
    sha256: text().$type<Sha256>(),
    page: integer(),
    pageText: text(),
  },
  (t) => [
    uniqueIndex('search_texts_of_claim').on(t.claimKey, t.commentId).where(sql`claim_key is not null`),
    uniqueIndex('search_texts_of_document').on(t.sha256, t.page).where(sql`sha256 is not null`),
  ],
)

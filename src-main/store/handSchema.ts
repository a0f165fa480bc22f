import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClaimId, OperationId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { DETAIL_CHECKS, READ_FACTS } from '../../src-preload/contract/vocabulary/words.ts'
import { words } from './columnWords.ts'

/** What people verified and read by hand, bound to what they saw, as reviewer verdicts are. Part of `schema.ts`, which drizzle-kit reads. */

export const detailWords = sqliteTable(
  'detail_words',
  {
    claimId: text().$type<ClaimId>().notNull(),
    detail: text({ enum: DETAIL_CHECKS }).notNull(),
    /** The claim's check key when it was said; with another key it no longer counts. */
    checkKey: text().notNull(),
    verdict: text({ enum: ['met', 'not_met'] }).notNull(),
    note: text().notNull(),
    byUserId: text().$type<UserId>().notNull(),
    byName: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.detail] }),
    check('detail_words_detail', words('detail', DETAIL_CHECKS)),
    check('detail_words_verdict', words('verdict', ['met', 'not_met'])),
  ],
)

export const readDays = sqliteTable(
  'read_days',
  {
    claimId: text().$type<ClaimId>().notNull(),
    fact: text({ enum: READ_FACTS }).notNull(),
    /** Of a statement; '' otherwise. */
    item: text().notNull(),
    checkKey: text().notNull(),
    /** ISO days. The day itself, or that on which an engagement began; null = the papers do not say it. */
    firstDay: text(),
    /** On which an engagement ended. */
    lastDay: text(),
    evidenceId: text().$type<OperationId>(),
    byUserId: text().$type<UserId>().notNull(),
    byName: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.fact, t.item] }),
    check('read_days_fact', words('fact', READ_FACTS)),
  ],
)

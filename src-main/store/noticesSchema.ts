import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { NoticeContent } from '../../src-preload/contract/vocabulary/noticeShape.ts'

/** What a person was told, the messages behind the bell. Of worth on this machine alone. */
export const notices = sqliteTable(
  'notices',
  {
    noticeId: integer().primaryKey(),
    userId: text().$type<UserId>().notNull(),
    /** When it was told; null = it waits for the end of the quiet hours. */
    toldAt: integer(),
    madeAt: integer().notNull(),
    readAt: integer(),
    content: text({ mode: 'json' }).$type<NoticeContent>().notNull(),
  },
  (t) => [index('notices_by_person').on(t.userId, t.madeAt)],
)

/** Marks of clocks that a person was told of, so that none is told twice, whatever the clock does afterwards. */
export const toldCrossings = sqliteTable(
  'told_crossings',
  {
    userId: text().$type<UserId>().notNull(),
    claimId: text().$type<ClaimId>().notNull(),
    timer: text().notNull(),
    startedAt: integer().notNull(),
    /** Hundredths. */
    share: integer().notNull(),
    toldAt: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.claimId, t.timer, t.startedAt, t.share] }),
    index('told_by_time').on(t.toldAt),
  ],
)

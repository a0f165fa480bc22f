import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { HISTORY_KINDS, TIMERS } from '../../src-preload/contract/vocabulary/words.ts'
import { words } from './columnWords.ts'

/** What a team lead counts. Part of `schema.ts`, which lends the key of the claims: two files cannot ask each other. */
export function leadTables(claimKeyOfClaims: () => AnySQLiteColumn) {
  const claimKey = () => integer().notNull().references(claimKeyOfClaims, { onDelete: 'cascade' })

  /** The clocks that run on a claim, as the hub set them: what stands in its row, in a form that an index can answer from. */
  const claimClocks = sqliteTable(
    'claim_clocks',
    {
      claimKey: claimKey(),
      /** Order of the claim: the first asks for action first. */
      position: integer().notNull(),
      timer: text({ enum: TIMERS }).notNull(),
      startedAt: integer().notNull(),
      /** This and the three below are null while it is paused. */
      dueAt: integer(),
      halfAt: integer(),
      threeQuartersAt: integer(),
      nineTenthsAt: integer(),
      /** Null while it runs. */
      pausedShare: real(),
    },
    (t) => [
      primaryKey({ columns: [t.claimKey, t.position] }),
      index('claim_clocks_by_due').on(t.timer, t.dueAt, t.claimKey, t.position),
      index('claim_clocks_by_share').on(
        t.timer,
        t.halfAt,
        t.threeQuartersAt,
        t.nineTenthsAt,
        t.dueAt,
        t.claimKey,
        t.position,
      ),
    ],
  )

  /** What every clock of a claim came to, told from its history. What has ended so, or was seen to be over, is not told anew. */
  const clockEnds = sqliteTable(
    'clock_ends',
    {
      claimKey: claimKey(),
      timer: text({ enum: TIMERS }).notNull(),
      startedAt: integer().notNull(),
      /** Null = it stands still, or stood still when it ended. */
      dueAt: integer(),
      /** Null = it runs. */
      endedAt: integer(),
      /** By which it was reckoned. */
      calendarId: text().notNull(),
      calendarVersion: integer().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.claimKey, t.timer, t.startedAt] }),
      index('clock_ends_by_due').on(t.timer, t.dueAt, t.endedAt, t.claimKey, t.startedAt),
      check('clock_ends_timer', words('timer', TIMERS)),
    ],
  )

  /** Pauses that began although the partner had answered. */
  const latePauses = sqliteTable(
    'late_pauses',
    {
      claimKey: claimKey(),
      pausedAt: integer().notNull(),
      answeredAt: integer().notNull(),
      answer: text({ enum: HISTORY_KINDS }).notNull(),
    },
    (t) => [primaryKey({ columns: [t.claimKey, t.pausedAt] }), index('late_pauses_by_time').on(t.pausedAt)],
  )

  /** Claims that came or changed since their past was told. */
  const untoldClaims = sqliteTable('untold_claims', {
    claimKey: integer().primaryKey().references(claimKeyOfClaims, { onDelete: 'cascade' }),
  })

  return { claimClocks, clockEnds, latePauses, untoldClaims }
}

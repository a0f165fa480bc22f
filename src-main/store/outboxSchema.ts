import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { OperationBase } from '../../src-preload/contract/vocabulary/conflictShape.ts'
import type { ClaimId, OperationId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import {
  CONFLICT_CHOICES,
  CONFLICT_REASONS,
  SENT_KINDS,
} from '../../src-preload/contract/vocabulary/words.ts'
import type { StartedReview } from '../domain/claim/shownState.ts'
import { words } from './columnWords.ts'

/** What every record of an operation says of the operation itself. */
const operationColumns = () => ({
  operationId: text().$type<OperationId>().primaryKey(),
  claimId: text().$type<ClaimId>().notNull(),
  kind: text({ enum: SENT_KINDS }).notNull(),
  byUserId: text().$type<UserId>().notNull(),
  /** The claim's revision on which it was made. */
  claimRevision: integer().notNull(),
  /** The rest of the operation as the wire wants it: policy, document hashes, action. */
  content: text({ mode: 'json' }).$type<unknown>().notNull(),
  madeAt: integer().notNull(),
})

/** Operations on their way to the hub. Rows leave only when applied, undone, or moved to `conflicts`. */
export const outbox = sqliteTable(
  'outbox',
  {
    ...operationColumns(),
    /** Order in which they were made. */
    madeOrder: integer().notNull().unique(),
    /** Contiguous per client; given when it first leaves, so that an undone operation leaves no gap. */
    sequence: integer().unique(),
    claimName: text().notNull(),
    /** May not leave before; null = at once. */
    holdUntil: integer(),
    /** Of a started review: what the claim shows until the hub has spoken. */
    startedReview: text({ mode: 'json' }).$type<StartedReview>(),
    /** The claim as it stood when this was made; null in rows of before. */
    base: text({ mode: 'json' }).$type<OperationBase>(),
    /** What had to be added to this machine's clock to get the hub's; null = not known. */
    clockOffsetMs: integer(),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (t) => [index('outbox_by_claim').on(t.claimId), check('outbox_kind', words('kind', SENT_KINDS))],
)

/**
 * Acts that the hub has applied and whose effect the feed has not brought yet: the claim shows them as before, or for a moment
 * it would stand as if nothing had been said. Of no worth after a loss.
 */
export const answered = sqliteTable(
  'answered',
  {
    ...operationColumns(),
    madeOrder: integer().notNull(),
    startedReview: text({ mode: 'json' }).$type<StartedReview>(),
    /** The claim's, with the act in it. */
    revision: integer().notNull(),
    answeredAt: integer().notNull(),
  },
  (t) => [index('answered_by_claim').on(t.claimId)],
)

/** Operations that the hub refused. Never deleted by code: a person deals with them. */
export const conflicts = sqliteTable(
  'conflicts',
  {
    ...operationColumns(),
    claimName: text().notNull(),
    reason: text({ enum: CONFLICT_REASONS }).notNull(),
    currentRevision: integer(),
    metAt: integer().notNull(),
    base: text({ mode: 'json' }).$type<OperationBase>(),
    clockOffsetMs: integer(),
    /** When a person dealt with it; null = it waits. The row stays. */
    settledAt: integer(),
    settledAs: text({ enum: CONFLICT_CHOICES }),
    /** The operation that took its place; null = none did. */
    replacedBy: text().$type<OperationId>(),
  },
  (t) => [
    index('conflicts_by_claim').on(t.claimId),
    check('conflicts_reason', words('reason', CONFLICT_REASONS)),
  ],
)

/** Ids of operations that are over, so that a repeated command never acts twice. */
export const settled = sqliteTable('settled', {
  operationId: text().$type<OperationId>().primaryKey(),
  outcome: text({ enum: ['applied', 'undone'] }).notNull(),
  at: integer().notNull(),
})

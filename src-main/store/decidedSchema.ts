import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClaimId, OperationId } from '../../src-preload/contract/vocabulary/idShapes.ts'

/** What stood on the screen when somebody decided, for the record of the decision. Part of `schema.ts`, which drizzle-kit reads. */
export const decided = sqliteTable(
  'decided',
  {
    operationId: text().$type<OperationId>().primaryKey(),
    claimId: text().$type<ClaimId>().notNull(),
    madeAt: integer().notNull(),
    /** Deflated JSON: findings with their places are long, and are kept as long as the profile. */
    seen: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [index('decided_by_claim').on(t.claimId, t.madeAt)],
)

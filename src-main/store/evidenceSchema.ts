import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClaimId, Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { PRINT_KINDS } from '../../src-preload/contract/vocabulary/words.ts'
import type { Sighting } from './sightingsRepo.ts'

/** What is known of a claim's documents beyond the claim. Part of `schema.ts`, which drizzle-kit reads. */

/** What makes a piece of evidence findable on another claim. Several rows a document; they are of its bytes, whoever carries them. */
export const evidencePrints = sqliteTable(
  'evidence_prints',
  {
    sha256: text().$type<Sha256>().notNull(),
    kind: text({ enum: PRINT_KINDS }).notNull(),
    /** From 1; 0 = the whole document. */
    page: integer().notNull(),
    /** Part of the print by which it is looked up. */
    band: text().notNull(),
    /** The whole print, which decides. */
    value: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sha256, t.kind, t.page, t.band, t.value] }),
    index('evidence_prints_by_band').on(t.kind, t.band),
  ],
)

/** Other claims which the hub knows with the same bytes, as it said when asked last. */
export const sightings = sqliteTable(
  'sightings',
  {
    claimId: text().$type<ClaimId>().notNull(),
    sha256: text().$type<Sha256>().notNull(),
    askedAt: integer().notNull(),
    claims: text({ mode: 'json' }).$type<Sighting[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.sha256] })],
)

/** Under which name which bytes stood on a claim when it was checked. Stays when the partner takes them away. */
export const checkedDocuments = sqliteTable(
  'checked_documents',
  {
    claimId: text().$type<ClaimId>().notNull(),
    fileName: text().notNull(),
    sha256: text().$type<Sha256>().notNull(),
    /** The first time. */
    checkedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.fileName, t.sha256] })],
)

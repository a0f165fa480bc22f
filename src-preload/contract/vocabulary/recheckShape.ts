import { z } from 'zod'
import { Instant } from './idShapes.ts'
import { CRITERIA, VERDICTS } from './words.ts'

/** One criterion that a new check judges otherwise than the one before. */
export const VerdictChange = z.strictObject({
  criterion: z.enum(CRITERIA),
  /** The item's id for products; null = the whole claim. */
  item: z.string().nullable(),
  before: z.enum(VERDICTS),
  after: z.enum(VERDICTS),
  /** Where the new verdict stands; null = it rests on absence, or on a file without pages. */
  document: z.string().nullable(),
  page: z.int().min(1).nullable(),
  /** The document was not among those of the check before. */
  isNewDocument: z.boolean(),
})
export type VerdictChange = z.infer<typeof VerdictChange>

/** What a claim's newest check says otherwise than the one before. Empty lists = it was checked again and nothing changed. */
export const Recheck = z.strictObject({
  /** When the check before was made. */
  since: Instant,
  /** Names of documents that came, and that went. */
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changes: z.array(VerdictChange),
})
export type Recheck = z.infer<typeof Recheck>

import { z } from 'zod'
import { Quad } from './checkShape.ts'
import { CHANGE_KINDS, VERSION_LIKENESSES } from './words.ts'

const DocumentId = z.string().min(1).max(64)

/** Two documents of a claim of which the newer one stands for the older one. */
export const VersionPair = z.strictObject({
  before: DocumentId,
  after: DocumentId,
  likeness: z.enum(VERSION_LIKENESSES),
})
export type VersionPair = z.infer<typeof VersionPair>

/** One side of a change: what stands there, and where. Words that run over the end of a page have a place on each. */
export const ChangeSide = z.strictObject({
  /** The beginning of a long text. */
  text: z.string().max(400),
  places: z.array(z.strictObject({ page: z.int().min(1), quads: z.array(Quad).min(1) })).min(1),
})
export type ChangeSide = z.infer<typeof ChangeSide>

/** One change, as a person would name it: words of a line that changed together are one. */
export const TextChange = z.strictObject({
  kind: z.enum(CHANGE_KINDS),
  /** Recognition was unsure of the words: they may be the same. */
  isUnsure: z.boolean(),
  /** Null of what was added. */
  before: ChangeSide.nullable(),
  /** Null of what was removed. */
  after: ChangeSide.nullable(),
})
export type TextChange = z.infer<typeof TextChange>

/** Pages of one version that need another look than at their words. */
export const VersionPages = z.strictObject({
  inAll: z.int().min(0),
  /** Pages that are pictures: their look is compared as well. */
  pictured: z.array(z.int().min(1)),
  /** Pages whose words are not known for sure: no list of changes speaks for them. */
  unread: z.array(z.int().min(1)),
})
export type VersionPages = z.infer<typeof VersionPages>

/** What the newer version says otherwise, in the order of the newer one. */
export const VersionComparison = z.strictObject({
  likeness: z.enum(VERSION_LIKENESSES),
  /** Null = too little is the same for a list of changes to help anybody. */
  changes: z.array(TextChange).max(2000).nullable(),
  before: VersionPages,
  after: VersionPages,
})
export type VersionComparison = z.infer<typeof VersionComparison>

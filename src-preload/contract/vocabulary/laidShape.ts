import { z } from 'zod'

/** Points from the upper left corner of the page: left, top, right, bottom. */
export const LaidBox = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type LaidBox = z.infer<typeof LaidBox>

export const LaidWord = z.strictObject({
  text: z.string().max(10_000),
  box: LaidBox,
  /** Height of the type in points. */
  size: z.number().min(0).max(1000),
  bold: z.boolean(),
  /** The font of the file imitates handwriting. */
  script: z.boolean(),
})
export type LaidWord = z.infer<typeof LaidWord>

export const LaidPage = z.strictObject({
  /** From 1. */
  number: z.int().min(1).max(100_000),
  /** Points. */
  width: z.number().min(1).max(100_000),
  height: z.number().min(1).max(1_000_000),
  /** Blocks of lines of words, in reading order. */
  blocks: z.array(z.array(z.array(LaidWord))),
  rules: z.array(LaidBox),
  tickBoxes: z.array(z.strictObject({ box: LaidBox, marked: z.boolean() })),
  /** Places of pictures whose pixels are not here. */
  pictures: z.array(z.strictObject({ box: LaidBox, widthPx: z.int().min(0), heightPx: z.int().min(0) })),
  /** The page itself, painted: a PNG in base64. Null = only what was read off it is here. */
  painted: z.base64().nullable(),
})
export type LaidPage = z.infer<typeof LaidPage>

/**
 * A document as the reader laid it out, for files that a browser has no pages of (mail, office, text). Plain words and places:
 * nothing of the file's own markup is in it.
 */
export const LaidDocument = z.strictObject({ pages: z.array(LaidPage).min(1).max(5000) })
export type LaidDocument = z.infer<typeof LaidDocument>

/**
 * Pages of picture files are as long as a sheet of A4 in the facts, whatever their pixels: quads on them count in points of
 * such a page.
 */
export const PICTURE_LONG_SIDE_PT = 842

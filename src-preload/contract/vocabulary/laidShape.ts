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
  /** The other text of the same mail has it not. */
  differs: z.literal(true).optional(),
})
export type LaidWord = z.infer<typeof LaidWord>

/**
 * Why a picture is not drawn. `missing`: the mail names a part that it has not. `type`: no picture by its content, or of a kind that is not
 * decoded (SVG). `drawing`: the markup draws it itself. `broken`: it could not be decoded.
 */
export const UNDRAWN_REASONS = ['missing', 'type', 'too_large', 'too_many', 'drawing', 'broken'] as const

const Said = { box: LaidBox, alt: z.string().max(200) }

/** What a mail or a page of HTML shows beside its words. No evidence: nothing of it is searched, read or judged. */
export const LaidInlay = z.discriminatedUnion('kind', [
  /** `drawing`: its place among the document's. `frames`: of so many pictures this is the first. */
  z.strictObject({ kind: z.literal('picture'), ...Said, drawing: z.int().min(0), frames: z.int().min(1) }),
  /** It lies on somebody's server and was not fetched. */
  z.strictObject({ kind: z.literal('elsewhere'), ...Said, address: z.string().max(2000) }),
  z.strictObject({ kind: z.literal('undrawn'), ...Said, why: z.enum(UNDRAWN_REASONS) }),
  /** `via`: who passes it on. `isUnlike`: its words name another place. */
  z.strictObject({
    kind: z.literal('link'),
    box: LaidBox,
    text: z.string().max(200),
    address: z.string().max(2000),
    via: z.string().max(255).nullable(),
    isUnlike: z.boolean(),
  }),
])
export type LaidInlay = z.infer<typeof LaidInlay>

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
  inlays: z.array(LaidInlay).max(1000),
  /** Which of the two texts of a mail it is, where they say different things. Null = there is one text. */
  part: z.enum(['html', 'plain']).nullable(),
  /** The page itself, painted: a PNG in base64. Null = only what was read off it is here. */
  painted: z.base64().nullable(),
})
export type LaidPage = z.infer<typeof LaidPage>

/**
 * A document as the reader laid it out, for files that a browser has no pages of (mail, office, text). Plain words and places:
 * nothing of the file's own markup is in it.
 */
export const LaidDocument = z.strictObject({
  pages: z.array(LaidPage).min(1).max(5000),
  /** Pictures that inlays show: PNG in base64, decoded once before. */
  drawings: z.array(z.base64()).max(40),
})
export type LaidDocument = z.infer<typeof LaidDocument>

/**
 * Pages of picture files are as long as a sheet of A4 in the facts, whatever their pixels: quads on them count in points of
 * such a page.
 */
export const PICTURE_LONG_SIDE_PT = 842

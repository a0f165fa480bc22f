import { z } from 'zod'
import { FactFlag } from '../../facts/documentFacts.ts'
import { INK_HASH } from '../../../domain/evidence/inkHash.ts'

/** What painter and recogniser may answer; a taken-over one can't choose the shape. */
const Count = z.int().min(0).max(1_000_000)
const Box = z.tuple([z.int(), z.int(), z.int(), z.int()])
const Share = z.number().min(0).max(1)

export const Opened = z.object({ kind: z.literal('opened'), pages: z.int().min(0).max(100_000) })

/** More pixels or frames than are decoded. */
export const TooLarge = z.object({ kind: z.literal('too_large') })

/** What a picture file tells beside what it shows. */
export const Examined = z.object({ kind: z.literal('examined'), flags: z.array(FactFlag).max(20) })

const Side = z.int().min(1).max(20_000)
const PageView = z.object({
  view: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  rotate: z.number(),
  userUnit: z.number().min(0.001).max(100_000),
})

export const Painted = z
  .object({
    kind: z.literal('painted'),
    page: PageView.extend({ width: Side, height: Side, rgb: z.instanceof(Uint8Array) }),
  })
  .refine(({ page }) => page.rgb.length === page.width * page.height * 3)

const Part = z.number().min(0).max(1)

export const Cut = z
  .object({
    kind: z.literal('cut'),
    page: z.object({
      width: Side,
      height: Side,
      rgb: z.instanceof(Uint8Array),
      points: z.tuple([z.number().positive().max(100_000), z.number().positive().max(100_000)]),
      marks: z.array(z.tuple([Part, Part, Part, Part])).max(200),
    }),
  })
  .refine(({ page }) => page.rgb.length === page.width * page.height * 3)

const Tones = z
  .object({
    width: Side,
    height: Side,
    grey: z.instanceof(Uint8Array),
    tints: z.instanceof(Uint8Array).nullable(),
  })
  .refine(({ width, height, grey, tints }) =>
    [grey, tints].every((plane) => plane === null || plane.length === width * height),
  )

export const Scanned = z.object({ kind: z.literal('scanned'), page: PageView.extend({ tones: Tones }) })

export const Recognised = z.object({
  kind: z.literal('recognised'),
  json: z.string().max(40_000_000),
})

const Languages = z.string().regex(/^[a-z]{3}(?:\+[a-z]{3})*$/u)

/** The language of a page that was begun, null = the whole page has to tell; and in how many parts it may be read. */
export const Begun = z.object({
  kind: z.literal('begun'),
  languages: Languages.nullable(),
  parts: z.int().min(1).max(2),
})

const Lines = z.array(
  z.object({ words: z.array(z.object({ text: z.string(), box: Box, confidence: Share })) }),
)

/** What was read of one part. */
export const PartRead = z.object({ kind: z.literal('lines'), lines: Lines })

export const RecognisedPage = z.object({
  turned: z.number().min(-360).max(720),
  width: Count.min(1),
  height: Count.min(1),
  languages: Languages,
  confidence: Share,
  hash: z.string().regex(/^[0-9a-f]{16}$/u),
  lines: Lines,
  rules: z.object({ across: z.array(Box), down: z.array(Box) }),
  squares: z.array(z.object({ box: Box, marked: z.boolean() })),
  ink: z.array(
    z.object({
      box: Box,
      points: Count,
      density: Share,
      strokeWidth: z.number().min(0),
      length: z.number().min(0),
      overNoise: z.number().min(0),
      coloured: z.boolean(),
      penLike: z.boolean(),
      sealLike: z.boolean(),
      inkHash: z.string().regex(INK_HASH).nullable(),
    }),
  ),
})
export type RecognisedPage = z.infer<typeof RecognisedPage>

import { z } from 'zod'
import { Rect } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { UNDRAWN_REASONS } from '../../../src-preload/contract/vocabulary/laidShape.ts'
import type { DocumentFacts } from './documentFacts.ts'

export type UndrawnReason = (typeof UNDRAWN_REASONS)[number]

const Text = z.string().max(200)
const Address = z.string().max(2000)

/** What is shown beside the words of a page and is never evidence. */
export const InlaySaid = z.discriminatedUnion('kind', [
  /** `picture`: its place among the pictures of the look. Pixels as its head says; 0 = it does not. */
  z.object({
    kind: z.literal('picture'),
    alt: Text,
    picture: z.int().min(0),
    widthPx: z.int().min(0),
    heightPx: z.int().min(0),
  }),
  /** A picture, or something that would play, on somebody's server. It is never fetched. */
  z.object({ kind: z.literal('elsewhere'), alt: Text, address: Address }),
  z.object({ kind: z.literal('undrawn'), alt: Text, why: z.enum(UNDRAWN_REASONS) }),
  z.object({
    kind: z.literal('link'),
    text: Text,
    address: Address,
    via: z.string().max(255).nullable(),
    isUnlike: z.boolean(),
  }),
])
export type InlaySaid = z.infer<typeof InlaySaid>

/** How a file without pages is shown, beyond its facts: a reader that only checks is not asked for it. */
export const LookPiece = z.object({
  piece: z.literal('look'),
  /** Of page 1. Boxes in points from its upper left corner. */
  inlays: z.array(z.object({ box: Rect, said: InlaySaid })).max(1000),
  /** Encoded as they lay in the file, in base64. */
  pictures: z.array(z.base64()).max(40),
  /** Page 1 is the HTML of a mail, page 2 its plain text: words of each that the other has not, by their place on the page. Null = one text. */
  differing: z.tuple([z.array(z.int().min(0)), z.array(z.int().min(0))]).nullable(),
})
export type LookPiece = z.infer<typeof LookPiece>

/** A picture that was decoded, as PNG; `frames`: of an animation the first is here. Null = it could not be decoded within the limits. */
export type DrawnPicture = { readonly png: Uint8Array; readonly frames: number } | null

export interface DocumentLook extends Omit<LookPiece, 'piece' | 'pictures'> {
  /** The pages as facts have them, and behind them the plain text of a mail whose HTML says something else. */
  readonly facts: DocumentFacts
  readonly pictures: readonly DrawnPicture[]
}

import type { Quad, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { DocumentType } from '../../facts/factWords.ts'
import type { InkGroup } from './inkMeasures.ts'
import type { PixelBox } from './ruledLines.ts'
import type { ReadLine } from './tesseract.ts'
import type { Tones } from './tones.ts'

/** Parent → painter: first the document, then page by page. */
export type PaintOrder =
  | { readonly kind: 'open'; readonly bytes: Uint8Array; readonly type: DocumentType }
  | { readonly kind: 'examine' }
  /** `most`: pixels of the longer side of a picture file, which is never enlarged then. */
  | { readonly kind: 'paint' | 'scan'; readonly page: number; readonly most?: number }
  | { readonly kind: 'cut'; readonly page: number; readonly quads: readonly Quad[]; readonly most: number }

/** Painter → parent. How PDF space lies on the picture of a page. */
export interface PageView {
  /** The part of PDF space that is shown, the turn with which it is shown, and its unit. */
  readonly view: readonly [number, number, number, number]
  readonly rotate: number
  readonly userUnit: number
}

/** The page as somebody is to see it. */
export interface PaintedPage extends PageView {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel. */
  readonly rgb: Uint8Array
}

/** The part of a page where something stands, with what is around it. */
export interface CutPage {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel. */
  readonly rgb: Uint8Array
  /** In points, as it stands on the page. */
  readonly points: readonly [number, number]
  /** What it was cut out for, in 0..1 of the part. */
  readonly marks: readonly Rect[]
}

/** The page as it is read: a third of it to send. */
export interface ScannedPage extends PageView {
  readonly tones: Tones
}

/** Parent → recogniser: one page, or more of the one that was begun or laid before. */
export type RecogniserOrder =
  | RecogniseOrder
  | { readonly kind: 'part'; readonly languages: string; readonly part: number }
  | { readonly kind: 'finish'; readonly lines: readonly ReadLine[] | null }

export interface RecogniseOrder extends PageOrder {
  /**
   * `begin`: only so far that its language is known, when a few lines tell; `lay`: not even that, since another recogniser learns it.
   * `part` reads one of its parts, `finish` brings the rest.
   */
  readonly kind: (typeof RECOGNISE_KINDS)[number]
}
export const RECOGNISE_KINDS = ['recognise', 'begin', 'lay'] as const

export interface PageOrder {
  readonly page: Tones
  /** Pixels a point of the page. */
  readonly perPoint: number
  /** Data to use; null where no other page told the language yet. */
  readonly languages: string | null
  /** Other text of the document, which may tell it. */
  readonly hint: string
}

/** Recogniser → parent. Places in pixels of the page after it was turned upright. */
export interface RecognisedPage {
  /** Degrees clockwise by which the shown page was turned. */
  readonly turned: number
  readonly width: number
  readonly height: number
  readonly languages: string
  /** 0..1, over all that was read, kept or not. */
  readonly confidence: number
  readonly hash: string
  readonly lines: readonly ReadLine[]
  readonly rules: { readonly across: readonly PixelBox[]; readonly down: readonly PixelBox[] }
  readonly squares: readonly { readonly box: PixelBox; readonly marked: boolean }[]
  readonly ink: readonly InkGroup[]
}

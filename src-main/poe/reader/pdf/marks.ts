import type { Box, Point } from './matrix.ts'

/** What the characters of one text-showing operation have in common. `order` counts operations: a later mark lies above an earlier one. */
export interface TextRun {
  /** From the baseline to the top of the type. */
  readonly up: Point
  readonly size: number
  /** Width in which letters are set against their height; 1 = as the font has them. */
  readonly stretch: number
  /** How the ink mixes with what lies under it, by the canvas's name for it. */
  readonly blendMode: string
  readonly order: number
  readonly fontName: string
  readonly bold: boolean
  readonly colour: string
  readonly alpha: number
  readonly invisible: boolean
  readonly hiddenLayer: boolean
  readonly clip: Box
  /** Id of the annotation whose appearance paints it; null for the page itself. */
  readonly annotationId: string | null
}

/** One painted character, in PDF space. */
export interface Glyph {
  readonly text: string
  readonly isSpace: boolean
  /** Where the baseline begins and ends under it. */
  readonly from: Point
  readonly to: Point
  readonly run: TextRun
}

export interface Shape {
  readonly points: readonly Point[]
  readonly curves: number
  readonly box: Box
  readonly filled: boolean
  readonly stroked: boolean
  readonly fillColour: string
  readonly strokeColour: string
  readonly alpha: number
  /** Blends with what lies under it, so it can't cover. */
  readonly blends: boolean
  readonly lineWidth: number
  readonly order: number
  readonly clip: Box
  readonly annotationId: string | null
}

export interface Picture {
  readonly box: Box
  readonly quad: readonly [Point, Point, Point, Point]
  readonly widthPx: number
  readonly heightPx: number
  /** Name under which the parser keeps the pixels; null for masks and inline pictures. */
  readonly objectId: string | null
  /** What the parser hands over with such a picture; its shape is the parser's. */
  readonly inline: unknown
  readonly isMask: boolean
  readonly blends: boolean
  readonly alpha: number
  readonly order: number
  readonly clip: Box
  readonly annotationId: string | null
}

export interface PageMarks {
  readonly glyphs: readonly Glyph[]
  readonly shapes: readonly Shape[]
  readonly pictures: readonly Picture[]
  /** Glyphs of each stretch of the page's marked content, in the order in which they open; `to` is out. Layers are none. */
  readonly contents: readonly { readonly from: number; readonly to: number }[]
}

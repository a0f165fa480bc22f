import type { LaidInlay, LaidPage, LaidWord } from '../../src-preload/contract/vocabulary/laidShape.ts'
import { paintInlay } from './laidInlays.ts'
import type { FrameStrings } from './messages.ts'

/** Pictures of a document by their place in it; null = the browser could not decode it. */
export type LaidDrawings = ReadonlyMap<number, ImageBitmap | null>

export const drawingOf = (inlay: LaidInlay, drawings: LaidDrawings): ImageBitmap | null =>
  inlay.kind === 'picture' ? (drawings.get(inlay.drawing) ?? null) : null

const PLAIN = '"Segoe UI", Selawik, "Noto Sans", "Open Sans", system-ui, sans-serif'
const HAND = 'cursive'
/** Where the name of one of two texts stands, in points: in the margin over the words. */
export const PART_AT = { left: 57, top: 24 }
const DIFFERENCE = '#ffe9a8'
const UNDERLINE = '#7a4b00'
const RULE = '#767676'
/** Made-up widths are half a size a letter: narrow words are not drawn out to fill them, wide ones are pressed to fit. */
const WIDEST_STRETCH = 1.1

/** What `font` says of a word, in the same words for canvas and style sheets. */
export function fontOf({ size, bold, script }: { size: number; bold: boolean; script: boolean }): string {
  return `${bold ? 700 : 400} ${size}px ${script ? HAND : PLAIN}`
}

/** By how much a word is stretched or pressed so that it fills its box. */
export function stretchOf(natural: number, box: readonly number[]): number {
  const width = (box[2] ?? 0) - (box[0] ?? 0)
  return natural > 0 && width > 0 ? Math.min(WIDEST_STRETCH, width / natural) : 1
}

/** Draws a page upright, with one unit a point; the context is scaled and turned by the caller. */
export function paintLaidPage(
  context: CanvasRenderingContext2D,
  page: LaidPage,
  painted: ImageBitmap | null,
  drawings: LaidDrawings,
  strings: FrameStrings,
): void {
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, page.width, page.height)
  if (painted) context.drawImage(painted, 0, 0, page.width, page.height)
  context.fillStyle = RULE
  for (const [left, top, right, bottom] of page.rules)
    context.fillRect(left, top, Math.max(0.7, right - left), Math.max(0.7, bottom - top))
  context.strokeStyle = RULE
  for (const { box } of page.pictures) strokeBox(context, box)
  for (const { box, marked } of page.tickBoxes) {
    strokeBox(context, box)
    if (marked) context.fillRect(box[0] + 2, box[1] + 2, box[2] - box[0] - 4, box[3] - box[1] - 4)
  }
  for (const inlay of page.inlays) paintInlay(context, inlay, drawingOf(inlay, drawings), strings.inlay)
  if (painted) return
  paintPart(context, page, strings)
  context.textBaseline = 'alphabetic'
  for (const word of page.blocks.flat(2)) {
    context.font = fontOf(word)
    const [left, , , bottom] = word.box
    if (word.differs) paintDifference(context, word)
    context.fillStyle = '#000000'
    const stretch = stretchOf(context.measureText(word.text).width, word.box)
    context.save()
    context.translate(left, bottom - word.size * 0.2)
    context.scale(stretch, 1)
    context.fillText(word.text, 0, 0)
    context.restore()
  }
}

/** What the other text has not: tinted, and underlined for whom tints are all the same. */
function paintDifference(context: CanvasRenderingContext2D, { box }: LaidWord): void {
  const [left, top, right, bottom] = box
  context.fillStyle = DIFFERENCE
  context.fillRect(left, top, right - left, bottom - top)
  context.fillStyle = UNDERLINE
  context.fillRect(left, bottom - 0.5, right - left, 1)
}

function paintPart(context: CanvasRenderingContext2D, { part }: LaidPage, strings: FrameStrings): void {
  if (part === null) return
  context.font = `600 9px ${PLAIN}`
  context.textBaseline = 'top'
  context.fillStyle = UNDERLINE
  context.fillText(strings[part], PART_AT.left, PART_AT.top)
  context.textBaseline = 'alphabetic'
}

function strokeBox(context: CanvasRenderingContext2D, [left, top, right, bottom]: readonly number[]): void {
  context.strokeRect(left ?? 0, top ?? 0, (right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0))
}

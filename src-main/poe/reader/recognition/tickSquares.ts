import type { Plane } from './pixels.ts'
import type { PixelBox } from './ruledLines.ts'
import type { ReadLine } from './tesseract.ts'

export interface TickSquare {
  readonly box: PixelBox
  readonly marked: boolean
}

/** Sides of tick boxes in points. */
const SIDE = [6, 17] as const
/** Share of a side that is drawn. */
const CLOSED = 0.86
/** Share of the inside that is ink when something is marked there. */
const MARKED = 0.07

/** Small squares with four straight sides. Round letters have no straight sides, other letters no four. */
export function tickSquares(mask: Plane, perPoint: number): TickSquare[] {
  const [least, most] = [SIDE[0] * perPoint, SIDE[1] * perPoint]
  const found: TickSquare[] = []
  for (let y = 1; y < mask.height - least; y += 1) {
    for (let x = 1; x < mask.width; x += 1) {
      const at = y * mask.width + x
      if (mask.data[at] !== 1 || mask.data[at - 1] === 1) continue
      const length = runLength(mask, x, y, most + 2)
      if (length >= least && length <= most) {
        const box = squareAt(mask, x, y, length, perPoint)
        if (box && !found.some((other) => overlaps(other.box, box)))
          found.push({ box, marked: inkShare(mask, inner(box)) > MARKED })
      }
      x += length - 1
    }
  }
  return found
}

function runLength({ width, data }: Plane, x: number, y: number, most: number): number {
  let length = 0
  while (x + length < width && length <= most && data[y * width + x + length] === 1) length += 1
  return Math.max(1, length)
}

function squareAt(mask: Plane, x: number, y: number, side: number, perPoint: number): PixelBox | null {
  const band = Math.max(2, Math.round(0.9 * perPoint))
  for (let high = Math.round(side * 0.85); high <= side * 1.15; high += 1) {
    if (y + high >= mask.height) return null
    const closed =
      alongX(mask, x, x + side, y + high - band, y + high) >= CLOSED &&
      alongY(mask, y, y + high, x, x + band) >= CLOSED &&
      alongY(mask, y, y + high, x + side - band, x + side) >= CLOSED
    if (closed && hasPaper(mask, [x, y, x + side, y + high])) return [x, y, x + side, y + high]
  }
  return null
}

/** Share of columns with ink in a band of rows. */
function alongX({ width, data }: Plane, x0: number, x1: number, y0: number, y1: number): number {
  let hits = 0
  for (let x = x0; x < x1; x += 1) {
    let y = y0
    while (y < y1 && data[y * width + x] !== 1) y += 1
    if (y < y1) hits += 1
  }
  return hits / (x1 - x0)
}

function alongY({ width, data }: Plane, y0: number, y1: number, x0: number, x1: number): number {
  let hits = 0
  for (let y = y0; y < y1; y += 1) {
    let x = x0
    while (x < x1 && data[y * width + x] !== 1) x += 1
    if (x < x1) hits += 1
  }
  return hits / (y1 - y0)
}

const inner = ([x0, y0, x1, y1]: PixelBox): PixelBox => {
  const inset = Math.round((x1 - x0) * 0.24)
  return [x0 + inset, y0 + inset, x1 - inset, y1 - inset]
}

/** A filled block is a bullet or a bar, unless some paper is left in it. */
const hasPaper = (mask: Plane, box: PixelBox): boolean => inkShare(mask, inner(box)) < 0.75

function inkShare({ width, data }: Plane, [x0, y0, x1, y1]: PixelBox): number {
  let ink = 0
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) ink += data[y * width + x] ?? 0
  return ink / Math.max(1, (x1 - x0) * (y1 - y0))
}

const overlaps = (a: PixelBox, b: PixelBox): boolean =>
  Math.min(a[2], b[2]) > Math.max(a[0], b[0]) - 2 && Math.min(a[3], b[3]) > Math.max(a[1], b[1]) - 2

/** Letters of headings have straight sides too. A square inside a word that was read without doubt is one of its letters. */
export function withoutLetters(squares: readonly TickSquare[], lines: readonly ReadLine[]): TickSquare[] {
  const words = lines
    .flatMap((line) => line.words)
    .filter(({ text, confidence }) => confidence > 0.6 && text.replace(/[^\p{L}\p{N}]/gu, '').length > 1)
  return squares.filter(({ box }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    return !words.some((word) => x > word.box[0] && x < word.box[2] && y > word.box[1] && y < word.box[3])
  })
}

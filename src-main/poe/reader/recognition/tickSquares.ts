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

/**
 * Small squares with four straight sides. Round letters have no straight sides, other letters no four. Once the form's own squares
 * are known, those are looked for too whose cross runs out over their sides.
 */
export function tickSquares(mask: Plane, perPoint: number): TickSquare[] {
  const plain = plainSquares(mask, perPoint)
  return [...plain, ...crossedSquares(mask, plain, perPoint)]
}

function plainSquares(mask: Plane, perPoint: number): TickSquare[] {
  const [least, most] = [SIDE[0] * perPoint, SIDE[1] * perPoint]
  const found: TickSquare[] = []
  for (let y = 1; y < mask.height - least; y += 1) {
    const row = mask.data.subarray(y * mask.width, (y + 1) * mask.width)
    for (let x = row.indexOf(1, 1); x >= 0; x = row.indexOf(1, x + 1)) {
      if (row[x - 1] === 1) continue
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

/** A pen's cross sticks out so far at most, of the square's side. */
const STICKS_OUT = 0.7
/** Squares of a form stand under each other to within so many points. */
const IN_COLUMN_PT = 3

/** Squares of the known size in a known column or row, of which other ink hides where the sides begin and end. */
function crossedSquares(mask: Plane, known: readonly TickSquare[], perPoint: number): TickSquare[] {
  const empty = known.filter(({ marked }) => !marked).map(({ box }) => box)
  const sides = empty.map(([x0, , x1]) => x1 - x0).toSorted((a, b) => a - b)
  const side = sides[sides.length >> 1]
  if (side === undefined || empty.length < 2) return []
  const found: TickSquare[] = []
  const reach = IN_COLUMN_PT * perPoint
  for (const x of distinct(
    empty.map(([left]) => left),
    reach,
  ))
    for (const box of downColumn(mask, x, side, reach))
      if (![...known, ...found].some((other) => overlaps(other.box, box)) && sticksOut(mask, box))
        found.push({ box, marked: true })
  return found
}

function distinct(values: readonly number[], reach: number): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted.filter((value, i) => i === 0 || value - (sorted[i - 1] ?? 0) > reach)
}

function* downColumn(mask: Plane, left: number, side: number, reach: number): Generator<PixelBox> {
  const band = Math.max(2, Math.round(side * 0.12))
  for (let y = 0; y + side < mask.height; y += 1) {
    for (let x = Math.max(0, left - Math.round(reach)); x <= left + reach; x += 1) {
      if (alongX(mask, x, x + side, y, y + band) < CLOSED) continue
      const isClosed =
        alongX(mask, x, x + side, y + side - band, y + side + 1) >= CLOSED &&
        alongY(mask, y, y + side, x, x + band) >= CLOSED &&
        alongY(mask, y, y + side, x + side - band, x + side + 1) >= CLOSED
      if (!isClosed || !hasPaper(mask, [x, y, x + side, y + side])) continue
      yield [x, y, x + side, y + side]
      y += side
      break
    }
  }
}

/** Ink inside that goes on outside: without it the square would have been found as it is, or it is a letter. */
function sticksOut(mask: Plane, box: PixelBox): boolean {
  const [x0, y0, x1, y1] = box
  const out = Math.round((x1 - x0) * STICKS_OUT * 0.5)
  const around: readonly PixelBox[] = [
    [x0 - out, y0, x0 - 2, y1],
    [x1 + 2, y0, x1 + out, y1],
    [x0, y0 - out, x1, y0 - 2],
    [x0, y1 + 2, x1, y1 + out],
  ]
  return inkShare(mask, inner(box)) > MARKED && around.some((part) => inkShare(mask, part) > 0)
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

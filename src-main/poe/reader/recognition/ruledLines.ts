import { type Patch, patchesOf } from './components.ts'
import { eachInk, type Plane } from './pixels.ts'

/** Pixel places; right and lower edge are out. */
export type PixelBox = readonly [number, number, number, number]

export interface RuledLines {
  readonly across: readonly PixelBox[]
  readonly down: readonly PixelBox[]
  /** 1 where the ink is part of a rule. */
  readonly pixels: Plane
}

/** Runs of ink at least this long, in points, are parts of rules. Letters have none so long. */
const RUN_PT = 14
const SHORTEST_PT = 24
const THICKEST_PT = 3.2
/** A rule on a page that is not quite straight climbs by this share of its length. */
const CLIMB = 0.03

/** Straight lines along the page. `perPoint` = pixels a point. */
export function ruledLines(mask: Plane, perPoint: number): RuledLines {
  const across = linesAcross(mask, perPoint)
  const down = linesAcross(transposed(mask), perPoint)
  const pixels = across.pixels
  const downPixels = transposed(down.pixels)
  eachInk(downPixels.data, (at) => void (pixels.data[at] = 1))
  return {
    across: across.boxes,
    down: down.boxes.map(([x0, y0, x1, y1]) => [y0, x0, y1, x1]),
    pixels,
  }
}

function linesAcross(mask: Plane, perPoint: number): { boxes: PixelBox[]; pixels: Plane } {
  const runs = longRuns(mask, Math.round(RUN_PT * perPoint))
  const pieces = patchesOf(runs, () => false).filter((patch) => isThin(patch, perPoint))
  const boxes = joined(pieces, perPoint).filter(([x0, , x1]) => x1 - x0 >= SHORTEST_PT * perPoint)
  const pixels = { ...runs, data: new Uint8Array(runs.data.length) }
  for (const piece of pieces) if (boxes.some((box) => isInside(piece, box))) copyPiece(runs, piece, pixels)
  return { boxes, pixels }
}

function copyPiece({ width, data }: Plane, { x0, y0, x1, y1 }: Patch, to: Plane): void {
  for (let y = y0; y < y1; y += 1) {
    for (let at = y * width + x0; at < y * width + x1; at += 1) if (data[at] === 1) to.data[at] = 1
  }
}

const isInside = (piece: Patch, [x0, y0, x1, y1]: PixelBox): boolean =>
  piece.x0 >= x0 && piece.y0 >= y0 && piece.x1 <= x1 && piece.y1 <= y1

const isThin = (patch: Patch, perPoint: number): boolean =>
  patch.y1 - patch.y0 <= THICKEST_PT * perPoint + (patch.x1 - patch.x0) * CLIMB

/** Only pixels of long runs; a hole of a pixel or two does not end a run. */
function longRuns({ width, height, data }: Plane, shortest: number): Plane {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1) {
    const row = data.subarray(y * width, (y + 1) * width)
    for (let start = row.indexOf(1), last = start; start >= 0; start = row.indexOf(1, last + 1)) {
      last = start
      for (let x = start + 1; x <= last + 3; x += 1) if (row[x] === 1) last = x
      if (last - start + 1 >= shortest) out.fill(1, y * width + start, y * width + last + 1)
    }
  }
  return { width, height, data: out }
}

/** Pieces of one rule: in one row, a small gap between them. */
function joined(pieces: readonly Patch[], perPoint: number): PixelBox[] {
  const rules: [number, number, number, number][] = []
  for (const { x0, y0, x1, y1 } of pieces.toSorted((a, b) => a.x0 - b.x0)) {
    const rule = rules.find(
      (one) => x0 - one[2] < 5 * perPoint && y0 <= one[3] + perPoint && y1 >= one[1] - perPoint,
    )
    if (rule) {
      rule[1] = Math.min(rule[1], y0)
      rule[2] = Math.max(rule[2], x1)
      rule[3] = Math.max(rule[3], y1)
    } else rules.push([x0, y0, x1, y1])
  }
  return rules
}

function transposed({ width, height, data }: Plane): Plane {
  const out = new Uint8Array(data.length)
  eachInk(data, (at) => {
    const x = at % width
    out[x * height + (at - x) / width] = 1
  })
  return { width: height, height: width, data: out }
}

/** Long runs inside a printed word are its own strokes; a rule runs under words or strikes through many. */
export function withoutWords(rules: readonly PixelBox[], words: readonly PixelBox[]): PixelBox[] {
  return rules.filter(([x0, y0, x1, y1]) => {
    const middle = (y0 + y1) / 2
    const inWords = words
      .filter((word) => middle > word[1] && middle < word[3] - (word[3] - word[1]) * 0.06)
      .reduce((sum, word) => sum + Math.max(0, Math.min(x1, word[2]) - Math.max(x0, word[0])), 0)
    return inWords < (x1 - x0) * 0.7
  })
}

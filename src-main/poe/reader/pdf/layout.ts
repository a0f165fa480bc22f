import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Span } from '../../facts/documentFacts.ts'
import { cutBlocks } from './readingOrder.ts'

/** A word with its place in points of the displayed page, origin top left. */
export interface PlacedWord<W> {
  readonly word: W
  readonly box: Rect
  readonly size: number
  /** Degrees on the displayed page, whole; words at different angles (stamps) never share a line. */
  readonly angle: number
}

export interface Barrier {
  readonly box: Rect
}

export interface Layout<W> {
  readonly words: readonly W[]
  readonly lines: readonly Span[]
  readonly blocks: readonly Span[]
}

/** A line under construction. */
export interface Line<W> {
  readonly words: PlacedWord<W>[]
  box: Rect
  readonly size: number
  readonly angle: number
}

/** A gap wider than this many type sizes parts two columns or cells. */
const COLUMN_GAP = 1.25
/** Two lines of one paragraph: the space between them in type sizes. */
const LINE_GAP = 1.05

const merge = (a: Rect, b: Rect): Rect => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

/** Puts words into lines, lines into blocks, blocks into reading order. `barriers` are ruled lines that part cells. */
export function layOut<W>(placed: readonly PlacedWord<W>[], barriers: readonly Barrier[]): Layout<W> {
  const lines = linesOf(placed, barriers)
  const blocks = cutBlocks(blocksOf(lines, barriers), (block) => block.box)
  const words: W[] = []
  const lineSpans: Span[] = []
  const blockSpans: Span[] = []
  for (const block of blocks) {
    const start = lineSpans.length
    for (const line of block.lines) {
      lineSpans.push({ start: words.length, end: words.length + line.words.length })
      words.push(...line.words.map(({ word }) => word))
    }
    blockSpans.push({ start, end: lineSpans.length })
  }
  return { words, lines: lineSpans, blocks: blockSpans }
}

function linesOf<W>(placed: readonly PlacedWord<W>[], barriers: readonly Barrier[]): Line<W>[] {
  const byMiddle = placed.toSorted((a, b) => a.box[1] + a.box[3] - (b.box[1] + b.box[3]))
  const rows: PlacedWord<W>[][] = []
  for (const item of byMiddle) {
    const row = rows.findLast((candidate) => sharesRow(candidate, item))
    if (row) row.push(item)
    else rows.push([item])
  }
  return rows.flatMap((row) => segmentsOf(row, barriers))
}

function sharesRow<W>(row: readonly PlacedWord<W>[], item: PlacedWord<W>): boolean {
  const last = row.at(-1)
  if (!last) return false
  if (last.angle !== item.angle) return false
  const overlap = Math.min(last.box[3], item.box[3]) - Math.max(last.box[1], item.box[1])
  const height = Math.min(last.box[3] - last.box[1], item.box[3] - item.box[1])
  const sameBottom = Math.abs(last.box[3] - item.box[3]) < 0.3 * Math.max(last.size, item.size)
  return overlap > 0 && (sameBottom || overlap > 0.8 * height)
}

function segmentsOf<W>(row: PlacedWord<W>[], barriers: readonly Barrier[]): Line<W>[] {
  const lines: Line<W>[] = []
  for (const item of row.toSorted((a, b) => a.box[0] - b.box[0])) {
    const line = lines.at(-1)
    const gap = line ? item.box[0] - line.box[2] : Infinity
    const size = line ? Math.min(line.size, item.size) : item.size
    if (line && gap < COLUMN_GAP * size && !isParted(line.box, item.box, barriers)) {
      line.words.push(item)
      line.box = merge(line.box, item.box)
    } else {
      lines.push({ words: [item], box: item.box, size: item.size, angle: item.angle })
    }
  }
  return lines
}

function isParted(left: Rect, right: Rect, barriers: readonly Barrier[]): boolean {
  const middle = (right[1] + right[3]) / 2
  return barriers.some(
    ({ box }) =>
      box[2] - box[0] < 3 &&
      box[0] >= left[2] - 1 &&
      box[2] <= right[0] + 1 &&
      box[1] <= middle &&
      box[3] >= middle,
  )
}

interface Block<W> {
  readonly lines: Line<W>[]
  box: Rect
}

function blocksOf<W>(lines: readonly Line<W>[], barriers: readonly Barrier[]): Block<W>[] {
  const open: Block<W>[] = []
  const sorted = lines.toSorted((a, b) => a.box[1] - b.box[1])
  for (const line of sorted) {
    const above = open.filter((block) => follows(block, line, barriers))
    const [only] = above
    const rivals = only ? sorted.filter((other) => other !== line && follows(only, other, barriers)) : []
    if (only && above.length === 1 && !rivals.some((other) => isBeside(other.box, line.box))) {
      only.lines.push(line)
      only.box = merge(only.box, line.box)
    } else {
      open.push({ lines: [line], box: line.box })
    }
  }
  return open
}

const isBeside = (a: Rect, b: Rect): boolean =>
  Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 0.4 * Math.min(a[3] - a[1], b[3] - b[1])

function follows<W>(block: Block<W>, line: Line<W>, barriers: readonly Barrier[]): boolean {
  const last = block.lines.at(-1)
  if (!last || line === last) return false
  const gap = line.box[1] - last.box[3]
  const overlap = Math.min(last.box[2], line.box[2]) - Math.max(last.box[0], line.box[0])
  const alike = Math.max(last.size, line.size) / Math.min(last.size, line.size) < 1.25
  if (
    last.angle !== line.angle ||
    !alike ||
    gap > LINE_GAP * last.size ||
    gap < -0.5 * last.size ||
    overlap <= 0
  )
    return false
  return !barriers.some(
    ({ box }) =>
      box[3] - box[1] < 3 &&
      box[1] >= last.box[3] - 2.5 &&
      box[3] <= line.box[1] + 2.5 &&
      Math.min(box[2], line.box[2]) - Math.max(box[0], line.box[0]) > 0.5 * (line.box[2] - line.box[0]),
  )
}

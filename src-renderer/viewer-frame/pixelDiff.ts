import pixelmatch from 'pixelmatch'

/** A page as pixels, four bytes each. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

/** `added`: darker on the newer page; `removed`: on the older one; `changed`: both. */
export interface DiffPlace {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly kind: 'added' | 'removed' | 'changed'
}

export interface PixelDiff {
  /** The newer page, faint, with what differs on it. */
  readonly picture: Pixels
  /** Of all pixels. */
  readonly share: number
  readonly places: readonly DiffPlace[]
}

const OLDER_INK = [163, 21, 21] as const
const NEWER_INK = [12, 84, 160] as const
/** Scanners never see a grey twice alike. */
const THRESHOLD = 0.2
const FAINT = 0.25

/** Both pages have the same size; the older one is pushed to where it fits the newer one best: no scanner takes a sheet in twice alike. */
export function pixelDiff(older: Pixels, newer: Pixels): PixelDiff {
  const { width, height } = newer
  const shift = bestShift(older, newer)
  const laid = pushed(older, shift)
  const data = new Uint8ClampedArray(width * height * 4)
  const differing = pixelmatch(newer.data, laid, data, width, height, {
    threshold: THRESHOLD,
    alpha: FAINT,
    diffColor: [...NEWER_INK],
    // Where the second one, which is the older page, is the darker.
    diffColorAlt: [...OLDER_INK],
    aaColor: [200, 200, 200],
  })
  const picture = { width, height, data }
  return { picture, share: differing / (width * height), places: placesOf(picture) }
}

interface Shift {
  readonly x: number
  readonly y: number
}

/** Three per cent of a page's width: what a sheet slips in a feeder. */
const MOST_SHIFT = 0.03

/** By how the ink of rows and of columns lies, each by itself: cheap, and enough for a sheet that slipped without turning. */
export function bestShift(older: Pixels, newer: Pixels): Shift {
  const most = Math.round(newer.width * MOST_SHIFT)
  const [a, b] = [inkOf(older), inkOf(newer)]
  return { x: slipOf(a.columns, b.columns, most), y: slipOf(a.rows, b.rows, most) }
}

function inkOf({ width, height, data }: Pixels) {
  const [rows, columns] = [new Float64Array(height), new Float64Array(width)]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dark = 255 - (data[(y * width + x) * 4 + 1] ?? 255)
      rows[y] = (rows[y] ?? 0) + dark
      columns[x] = (columns[x] ?? 0) + dark
    }
  }
  return { rows, columns }
}

function slipOf(older: Float64Array, newer: Float64Array, most: number): number {
  let [best, least] = [0, apart(older, newer, 0)]
  for (let by = -most; by <= most; by += 1) {
    const here = apart(older, newer, by)
    // A slip must be worth it: pages of regular lines fit nearly as well a line further on.
    if (here < least * 0.98) [best, least] = [by, here]
  }
  return best
}

function apart(older: Float64Array, newer: Float64Array, by: number): number {
  let sum = 0
  for (let i = 0; i < newer.length; i += 1) sum += Math.abs((older[i - by] ?? 0) - (newer[i] ?? 0))
  return sum
}

function pushed({ width, height, data }: Pixels, { x, y }: Shift): Uint8ClampedArray {
  if (x === 0 && y === 0) return data
  const laid = new Uint8ClampedArray(data.length).fill(255)
  for (let row = Math.max(0, y); row < Math.min(height, height + y); row += 1) {
    const from = ((row - y) * width + Math.max(0, -x)) * 4
    const count = (width - Math.abs(x)) * 4
    laid.set(data.subarray(from, from + count), (row * width + Math.max(0, x)) * 4)
  }
  return laid
}

const CELL_PX = 12
/** Fewer differing pixels in a cell are dust. */
const LEAST_IN_CELL = 5
const MOST_PLACES = 200

/** What differs close together is one place. */
function placesOf({ width, height, data }: Pixels): DiffPlace[] {
  const across = Math.ceil(width / CELL_PX)
  const cells = new Map<number, { older: number; newer: number }>()
  for (let i = 0; i < data.length; i += 4) {
    const isOlder = isInk(data, i, OLDER_INK)
    if (!isOlder && !isInk(data, i, NEWER_INK)) continue
    const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)]
    const at = Math.floor(y / CELL_PX) * across + Math.floor(x / CELL_PX)
    const cell = cells.get(at) ?? { older: 0, newer: 0 }
    cell[isOlder ? 'older' : 'newer'] += 1
    cells.set(at, cell)
  }
  for (const [at, { older, newer }] of cells) if (older + newer < LEAST_IN_CELL) cells.delete(at)
  const places: DiffPlace[] = []
  while (cells.size > 0 && places.length < MOST_PLACES) places.push(takePlace(cells, across, height))
  return places.toSorted((a, b) => a.top - b.top || a.left - b.left)
}

const isInk = (data: Uint8ClampedArray, at: number, ink: readonly number[]): boolean =>
  data[at] === ink[0] && data[at + 1] === ink[1] && data[at + 2] === ink[2]

/** Takes the first cell and all that hang together with it, over a gap of one. */
function takePlace(
  cells: Map<number, { older: number; newer: number }>,
  across: number,
  height: number,
): DiffPlace {
  const [first = 0] = cells.keys()
  const open = [first]
  let [older, newer] = [0, 0]
  const columns: number[] = []
  const rows: number[] = []
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const cell = cells.get(at)
    if (!cell) continue
    cells.delete(at)
    older += cell.older
    newer += cell.newer
    const [column, row] = [at % across, Math.floor(at / across)]
    columns.push(column)
    rows.push(row)
    for (let dy = -2; dy <= 2; dy += 1)
      for (let dx = -2; dx <= 2; dx += 1)
        if (column + dx >= 0 && column + dx < across) open.push(at + dy * across + dx)
  }
  return {
    left: Math.min(...columns) * CELL_PX,
    top: Math.min(...rows) * CELL_PX,
    right: (Math.max(...columns) + 1) * CELL_PX,
    bottom: Math.min(height, (Math.max(...rows) + 1) * CELL_PX),
    kind: older === 0 ? 'added' : newer === 0 ? 'removed' : 'changed',
  }
}

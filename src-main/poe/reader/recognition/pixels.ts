import type { Tones } from './tones.ts'

/** A picture as its decoder gave it. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
  /** Bytes a pixel: 1 or 2 begin with brightness, 3 or 4 with red, green, blue. The last of 2 and 4 shows nothing: all stands on white. */
  readonly channels: number
}

/** One byte a pixel: brightness, or 0/1 of a mask. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** The places of ink in a mask, in order. The engine's own search leaps over paper, of which most pages consist. */
export function eachInk(mask: Uint8Array, visit: (at: number) => void): void {
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) visit(at)
}

export const greyOf = ({ width, height, grey }: Tones): Plane => ({ width, height, data: grey })

const mixed = (a = 255, b = 255, share: number): number => a + (b - a) * share

/** Brightness of the paper is taken out block by block: shadows and dark edges of photographs vanish, ink stays. */
export function flattened({ width, height, data }: Plane): Plane {
  const cells = paperOf({ width, height, data })
  const out = new Uint8Array(data.length)
  const across = Float64Array.from({ length: width }, (_, x) => cellAt(x, cells.wide))
  for (let y = 0; y < height; y += 1) {
    const cy = cellAt(y, cells.high)
    const row = Math.floor(cy)
    flattenRow(data, out, y * width, across, cells, row * cells.wide, cy - row)
  }
  return { width, height, data: out }
}

/** Where among the cells of one direction a pixel stands: their middles are whole numbers. */
const cellAt = (pixel: number, cells: number): number =>
  Math.min(cells - 1.001, Math.max(0, pixel / BLOCK - 0.5))

function flattenRow(
  data: Uint8Array,
  out: Uint8Array,
  start: number,
  across: Float64Array,
  { wide, paper }: ReturnType<typeof paperOf>,
  first: number,
  fy: number,
): void {
  for (let x = 0; x < across.length; x += 1) {
    const cx = across[x] ?? 0
    const column = Math.floor(cx)
    const fx = cx - column
    const at = first + column
    const upper = mixed(paper[at], paper[at + 1], fx)
    const lower = mixed(paper[at + wide], paper[at + wide + 1], fx)
    const bright = upper + (lower - upper) * fy
    out[start + x] = Math.min(255, ((data[start + x] ?? 0) * 250) / Math.max(40, bright))
  }
}

const BLOCK = 48
/** The paper of a block is as bright as its brightest tenth. */
const BRIGHT_SHARE = 0.1

function paperOf({ width, height, data }: Plane): { wide: number; high: number; paper: Float32Array } {
  const wide = Math.max(2, Math.ceil(width / BLOCK))
  const high = Math.max(2, Math.ceil(height / BLOCK))
  const paper = new Float32Array(wide * high)
  const counts = new Uint32Array(256)
  for (let row = 0; row < high; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      counts.fill(0)
      let all = 0
      for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y += 2) {
        for (let x = column * BLOCK; x < Math.min(width, (column + 1) * BLOCK); x += 2) {
          const value = data[y * width + x] ?? 0
          counts[value] = (counts[value] ?? 0) + 1
          all += 1
        }
      }
      paper[row * wide + column] = brightest(counts, all * BRIGHT_SHARE)
    }
  }
  return { wide, high, paper: widened(paper, wide, high) }
}

function brightest(counts: Uint32Array, wanted: number): number {
  let seen = 0
  for (let value = 255; value > 0; value -= 1) {
    seen += counts[value] ?? 0
    if (seen > wanted) return value
  }
  return 255
}

/** The brighter of a block and the mean around it: a block full of ink is no dark paper. */
function widened(paper: Float32Array, wide: number, high: number): Float32Array {
  return paper.map((own, i) => {
    const [row, column] = [Math.floor(i / wide), i % wide]
    let [sum, count] = [0, 0]
    for (let y = Math.max(0, row - 1); y <= Math.min(high - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(wide - 1, column + 1); x += 1) {
        sum += paper[y * wide + x] ?? 0
        count += 1
      }
    }
    return Math.max(own, sum / count)
  })
}

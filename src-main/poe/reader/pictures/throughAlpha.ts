import type { Region } from './greyPlane.ts'

interface Layered {
  readonly width: number
  readonly height: number
  /** Two or four; the last is how much of the pixel shows, 0..255. */
  readonly channels: number
  readonly data: Uint8Array
}

/** Steps of tone that an eye sees, and that it does not. */
const SEEN = 80
const UNSEEN = 16
/** A line of letters has many edges; the rim of a sheet has two. */
const FEWEST_EDGES = 6
const FEWEST_ROWS = 5

/**
 * Where a picture with holes shows edges on black that it does not show on white, as it is read and shown here. The other way round says
 * nothing: a pen's black trace on a clear ground is how signatures are kept.
 */
export function onlyOnBlack({ width, height, channels, data }: Layered): Region | null {
  let [x0, y0, x1, y1] = [width, height, 0, 0]
  let rows = 0
  const edges: number[] = []
  for (let y = 0; y < height; y += 1) {
    edges.length = 0
    let before: readonly [number, number] | null = null
    for (let x = 0; x < width; x += 1) {
      const tones = tonesAt(data, (y * width + x) * channels, channels)
      if (before && Math.abs(tones[1] - before[1]) > SEEN && Math.abs(tones[0] - before[0]) < UNSEEN)
        edges.push(x)
      before = tones
    }
    if (edges.length < FEWEST_EDGES) continue
    rows += 1
    y0 = Math.min(y0, y)
    y1 = y + 1
    x0 = Math.min(x0, edges[0] ?? x0)
    x1 = Math.max(x1, edges.at(-1) ?? x1)
  }
  return rows >= FEWEST_ROWS ? { x0, y0, x1, y1 } : null
}

/** Brightness on white and on black. */
function tonesAt(data: Uint8Array, at: number, channels: number): readonly [number, number] {
  const share = (data[at + channels - 1] ?? 255) / 255
  const [red = 0, green = 0, blue = 0] =
    channels === 2 ? [data[at], data[at], data[at]] : data.subarray(at, at + 3)
  const own = (0.299 * red + 0.587 * green + 0.114 * blue) * share
  return [own + 255 * (1 - share), own]
}

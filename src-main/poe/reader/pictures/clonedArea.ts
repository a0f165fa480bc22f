import type { Plane } from '../recognition/pixels.ts'
import type { Region } from './greyPlane.ts'

const SIDE = 16
/** A larger picture would take seconds. */
const MOST_PIXELS = 12_000_000
/** A picture with so much of one tone is drawn or cleaned up: there equal letters are equal pixels. */
const MOST_OF_ONE_TONE = 0.25
/** Blocks that must repeat with one and the same shift. */
const FEWEST = 6
const FEWEST_TONES = 8
const BASE = 0x01000193

/** The second place of an area that stands twice in a picture, noise and all: no camera and no scanner repeats its noise. */
export function clonedArea(plane: Plane): Region | null {
  const { width, height } = plane
  if (width * height > MOST_PIXELS || width < 2 * SIDE || height < 2 * SIDE || isClean(plane)) return null
  const sums = blockSums(plane)
  const grid = new Map<number, number>()
  for (let y = 0; y + SIDE <= height; y += SIDE)
    for (let x = 0; x + SIDE <= width; x += SIDE) grid.set(sums[y * width + x] ?? 0, y * width + x)
  const shifts = new Map<number, number[]>()
  for (let y = 0; y + SIDE <= height; y += 1) {
    for (let x = 0; x + SIDE <= width; x += 1) {
      const [here, there] = [y * width + x, grid.get(sums[y * width + x] ?? 0)]
      if (there === undefined || here === there || !isSame(plane, here, there)) continue
      const shift = here - there
      shifts.set(shift, [...(shifts.get(shift) ?? []), here])
    }
  }
  const most = [...shifts.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
  return most.length < FEWEST ? null : around(most, width)
}

function isClean({ data }: Plane): boolean {
  const counts = new Uint32Array(256)
  for (const tone of data) counts[tone] = (counts[tone] ?? 0) + 1
  return Math.max(...counts) > data.length * MOST_OF_ONE_TONE
}

/** A sum over the block that begins at each pixel, rolled first along rows, then down columns. */
function blockSums({ width, height, data }: Plane): Int32Array {
  const rows = new Int32Array(width * height)
  const sums = new Int32Array(width * height)
  const [outRow, outColumn] = [power(BASE, SIDE), power(BASE + 2, SIDE)]
  for (let y = 0; y < height; y += 1) {
    let sum = 0
    for (let x = 0; x < width; x += 1) {
      const left = x >= SIDE ? (data[y * width + x - SIDE] ?? 0) : 0
      sum =
        (Math.imul(sum, BASE) +
          (data[y * width + x] ?? 0) +
          1 -
          Math.imul(left + (x >= SIDE ? 1 : 0), outRow)) |
        0
      if (x >= SIDE - 1) rows[y * width + x - SIDE + 1] = sum
    }
  }
  for (let x = 0; x < width; x += 1) {
    let sum = 0
    for (let y = 0; y < height; y += 1) {
      const above = y >= SIDE ? (rows[(y - SIDE) * width + x] ?? 0) : 0
      sum = (Math.imul(sum, BASE + 2) + (rows[y * width + x] ?? 0) - Math.imul(above, outColumn)) | 0
      if (y >= SIDE - 1) sums[(y - SIDE + 1) * width + x] = sum
    }
  }
  return sums
}

const power = (base: number, times: number): number => {
  let all = 1
  for (let i = 0; i < times; i += 1) all = Math.imul(all, base)
  return all
}

/** Blocks of few tones repeat by chance. */
function isSame({ width, data }: Plane, a: number, b: number): boolean {
  const tones = new Set<number>()
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const at = y * width + x
      if (data[a + at] !== data[b + at]) return false
      tones.add(data[a + at] ?? 0)
    }
  }
  return tones.size >= FEWEST_TONES
}

function around(places: readonly number[], width: number): Region {
  const [xs, ys] = [places.map((at) => at % width), places.map((at) => Math.floor(at / width))]
  return {
    x0: Math.min(...xs),
    y0: Math.min(...ys),
    x1: Math.max(...xs) + SIDE,
    y1: Math.max(...ys) + SIDE,
  }
}

import { type Patch, patchesOf } from './components.ts'
import type { Plane } from './pixels.ts'
import type { PixelBox } from './ruledLines.ts'
import { isLetter } from './skew.ts'

/** Pixels of paper that are read above and below. */
const MARGIN = 6

/** The flattest strip that holds so many letters, as far as shapes tell them; of several the upper one. Null = the page has fewer. */
export function tellingStrip(mask: Plane, letters: number): PixelBox | null {
  const middle = ({ y0, y1 }: Patch): number => y0 + y1
  const found = patchesOf(mask, () => false)
    .filter(isLetter)
    .toSorted((a, b) => middle(a) - middle(b))
  let best: readonly Patch[] | null = null
  let least = Infinity
  for (let last = letters - 1; last < found.length; last += 1) {
    const high = span(found, last - letters + 1, last, middle)
    if (high >= least) continue
    least = high
    best = found.slice(last - letters + 1, last + 1)
  }
  if (best === null) return null
  const top = Math.min(...best.map(({ y0 }) => y0)) - MARGIN
  const bottom = Math.max(...best.map(({ y1 }) => y1)) + MARGIN
  return [0, Math.max(0, top), mask.width, Math.min(mask.height, bottom)]
}

function span(patches: readonly Patch[], from: number, to: number, middle: (patch: Patch) => number): number {
  const [first, last] = [patches[from], patches[to]]
  return first && last ? middle(last) - middle(first) : Infinity
}

/** The strip of this share of the page's height that holds most ink. */
export function fullestStrip({ width, height, data }: Plane, share: number): PixelBox {
  const rows = Array.from({ length: height }, (_, y) => {
    let dark = 0
    for (let x = Math.floor(width * 0.05); x < width * 0.95; x += 4)
      if ((data[y * width + x] ?? 255) < 128) dark += 1
    // Bars and pictures are no text.
    return dark > width * 0.12 ? 0 : dark
  })
  const high = Math.round(height * share)
  let sum = rows.slice(0, high).reduce((a, b) => a + b, 0)
  let [best, top] = [sum, 0]
  for (let y = high; y < height; y += 1) {
    sum += (rows[y] ?? 0) - (rows[y - high] ?? 0)
    if (sum > best) [best, top] = [sum, y - high + 1]
  }
  return [0, top, width, top + high]
}

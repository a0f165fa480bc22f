import { patchesOf } from './components.ts'
import type { Plane } from './pixels.ts'
import { isLetter } from './skew.ts'

/** Each half holds at least this share of the letters. */
const LEAST_SHARE = 0.38
/** A page with fewer letters is read soon enough. */
const FEW_LETTERS = 240
/** Smaller patches are specks, higher ones frames and rules, through which a cut may go. In pixels. */
const LEAST_SIDE = 6
const MOST_HIGH = 200

/**
 * The row between the halves in which a page is read, so that two recognisers can share it; one alone reads it so too, and the same: the middle of the widest gap between lines, near the middle of the text. Null = nothing parts the
 * page there, as where columns stand side by side, or it holds little.
 */
export function cutOf(mask: Plane): number | null {
  const patches = patchesOf(mask, () => false).filter(
    ({ x0, y0, x1, y1 }) => y1 - y0 <= MOST_HIGH && Math.max(x1 - x0, y1 - y0) >= LEAST_SIDE,
  )
  const begins = new Uint32Array(mask.height + 1)
  const covered = new Int32Array(mask.height + 1)
  let all = 0
  for (const patch of patches) {
    covered[patch.y0] = (covered[patch.y0] ?? 0) + 1
    covered[patch.y1] = (covered[patch.y1] ?? 0) - 1
    if (!isLetter(patch)) continue
    begins[patch.y0] = (begins[patch.y0] ?? 0) + 1
    all += 1
  }
  return all < FEW_LETTERS ? null : widestGap(begins, covered, all)
}

function widestGap(begins: Uint32Array, covered: Int32Array, all: number): number | null {
  let [above, open, top, widest] = [0, 0, -1, 0]
  let cut: number | null = null
  for (let y = 0; y < begins.length; y += 1) {
    open += covered[y] ?? 0
    const isNearMiddle = above >= all * LEAST_SHARE && above <= all * (1 - LEAST_SHARE)
    if (open > 0) top = -1
    else if (isNearMiddle) {
      if (top < 0) top = y
      if (y - top > widest) [widest, cut] = [y - top, (y + top) >> 1]
    }
    above += begins[y] ?? 0
  }
  return cut
}

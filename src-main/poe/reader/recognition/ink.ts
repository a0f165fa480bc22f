import { type Patch, patchesOf } from './components.ts'
import { judgeInk, type InkGroup } from './inkMeasures.ts'
import { eachInk, type Plane } from './pixels.ts'
import type { PixelBox, RuledLines } from './ruledLines.ts'
import { TINTS, type Tones } from './tones.ts'

/** What of a page is not ink to look for: printed words, rules, tick boxes. */
export interface Printed {
  readonly words: readonly PixelBox[]
  readonly rules: RuledLines
  readonly squares: readonly PixelBox[]
}

/** Parts of one signature lie closer together than this, in points. */
const JOIN_PT = 7
/** Smaller patches are specks. Points. */
const SPECK_PT = 2.2

/** Groups of ink that is left when all that is printed was taken away. */
export function inkGroups(
  { tints }: Pick<Tones, 'tints'>,
  mask: Plane,
  printed: Printed,
  perPoint: number,
): InkGroup[] {
  const isColoured = (at: number): boolean => tints !== null && tints[at] !== TINTS.none
  const left = withoutPrinted(mask, printed, isColoured, perPoint)
  const patches = patchesOf(left, isColoured)
  const speck = SPECK_PT * perPoint
  const isSpeck = ({ x0, y0, x1, y1 }: Patch): boolean => x1 - x0 < speck && y1 - y0 < speck
  const kept = patches.filter(
    (patch) =>
      !isSpeck(patch) && !isEdge(patch, mask) && !isSurround(patch, mask) && !isStraight(patch, perPoint),
  )
  const groups = grouped(kept, JOIN_PT * perPoint)
  const noise = noiseOf(patches.filter(isSpeck), mask)
  const rules = [...printed.rules.across, ...printed.rules.down]
  const isRed = (at: number): boolean => tints?.[at] === TINTS.red
  const own = { noise, perPoint, isRed, mask: left, whole: mask, rules }
  return groups.map((group) => judgeInk(group, own))
}

/** Shadows, holes and folds at the edge of the sheet. */
function isEdge({ x0, y0, x1, y1 }: Patch, { width, height }: Plane): boolean {
  const margin = Math.round(width * 0.012)
  const touches = x0 <= margin || y0 <= margin || x1 >= width - margin || y1 >= height - margin
  const inMargin = x1 < width * 0.05 || x0 > width * 0.95 || y1 < height * 0.025 || y0 > height * 0.98
  return touches || inMargin
}

/** The edge of the sheet on what it lies on, shadows, framed areas: wider or higher than a hand writes. */
const isSurround = ({ x0, y0, x1, y1 }: Patch, { width, height }: Plane): boolean =>
  x1 - x0 > width * 0.62 || y1 - y0 > height * 0.3

/** A line of a frame that is askew and so was no rule: as long as its box from corner to corner, and narrow. */
function isStraight({ x0, y0, x1, y1, area, edge }: Patch, perPoint: number): boolean {
  const [w, h] = [x1 - x0, y1 - y0]
  if (Math.max(w, h) < STRAIGHT_PT * perPoint || Math.min(w, h) > Math.max(w, h) * 0.12) return false
  return edge / 2 < Math.hypot(w, h) * 1.25 || area > 0.6 * w * h
}
const STRAIGHT_PT = 12

/** A coloured trace over black type stays, where the type itself is not coloured. */
function withoutPrinted(
  mask: Plane,
  { words, rules, squares }: Printed,
  isColoured: (at: number) => boolean,
  perPoint: number,
): Plane {
  const data = mask.data.slice()
  const grow = Math.round(1.1 * perPoint)
  for (const [x0, y0, x1, y1] of words) {
    const box: PixelBox = [x0 - grow, y0 - grow, x1 + grow, y1 + grow]
    erase({ ...mask, data }, box, isMostly(mask, box, isColoured) ? () => false : isColoured)
  }
  eraseRules({ ...mask, data }, rules.pixels)
  for (const [x0, y0, x1, y1] of squares)
    erase({ ...mask, data }, [x0 - grow, y0 - grow, x1 + grow, y1 + grow], () => false)
  return { ...mask, data }
}

function erase(
  { width, height, data }: Plane,
  [x0, y0, x1, y1]: PixelBox,
  keep: (at: number) => boolean,
): void {
  for (let y = Math.max(0, y0); y < Math.min(height, y1); y += 1) {
    for (let x = Math.max(0, x0); x < Math.min(width, x1); x += 1) {
      const at = y * width + x
      if (data[at] === 1 && !keep(at)) data[at] = 0
    }
  }
}

/** A rule with the fringe that a scanner gives it: the row above and below. A trace that crosses it is cut, and joined again as a group. */
function eraseRules({ width, data }: Plane, rules: Plane): void {
  const ruled = rules.data
  eachInk(data, (at) => {
    const isNear =
      ruled[at] === 1 ||
      ruled[at - 1] === 1 ||
      ruled[at + 1] === 1 ||
      ruled[at - width] === 1 ||
      ruled[at + width] === 1
    if (isNear) data[at] = 0
  })
}

function isMostly(mask: Plane, [x0, y0, x1, y1]: PixelBox, test: (at: number) => boolean): boolean {
  let [ink, hits] = [0, 0]
  for (let y = Math.max(0, y0); y < Math.min(mask.height, y1); y += 1) {
    for (let x = Math.max(0, x0); x < Math.min(mask.width, x1); x += 1) {
      const at = y * mask.width + x
      if (mask.data[at] !== 1) continue
      ink += 1
      if (test(at)) hits += 1
    }
  }
  return hits > ink * 0.5
}

export interface Group {
  readonly patches: Patch[]
  box: PixelBox
}

function grouped(patches: readonly Patch[], reach: number): Group[] {
  const groups: Group[] = []
  // A page of nothing but specks is noise; nothing is told from so many patches.
  for (const patch of patches.slice(0, MOST_PATCHES)) {
    const joinedGroup: Group = { patches: [patch], box: [patch.x0, patch.y0, patch.x1, patch.y1] }
    for (let i = groups.length - 1; i >= 0; i -= 1) {
      const group = groups[i]
      if (!group || !isNear(group, patch, reach)) continue
      joinedGroup.patches.push(...group.patches)
      joinedGroup.box = unionBox(joinedGroup.box, group.box)
      groups.splice(i, 1)
    }
    groups.push(joinedGroup)
  }
  return groups
}

const MOST_PATCHES = 4000

/** Near to one of the patches, not only to the box around them all. */
function isNear({ patches, box }: Group, patch: Patch, reach: number): boolean {
  const gap = (a: PixelBox, b: Patch): number =>
    Math.max(a[0] - b.x1, b.x0 - a[2], a[1] - b.y1, b.y0 - a[3], 0)
  if (gap(box, patch) > reach) return false
  return patches.some((one) => gap([one.x0, one.y0, one.x1, one.y1], patch) <= reach)
}

export const unionBox = (a: PixelBox, b: PixelBox): PixelBox => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

/** Share of the page that is specks: what chance puts anywhere. */
const noiseOf = (specks: readonly Patch[], { width, height }: Plane): number =>
  specks.reduce((sum, { area }) => sum + area, 0) / (width * height)

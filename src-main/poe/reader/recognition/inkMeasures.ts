import { inkHash } from '../../../domain/evidence/inkHash.ts'
import type { Group } from './ink.ts'
import type { Plane } from './pixels.ts'
import type { PixelBox } from './ruledLines.ts'

/** Ink that lies together, measured. Lengths in points. */
export interface InkGroup {
  readonly box: PixelBox
  /** Pixels of the outline: how much form there is. */
  readonly points: number
  readonly density: number
  readonly strokeWidth: number
  readonly length: number
  readonly overNoise: number
  readonly coloured: boolean
  readonly penLike: boolean
  /** Round or framed and dense, as seals and stamps are. */
  readonly sealLike: boolean
  /** Of a pen's trace; null for all else. */
  readonly inkHash: string | null
}

interface Page {
  readonly noise: number
  readonly perPoint: number
  readonly isRed: (at: number) => boolean
  /** What is left of the page's ink. */
  readonly mask: Plane
  /** All of it, and what of it was taken for ruled lines. */
  readonly whole: Plane
  readonly rules: readonly PixelBox[]
}

/** Sizes of what a hand signs, in points. */
const PEN = { width: [18, 330], height: [6, 120], strokeWidth: [0.25, 4.2] } as const
/** A trace runs at least so often through its own box from corner to corner. */
const LEAST_WINDING = 1.45
/** A letter of print is no wider than this; a trace of a pen goes on. Points. */
const UNBROKEN_PT = 17
/** Below this a group may be the page's own dirt. */
const LEAST_OVER_NOISE = 6
const LEAST_NOISE = 0.0006

export function judgeInk(group: Group, page: Page): InkGroup {
  const { box, patches } = group
  const [w, h] = [(box[2] - box[0]) / page.perPoint, (box[3] - box[1]) / page.perPoint]
  const area = patches.reduce((sum, patch) => sum + patch.area, 0)
  const edge = patches.reduce((sum, patch) => sum + patch.edge, 0)
  const coloured = patches.reduce((sum, patch) => sum + patch.coloured, 0)
  const density = area / ((box[2] - box[0]) * (box[3] - box[1]))
  // A stroke is edge on both sides: its length is half the outline, its width what is left.
  const strokePixels = Math.max(1, (2 * area) / Math.max(1, edge))
  const measures = {
    box,
    points: edge,
    density: Math.min(1, density),
    strokeWidth: strokePixels / page.perPoint,
    length: area / strokePixels / page.perPoint,
    overNoise: density / Math.max(LEAST_NOISE, page.noise),
    coloured: coloured > area * 0.4,
  }
  const sealLike = isSeal(group, page, w, h, measures)
  const penLike = !sealLike && isPen(group, page.perPoint, w, h, measures)
  return { ...measures, sealLike, penLike, inkHash: penLike ? hashOf(group, page) : null }
}

/**
 * Of its own patches: specks and other ink that lie within its box are none of it. Straight strokes of a large signature were taken for
 * rules; what of those lies wholly within the box is the hand's.
 */
function hashOf({ patches, box }: Group, { mask, whole, rules }: Page): string | null {
  const seen = new Set<number>()
  const see = ({ width, data }: Plane, [x0, y0, x1, y1]: PixelBox): void => {
    for (let y = y0; y < y1; y += 1)
      for (let x = x0; x < x1; x += 1) if (data[y * width + x] === 1) seen.add(y * width + x)
  }
  for (const { x0, y0, x1, y1 } of patches) see(mask, [x0, y0, x1, y1])
  for (const rule of rules.filter((one) => isWithin(one, box))) see(whole, rule)
  const at = [...seen]
  return inkHash({ x: at.map((one) => one % mask.width), y: at.map((one) => Math.floor(one / mask.width)) })
}

const isWithin = ([x0, y0, x1, y1]: PixelBox, box: PixelBox): boolean =>
  x0 >= box[0] && y0 >= box[1] && x1 <= box[2] && y1 <= box[3]

type Measures = Pick<InkGroup, 'density' | 'strokeWidth' | 'length' | 'overNoise' | 'coloured'>

function isPen({ patches }: Group, perPoint: number, w: number, h: number, m: Measures): boolean {
  if (w < PEN.width[0] || w > PEN.width[1] || h < PEN.height[0] || h > PEN.height[1]) return false
  if (w < h * 0.5) return false
  if (m.strokeWidth < PEN.strokeWidth[0] || m.strokeWidth > PEN.strokeWidth[1]) return false
  if (m.density > 0.42 || m.overNoise < LEAST_OVER_NOISE) return false
  if (m.length < LEAST_WINDING * Math.hypot(w, h)) return false
  const largest = Math.max(...patches.map((patch) => patch.x1 - patch.x0)) / perPoint
  return largest >= UNBROKEN_PT && largest >= w * 0.2
}

/** Sides of seals and stamps, in points. */
const SEAL = { side: [22, 190], long: 3.2 } as const

function isSeal(group: Group, page: Page, w: number, h: number, m: Measures): boolean {
  if (Math.min(w, h) < SEAL.side[0] || Math.max(w, h) > SEAL.side[1]) return false
  if (Math.max(w, h) / Math.min(w, h) > SEAL.long) return false
  const ring = group.patches.some((patch) => isFrame(patch, group.box, page.mask))
  const isRed = redShare(group.box, page) > 0.5
  return ring || (isRed && Math.max(w, h) / Math.min(w, h) < 1.5 && m.density > 0.12)
}

/** A patch that goes all around its group: ink is met near the edge from most directions out of the middle. */
function isFrame(
  patch: { x0: number; y0: number; x1: number; y1: number },
  box: PixelBox,
  mask: Plane,
): boolean {
  const [w, h] = [patch.x1 - patch.x0, patch.y1 - patch.y0]
  if (w < (box[2] - box[0]) * 0.7 || h < (box[3] - box[1]) * 0.7) return false
  return (
    aroundShare([patch.x0, patch.y0, patch.x1, patch.y1], mask, 'ellipse') > 0.82 ||
    aroundShare([patch.x0, patch.y0, patch.x1, patch.y1], mask, 'rectangle') > 0.82
  )
}

const DIRECTIONS = 72

/** Share of directions in which ink lies in the outer tenth on the way to the edge. */
function aroundShare([x0, y0, x1, y1]: PixelBox, mask: Plane, form: 'ellipse' | 'rectangle'): number {
  const [cx, cy, rx, ry] = [(x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2]
  let hits = 0
  for (let i = 0; i < DIRECTIONS; i += 1) {
    const angle = (i / DIRECTIONS) * 2 * Math.PI
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const reach = form === 'ellipse' ? 1 : 1 / Math.max(Math.abs(cos), Math.abs(sin))
    for (let share = 0.87; share <= 1.02; share += 0.01) {
      const x = Math.round(cx + cos * reach * share * rx)
      const y = Math.round(cy + sin * reach * share * ry)
      const isIn = x >= 0 && y >= 0 && x < mask.width && y < mask.height
      if (isIn && mask.data[y * mask.width + x] === 1) {
        hits += 1
        break
      }
    }
  }
  return hits / DIRECTIONS
}

function redShare([x0, y0, x1, y1]: PixelBox, { mask, isRed }: Page): number {
  let [ink, red] = [0, 0]
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) {
      const at = y * mask.width + x
      if (mask.data[at] !== 1) continue
      ink += 1
      if (isRed(at)) red += 1
    }
  }
  return ink === 0 ? 0 : red / ink
}

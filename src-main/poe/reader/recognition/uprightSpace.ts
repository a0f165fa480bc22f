import type { Quad, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Point } from '../pdf/matrix.ts'
import { type PageSpace, quadOf } from '../pdf/pageSpace.ts'
import { isLying } from './tones.ts'

/**
 * How the upright page, on which text runs straight from left to right, lies on the page as it is shown. Rects of a
 * recognised page are 0..1 of the upright page, quads are those of PDF space as everywhere.
 */
export interface UprightSpace {
  /** Points of the upright page. */
  readonly width: number
  readonly height: number
  /** Degrees clockwise by which the shown page is turned to stand upright. */
  readonly turned: number
  readonly shown: PageSpace
}

export function uprightSpace(shown: PageSpace, degrees: number): UprightSpace {
  const lies = isLying(degrees)
  return {
    width: lies ? shown.height : shown.width,
    height: lies ? shown.width : shown.height,
    turned: degrees,
    shown,
  }
}

/** Points of the upright page → points of the shown one. Both turn about their middle. */
export function toShown({ width, height, turned, shown }: UprightSpace, [x, y]: Point): Point {
  const [cos, sin] = cosSin(-turned)
  const [dx, dy] = [x - width / 2, y - height / 2]
  return [dx * cos - dy * sin + shown.width / 2, dx * sin + dy * cos + shown.height / 2]
}

export function toUpright({ width, height, turned, shown }: UprightSpace, [x, y]: Point): Point {
  const [cos, sin] = cosSin(turned)
  const [dx, dy] = [x - shown.width / 2, y - shown.height / 2]
  return [dx * cos - dy * sin + width / 2, dx * sin + dy * cos + height / 2]
}

const cosSin = (degrees: number): readonly [number, number] => [
  Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180),
]

/** A box in points of the upright page, as facts hold it. */
export function placeInUpright(space: UprightSpace, box: Rect): { rect: Rect; quad: Quad } {
  const [x0, y0, x1, y1] = box
  const corners: readonly [Point, Point, Point, Point] = [
    [x0, y1],
    [x1, y1],
    [x1, y0],
    [x0, y0],
  ]
  const inPdf = (point: Point): Point => fromShown(space.shown, toShown(space, point))
  const [a, b, c, d] = corners
  return {
    rect: [share(x0, space.width), share(y0, space.height), share(x1, space.width), share(y1, space.height)],
    quad: quadOf([inPdf(a), inPdf(b), inPdf(c), inPdf(d)]),
  }
}

const share = (value: number, whole: number): number =>
  Math.round(Math.min(1, Math.max(0, value / whole)) * 1e5) / 1e5

/** Points of the shown page → PDF space; what `toDisplayed` does, backwards. */
function fromShown({ view, rotation, width, height }: PageSpace, [x, y]: Point): Point {
  const [sx, sy] = [x / width, y / height]
  const [nx, ny] =
    rotation === 90
      ? [sy, 1 - sx]
      : rotation === 180
        ? [1 - sx, 1 - sy]
        : rotation === 270
          ? [1 - sy, sx]
          : [sx, sy]
  return [view[0] + nx * (view[2] - view[0]), view[3] - ny * (view[3] - view[1])]
}

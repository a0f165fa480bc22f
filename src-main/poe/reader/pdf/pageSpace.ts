import type { Quad, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { type Box, boxOfPoints, type Point } from './matrix.ts'

export type Rotation = 0 | 90 | 180 | 270

/** How PDF space lies on the displayed page. */
export interface PageSpace {
  /** Crop box in PDF space. */
  readonly view: Box
  readonly rotation: Rotation
  /** Points of the displayed page. */
  readonly width: number
  readonly height: number
}

export function pageSpace(view: readonly number[], rotate: number, userUnit: number): PageSpace {
  const [a = 0, b = 0, c = 612, d = 792] = view
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
  const rotation = quarterTurn(rotate)
  const wide = (box[2] - box[0]) * userUnit
  const high = (box[3] - box[1]) * userUnit
  const lying = rotation === 90 || rotation === 270
  return { view: box, rotation, width: lying ? high : wide, height: lying ? wide : high }
}

/** The space as it is when the displayed page is turned further, clockwise. */
export function turnedSpace(space: PageSpace, turn: Rotation): PageSpace {
  const lying = turn === 90 || turn === 270
  const [width, height] = lying ? [space.height, space.width] : [space.width, space.height]
  return { view: space.view, rotation: quarterTurn(space.rotation + turn), width, height }
}

/** The nearest of the four, whatever the sign. */
export function quarterTurn(degrees: number): Rotation {
  const turned = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0
}

/** PDF space → 0..1 of the displayed page, origin top left. */
export function toDisplayed({ view, rotation }: PageSpace, point: Point): Point {
  const x = point[0]
  const y = point[1]
  const nx = (x - view[0]) / Math.max(1e-6, view[2] - view[0])
  const ny = (view[3] - y) / Math.max(1e-6, view[3] - view[1])
  if (rotation === 90) return [1 - ny, nx]
  if (rotation === 180) return [1 - nx, 1 - ny]
  if (rotation === 270) return [ny, 1 - nx]
  return [nx, ny]
}

const hundredths = (value: number): number => Math.round(value * 100) / 100
const inPage = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5

export function rectOf(space: PageSpace, points: readonly Point[]): Rect {
  const [x0, y0, x1, y1] = boxOfPoints(points.map((point) => toDisplayed(space, point)))
  return [inPage(x0), inPage(y0), inPage(x1), inPage(y1)]
}

export function quadOf(points: readonly [Point, Point, Point, Point]): Quad {
  const [a, b, c, d] = points
  return [a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]].map(hundredths)
}

export function cornersOf([x0, y0, x1, y1]: Box): [Point, Point, Point, Point] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
}

import type { Quad, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Box, Point } from './matrix.ts'

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
  const nx = (point[0] - view[0]) / Math.max(1e-6, view[2] - view[0])
  const ny = (view[3] - point[1]) / Math.max(1e-6, view[3] - view[1])
  return [shownX(rotation, nx, ny), shownY(rotation, nx, ny)]
}

function shownX(rotation: Rotation, nx: number, ny: number): number {
  if (rotation === 0) return nx
  if (rotation === 180) return 1 - nx
  return rotation === 90 ? 1 - ny : ny
}

function shownY(rotation: Rotation, nx: number, ny: number): number {
  if (rotation === 0) return ny
  if (rotation === 180) return 1 - ny
  return rotation === 90 ? nx : 1 - nx
}

const hundredths = (value: number): number => Math.round(value * 100) / 100
const inPage = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5

// Without a point or a list in between, as `quadOf` below: it is done for every word of every page.
export function rectOf({ view, rotation }: PageSpace, points: readonly Point[]): Rect {
  const wide = Math.max(1e-6, view[2] - view[0])
  const high = Math.max(1e-6, view[3] - view[1])
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const point of points) {
    const nx = (point[0] - view[0]) / wide
    const ny = (view[3] - point[1]) / high
    const x = shownX(rotation, nx, ny)
    const y = shownY(rotation, nx, ny)
    x0 = Math.min(x0, x)
    y0 = Math.min(y0, y)
    x1 = Math.max(x1, x)
    y1 = Math.max(y1, y)
  }
  return [inPage(x0), inPage(y0), inPage(x1), inPage(y1)]
}

export function quadOf(points: readonly [Point, Point, Point, Point]): Quad {
  const [a, b, c, d] = points
  return [
    hundredths(a[0]),
    hundredths(a[1]),
    hundredths(b[0]),
    hundredths(b[1]),
    hundredths(c[0]),
    hundredths(c[1]),
    hundredths(d[0]),
    hundredths(d[1]),
  ]
}

export function cornersOf([x0, y0, x1, y1]: Box): [Point, Point, Point, Point] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
}

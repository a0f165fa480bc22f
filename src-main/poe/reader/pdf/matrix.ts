/** PDF matrices [a b c d e f] and boxes [x0, y0, x1, y1] with x0 ≤ x1 and y0 ≤ y1. */
export type Matrix = readonly [number, number, number, number, number, number]
export type Box = readonly [number, number, number, number]
export type Point = readonly [number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
export const EVERYWHERE: Box = [-1e9, -1e9, 1e9, 1e9]

/** Applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

export function apply(m: Matrix, x: number, y: number): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}

export function boxOfPoints(points: readonly Point[]): Box {
  let x0 = Infinity
  let y0 = Infinity
  let x1 = -Infinity
  let y1 = -Infinity
  // By place and not by destructuring: it is done for every letter of every page.
  for (const point of points) {
    const x = point[0]
    const y = point[1]
    x0 = Math.min(x0, x)
    y0 = Math.min(y0, y)
    x1 = Math.max(x1, x)
    y1 = Math.max(y1, y)
  }
  return [x0, y0, x1, y1]
}

/** The box around a box's four corners after the matrix. */
export function transformBox(m: Matrix, [x0, y0, x1, y1]: Box): Box {
  return boxOfPoints([apply(m, x0, y0), apply(m, x1, y0), apply(m, x1, y1), apply(m, x0, y1)])
}

export function intersect(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}

export function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** 0 for empty and inverted boxes. */
export function area(box: Box): number {
  return Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1])
}

/** Share of `a` that lies in `b`, 0..1; a box without area counts by its middle. */
export function shareInside(a: Box, b: Box): number {
  const whole = area(a)
  if (whole > 0) {
    const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
    const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
    return (Math.max(0, wide) * Math.max(0, high)) / whole
  }
  return isInside((a[0] + a[2]) / 2, (a[1] + a[3]) / 2, b) ? 1 : 0
}

export function isInside(x: number, y: number, box: Box): boolean {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
}

export function grow([x0, y0, x1, y1]: Box, by: number): Box {
  return [x0 - by, y0 - by, x1 + by, y1 + by]
}

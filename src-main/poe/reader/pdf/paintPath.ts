import type { GraphicsState } from './graphicsState.ts'
import type { Shape } from './marks.ts'
import { apply, boxOfPoints, type Point } from './matrix.ts'

/** pdf.js's codes inside a path's flat list of numbers. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3

/** More points than this say nothing new about a drawing and only cost memory. */
const MOST_POINTS = 4000

export interface PathPaint {
  readonly filled: boolean
  readonly stroked: boolean
}

/** Points of a path in PDF space; curves by their ends, which is enough to tell a pen's trace from a ruled line. */
export function pathPoints(
  state: GraphicsState,
  data: ArrayLike<number>,
): { points: Point[]; curves: number } {
  const points: Point[] = []
  let curves = 0
  const at = (i: number): Point => apply(state.ctm, data[i] ?? 0, data[i + 1] ?? 0)
  for (let i = 0; i < data.length && points.length < MOST_POINTS; ) {
    const code = data[i]
    if (code === MOVE || code === LINE) {
      points.push(at(i + 1))
      i += 3
    } else if (code === CURVE) {
      points.push(at(i + 5))
      curves += 1
      i += 7
    } else if (code === QUADRATIC) {
      points.push(at(i + 3))
      curves += 1
      i += 5
    } else {
      i += 1
    }
  }
  return { points, curves }
}

/** Null for a path without points. */
export function paintPath(
  state: GraphicsState,
  data: ArrayLike<number>,
  paint: PathPaint,
  place: Pick<Shape, 'order' | 'annotationId'>,
): Shape | null {
  const { points, curves } = pathPoints(state, data)
  if (points.length === 0) return null
  return {
    ...place,
    ...paint,
    points,
    curves,
    box: boxOfPoints(points),
    fillColour: state.fillColour,
    strokeColour: state.strokeColour,
    alpha: paint.filled ? state.fillAlpha : state.strokeAlpha,
    blends: state.blends || state.softMasked,
    lineWidth:
      state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2])),
    clip: state.clip,
  }
}

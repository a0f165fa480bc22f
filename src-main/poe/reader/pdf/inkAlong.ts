import type { Ink } from '../../../domain/evidence/inkHash.ts'
import type { Shape } from './marks.ts'
import type { Point } from './matrix.ts'
import { type PageSpace, toDisplayed } from './pageSpace.ts'

/** Steps along the longer side of a drawing: finer than the cells in which its ink is counted. */
const STEPS = 240
/** Drawings with longer lines than so many times around are scribbles; what comes then says nothing new. */
const MOST_PLACES = 40_000

/** Places along drawn lines, as far from each other everywhere, as the page shows them. */
export function inkAlong(shapes: readonly Shape[], space: PageSpace): Ink {
  const lines = shapes.map(({ points }) => points.map((point) => shown(point, space)))
  const all = lines.flat()
  const side = Math.max(lengthOf(all.map(([x]) => x)), lengthOf(all.map(([, y]) => y)))
  const ink: { x: number[]; y: number[] } = { x: [], y: [] }
  for (const line of lines)
    for (let i = 1; i < line.length; i += 1) walk(line[i - 1], line[i], side / STEPS, ink)
  return ink
}

const shown = (point: Point, space: PageSpace): Point => {
  const [x, y] = toDisplayed(space, point)
  return [x * space.width, y * space.height]
}

const lengthOf = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity)

function walk(
  [x0, y0]: Point = [0, 0],
  [x1, y1]: Point = [0, 0],
  step: number,
  ink: { readonly x: number[]; readonly y: number[] },
): void {
  const steps = step > 0 ? Math.max(1, Math.round(Math.hypot(x1 - x0, y1 - y0) / step)) : 0
  for (let i = 0; i < steps && ink.x.length < MOST_PLACES; i += 1) {
    ink.x.push(x0 + ((x1 - x0) * i) / steps)
    ink.y.push(y0 + ((y1 - y0) * i) / steps)
  }
}

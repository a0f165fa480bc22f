import type { FactFlag } from '../../../facts/documentFacts.ts'
import type { Shape } from '../marks.ts'
import { type Box, union } from '../matrix.ts'
import { cornersOf, quadOf } from '../pageSpace.ts'
import { isBoxLike } from '../visibility.ts'

/** Type sizes in which people set what is to be read, as the height of a letter's outline. Points. */
const LETTER = { lowest: 2.5, highest: 30 } as const
/** Letters of a line; a company's name in its logo has fewer. */
const LEAST_IN_ROW = 22
/** A line of type as one path: so much longer than high, and so many points a letter. */
const LINE = { ratio: 9, pointsPerLetter: 1.2 } as const

/** Lines of type that are drawn as outlines: a person reads them, no search does (trust.md row 10). */
export function outlinedFlags(page: number, shapes: readonly Shape[]): FactFlag[] {
  const filled = shapes.filter(
    (shape) => shape.filled && shape.annotationId === null && isOutline(shape) && !isBoxLike(shape),
  )
  const rows = [...rowsOf(filled.filter(isLetter)), ...filled.filter(isWholeLine).map(({ box }) => box)]
  if (rows.length === 0) return []
  return [
    {
      kind: 'outlined_text',
      page,
      quads: rows.slice(0, 100).map((box) => quadOf(cornersOf(box))),
      text: null,
      severity: 'medium',
    },
  ]
}

/** Even the simplest letter that is no bar has a bow or some corners. */
const isOutline = ({ points, curves }: Shape): boolean =>
  points.length >= 6 || (points.length >= 4 && curves > 0)

const formOf = (shape: Shape): string =>
  `${shape.points.length} ${sizeOf(shape).w.toFixed(1)} ${sizeOf(shape).h.toFixed(1)}`

const sizeOf = ({ box: [x0, y0, x1, y1] }: Shape): { w: number; h: number } => ({ w: x1 - x0, h: y1 - y0 })

function isLetter(shape: Shape): boolean {
  const { w, h } = sizeOf(shape)
  return h >= LETTER.lowest && h <= LETTER.highest && w > 0.3 && w < h * 2.2 && shape.points.length <= 400
}

function isWholeLine(shape: Shape): boolean {
  const { w, h } = sizeOf(shape)
  const letters = w / (h * 0.6)
  const fits = h >= LETTER.lowest && h <= LETTER.highest && w > h * LINE.ratio && letters >= LEAST_IN_ROW
  return fits && shape.points.length > letters * LINE.pointsPerLetter && jumps(shape) >= LEAST_IN_ROW
}

/** A pen's trace runs on; letters begin anew. */
const jumps = ({ points }: Shape): number =>
  points.filter((point, i) => {
    const next = points[i + 1]
    return next !== undefined && next[0] - point[0] > 1.2
  }).length

/** Boxes of rows with many shapes of many forms; a row of equal shapes is a pattern. */
function rowsOf(letters: readonly Shape[]): Box[] {
  const rows = new Map<number, Shape[]>()
  for (const letter of letters.slice(0, 20_000)) {
    const row = Math.round((letter.box[1] + letter.box[3]) / 2 / 7)
    rows.set(row, [...(rows.get(row) ?? []), letter])
  }
  return [...rows.values()].flatMap((row) => {
    const forms = new Set(row.map(formOf))
    if (row.length < LEAST_IN_ROW || forms.size < 6) return []
    return [row.map(({ box }) => box).reduce(union)]
  })
}

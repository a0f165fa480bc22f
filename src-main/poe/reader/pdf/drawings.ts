import type { Rule, StrokeGroup, TickBox } from '../../facts/documentFacts.ts'
import { inkHash } from '../../../domain/evidence/inkHash.ts'
import { inkAlong } from './inkAlong.ts'
import type { Shape } from './marks.ts'
import { area, type Box, grow, intersect, isInside, shareInside, union } from './matrix.ts'
import { cornersOf, type PageSpace, quadOf, rectOf } from './pageSpace.ts'
import { isBoxLike, luminance } from './visibility.ts'

/** Lines thinner than this are ruled lines, not bars. Points. */
const RULE_THICKNESS = 2.5
const SHORTEST_RULE = 12
/** Parts of one drawing lie closer together than this. */
const JOIN_DISTANCE = 5
/** A signature is drawn within these bounds, in points. */
const PEN = { width: [18, 400], height: [5, 140], points: 12 } as const

export interface Drawings {
  readonly rules: readonly Rule[]
  readonly tickBoxes: readonly TickBox[]
  readonly strokes: readonly StrokeGroup[]
}

const placeOf = (space: PageSpace, box: Box): Pick<Rule, 'rect' | 'quad'> => {
  const corners = cornersOf(box)
  return { rect: rectOf(space, corners), quad: quadOf(corners) }
}

const isVisibleShape = (shape: Shape): boolean => {
  const colour = shape.stroked ? shape.strokeColour : shape.fillColour
  const light = luminance(colour)
  return shape.alpha > 0.1 && colour !== 'transparent' && (light === null || light < 0.85)
}

/** Sorts what is drawn into ruled lines, tick boxes and free strokes. `wordBoxes` gives the seen words in PDF space. */
export function drawingsOf(
  shapes: readonly Shape[],
  space: PageSpace,
  wordBoxes: () => readonly Box[],
): Drawings {
  const onPage = shapes.filter(
    (shape) =>
      isVisibleShape(shape) && area(grow(intersect(intersect(shape.box, shape.clip), space.view), 0.3)) > 0,
  )
  const rules = onPage.flatMap(ruleBoxes)
  const squares = onPage.filter(isSquare)
  const free = onPage.filter((shape) => !isRuleLike(shape) && !isBoxLike(shape) && !isSquare(shape))
  const words = squares.length > 0 ? wordBoxes() : []
  const tickBoxes = dedupe(squares.map(({ box }) => box)).map((box) => ({
    ...placeOf(space, box),
    marked: isMarked(box, free, onPage, words),
  }))
  const strokes = groupStrokes(
    free.filter((shape) => !squares.some(({ box }) => shareInside(shape.box, grow(box, 3)) > 0.9)),
  )
  return {
    rules: dedupe(rules).map((box) => ({ ...placeOf(space, box), horizontal: isAcross(box, space) })),
    tickBoxes,
    strokes: strokes.map((group) => strokeFacts(group, space)),
  }
}

const isAcross = ([x0, y0, x1, y1]: Box, { rotation }: PageSpace): boolean =>
  x1 - x0 > y1 - y0 === (rotation === 0 || rotation === 180)

const isThin = ([x0, y0, x1, y1]: Box): boolean =>
  Math.min(x1 - x0, y1 - y0) <= RULE_THICKNESS && Math.max(x1 - x0, y1 - y0) >= SHORTEST_RULE

const isRuleLike = (shape: Shape): boolean => shape.curves === 0 && isThin(shape.box)

/** The lines that a shape rules: itself when thin, its four sides when it is a stroked rectangle. */
function ruleBoxes(shape: Shape): Box[] {
  if (isRuleLike(shape)) return [shape.box]
  const [x0, y0, x1, y1] = shape.box
  if (!shape.stroked || !isBoxLike(shape) || isSquare(shape)) return []
  return [
    [x0, y0, x1, y0],
    [x0, y1, x1, y1],
    [x0, y0, x0, y1],
    [x1, y0, x1, y1],
  ]
}

function isSquare(shape: Shape): boolean {
  const [x0, y0, x1, y1] = shape.box
  const [w, h] = [x1 - x0, y1 - y0]
  return w >= 5 && w <= 18 && h >= 5 && h <= 18 && Math.abs(w - h) < 2.5 && isBoxLike(shape)
}

function isMarked(box: Box, free: readonly Shape[], all: readonly Shape[], words: readonly Box[]): boolean {
  const inner = grow(box, 1.5)
  const solid = all.some(
    (shape) =>
      shape.filled &&
      isBoxLike(shape) &&
      shareInside(shape.box, inner) > 0.9 &&
      area(shape.box) > area(box) * 0.25 &&
      (luminance(shape.fillColour) ?? 1) < 0.5,
  )
  const crossed = [...free, ...all.filter((shape) => shape.stroked && isDiagonal(shape))].some(
    (shape) => area(intersect(shape.box, inner)) > area(box) * 0.1 && area(shape.box) < area(box) * 6,
  )
  const typed = words.some((word) => isInside((word[0] + word[2]) / 2, (word[1] + word[3]) / 2, box))
  return solid || crossed || typed
}

/** One stroke of a cross or tick; the box's own frame is none. */
const isDiagonal = (shape: Shape): boolean =>
  !isBoxLike(shape) && shape.box[2] - shape.box[0] > 3 && shape.box[3] - shape.box[1] > 3

function dedupe(boxes: readonly Box[]): Box[] {
  const kept = new Map<string, Box>()
  for (const box of boxes) kept.set(box.map((value) => Math.round(value)).join(' '), box)
  return [...kept.values()]
}

function groupStrokes(shapes: readonly Shape[]): Shape[][] {
  const groups: { shapes: Shape[]; box: Box }[] = []
  for (const shape of shapes.slice(0, 5000)) {
    const near = groups.filter(
      (group) =>
        group.shapes[0]?.annotationId === shape.annotationId &&
        area(intersect(grow(group.box, JOIN_DISTANCE), grow(shape.box, 0.1))) > 0,
    )
    const joined = { shapes: [shape], box: shape.box }
    for (const group of near) {
      joined.shapes.unshift(...group.shapes)
      joined.box = union(joined.box, group.box)
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push(joined)
  }
  return groups.map((group) => group.shapes)
}

function strokeFacts(shapes: readonly Shape[], space: PageSpace): StrokeGroup {
  const box = shapes.map((shape) => shape.box).reduce(union)
  const points = shapes.reduce((sum, shape) => sum + shape.points.length, 0)
  const annotated = shapes.some((shape) => shape.annotationId !== null)
  const penLike = isPenLike(shapes, box, points)
  return {
    ...placeOf(space, intersect(box, space.view)),
    points,
    penLike,
    source: annotated ? 'annotation' : 'native',
    ink: null,
    inkHash: penLike ? inkHash(inkAlong(shapes, space)) : null,
  }
}

/** Long against its box, many changes of direction, sized like writing. Logos are compact, rules straight, bullets small. */
function isPenLike(shapes: readonly Shape[], [x0, y0, x1, y1]: Box, points: number): boolean {
  const [w, h] = [x1 - x0, y1 - y0]
  if (w < PEN.width[0] || w > PEN.width[1] || h < PEN.height[0] || h > PEN.height[1]) return false
  if (points < PEN.points || w < h * 0.6) return false
  return shapes.some((shape) => shape.curves >= 3 || turns(shape) >= 6)
}

/** How often a trace changes between going up and going down. */
function turns({ points }: Shape): number {
  let count = 0
  let last = 0
  for (let i = 1; i < points.length; i += 1) {
    const step = Math.sign((points[i]?.[1] ?? 0) - (points[i - 1]?.[1] ?? 0))
    if (step !== 0 && last !== 0 && step !== last) count += 1
    if (step !== 0) last = step
  }
  return count
}

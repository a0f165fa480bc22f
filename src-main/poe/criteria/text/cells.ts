import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { inPoints } from './place.ts'

interface RuledLines {
  readonly across: readonly Rect[]
  readonly upright: readonly Rect[]
}

const ruled = new WeakMap<PageFacts, RuledLines>()

function linesOfPage(page: PageFacts): RuledLines {
  const known = ruled.get(page)
  if (known) return known
  const boxes = page.rules.map(({ rect, horizontal }) => ({ box: inPoints(rect, page), horizontal }))
  const lines = {
    across: boxes.filter(({ horizontal }) => horizontal).map(({ box }) => box),
    upright: boxes.filter(({ horizontal }) => !horizontal).map(({ box }) => box),
  }
  ruled.set(page, lines)
  return lines
}

/** Cells that hold a signature or a line of a form are no higher, and no wider than most of the page. Points. */
const HIGHEST_PT = 220
const SLACK_PT = 3

const middleX = ([x0, , x1]: Rect): number => (x0 + x1) / 2
const middleY = ([, y0, , y1]: Rect): number => (y0 + y1) / 2
const spansX = ([x0, , x1]: Rect, x: number): boolean => x >= x0 - SLACK_PT && x <= x1 + SLACK_PT
const spansY = ([, y0, , y1]: Rect, y: number): boolean => y >= y0 - SLACK_PT && y <= y1 + SLACK_PT

/** The cell around a box, and the one around that: a stamp brings a frame of its own into its cell. */
export function cellsAround(box: Rect, page: PageFacts): Rect[] {
  const inner = cellAround(box, page)
  const outer = inner && cellAround(box, page, inner)
  return [...(inner ? [inner] : []), ...(outer ? [outer] : [])]
}

/** The ruled cell around the middle of a box, in points; null where it is not closed on all four sides. `beyond`: outside this one. */
export function cellAround(box: Rect, page: PageFacts, beyond?: Rect): Rect | null {
  const { across, upright } = linesOfPage(page)
  const [x, y] = [middleX(box), middleY(box)]
  const rows = across.filter((line) => spansX(line, x)).map(middleY)
  const columns = upright.filter((line) => spansY(line, y)).map(middleX)
  const cell: Rect = [
    Math.max(...columns.filter((at) => at <= (beyond ? beyond[0] - SLACK_PT : x))),
    Math.max(...rows.filter((at) => at <= (beyond ? beyond[1] - SLACK_PT : y))),
    Math.min(...columns.filter((at) => at > (beyond ? beyond[2] + SLACK_PT : x))),
    Math.min(...rows.filter((at) => at > (beyond ? beyond[3] + SLACK_PT : y))),
  ]
  return cell.every(Number.isFinite) && cell[3] - cell[1] < HIGHEST_PT ? cell : null
}

/** The box stands in a cell of the same row of one table: the lines over and under the row go on there. */
export function sharesTableRow(cell: Rect, box: Rect, page: PageFacts): boolean {
  if (middleY(box) < cell[1] || middleY(box) > cell[3]) return false
  return [cell[1], cell[3]].every((y) => isRuledTo(linesOfPage(page).across, y, cell, box))
}

/** The same for a column. */
export function sharesTableColumn(cell: Rect, box: Rect, page: PageFacts): boolean {
  if (middleX(box) < cell[0] || middleX(box) > cell[2]) return false
  const turn = ([x0, y0, x1, y1]: Rect): Rect => [y0, x0, y1, x1]
  const lines = linesOfPage(page).upright.map(turn)
  return [cell[0], cell[2]].every((x) => isRuledTo(lines, x, turn(cell), turn(box)))
}

/** Line pieces at this height lead from the cell to the box without a wide gap. */
function isRuledTo(lines: readonly Rect[], y: number, cell: Rect, box: Rect): boolean {
  const from = Math.min(middleX(cell), middleX(box))
  const to = Math.max(middleX(cell), middleX(box))
  const pieces = lines
    .filter((line) => Math.abs(middleY(line) - y) <= SLACK_PT)
    .toSorted((a, b) => a[0] - b[0])
  let reached = from
  for (const [x0, , x1] of pieces) if (x0 <= reached + SLACK_PT) reached = Math.max(reached, x1)
  return reached >= to - SLACK_PT
}

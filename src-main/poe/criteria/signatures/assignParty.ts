import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { cellsAround, sharesTableColumn, sharesTableRow } from '../text/cells.ts'
import { linesOf } from '../text/passages.ts'
import { boxOfPassage, gapX, gapY, unionRect } from '../text/place.ts'
import type { Anchor } from './anchors.ts'
import { type Mark, SIGNATURE_CUE } from './marks.ts'
import { STAMP } from './stampWords.ts'
import { signingLines } from './signingLines.ts'

export interface PlacedMark {
  readonly mark: Mark
  readonly party: Anchor['party'] | 'unknown'
  /** The line by which the party was told; null when none was. */
  readonly anchor: Anchor | null
}

/** A heading stands at most so far over its signature, a name line so far below. Points. */
const ABOVE_PT = 150
const BELOW_PT = 85
/** Farther to the side lies another column. */
const SIDE_PT = 55
/** One way of reading the column must fit so much better than the other before distances decide. */
const CLEAR_RATIO = 0.5

const middleY = (box: Rect): number => (box[1] + box[3]) / 2

/** Whose each mark of a page is. Marks that lie over each other make a column and are read together. */
export function assignParties(marks: readonly Mark[], anchors: readonly Anchor[]): PlacedMark[] {
  return columnsOf(marks).flatMap((column) => assignColumn(column, anchors))
}

/** What labels a place to sign in its row: a word for signing, or "By:". */
const SIGNS_HERE = new RegExp(`${SIGNATURE_CUE.source}|^by ?:?$`, 'u')

/** "Signature:" in the mark's row: its place begins there, and headings stand over that. */
function withLabel(mark: Mark, others: readonly Mark[]): Mark {
  const { box, document, page } = mark
  const label = linesOf(document, page)
    .filter((line) => line.words.length <= 5 && SIGNS_HERE.test(line.folded) && !STAMP.test(line.folded))
    .map(boxOfPassage)
    .filter(
      (own) =>
        own[2] <= box[0] + 4 &&
        box[0] - own[2] < LABEL_REACH_PT &&
        middleY(own) > box[1] - 8 &&
        middleY(own) < box[3] + 8,
    )
    .toSorted((a, b) => b[2] - a[2])[0]
  const isParted =
    label !== undefined &&
    [...linesOf(document, page).map(boxOfPassage), ...others.map((other) => other.box)].some(
      (own) =>
        own[0] >= label[2] && own[2] <= box[0] + 4 && middleY(own) > label[1] && middleY(own) < label[3],
    )
  return label && !isParted ? { ...mark, box: unionRect([mark.box, label]) } : mark
}

/** From a label to what stands behind it. */
const LABEL_REACH_PT = 120

function columnsOf(marks: readonly Mark[]): Mark[][] {
  const columns: Mark[][] = []
  for (const mark of marks) {
    const own = columns.filter((column) => column.some((other) => gapX(other.box, mark.box) < 20))
    const joined = [...own.flat(), mark]
    for (const column of own) columns.splice(columns.indexOf(column), 1)
    columns.push(joined)
  }
  return columns.map((column) => column.toSorted((a, b) => middleY(a.box) - middleY(b.box)))
}

function assignColumn(column: readonly Mark[], anchors: readonly Anchor[]): PlacedMark[] {
  const labelled = new Map(
    column.map((mark) => [mark, labelOf(mark, anchors) ?? anchorInTable(mark, anchors)] as const),
  )
  const inForms = column.flatMap((mark): PlacedMark[] => {
    const anchor = labelled.get(mark)
    return anchor ? [{ mark: { ...mark, isInvited: true }, party: anchor.party, anchor }] : []
  })
  const others = column.filter((mark) => !labelled.get(mark))
  return [...inForms, ...assignByHeadings(others, anchors)]
}

/** A form's cell for the signature stands at most so far behind its label. Points. */
const CELL_REACH_PT = 200

/** "Customer signature" in the row of a form whose next cell holds the mark; null = no such label. */
function labelOf({ box }: Mark, anchors: readonly Anchor[]): Anchor | null {
  const labels = anchors.filter(
    (anchor) =>
      anchor.isHeading &&
      anchor.passage.words.length <= 5 &&
      SIGNATURE_CUE.test(anchor.passage.folded) &&
      middleY(anchor.box) > box[1] &&
      middleY(anchor.box) < box[3] &&
      box[0] >= anchor.box[2] &&
      box[0] - anchor.box[2] < CELL_REACH_PT,
  )
  return labels.toSorted((a, b) => b.box[2] - a.box[2])[0] ?? null
}

/** Whose cell of a table the mark stands in: by its own words, by its row's, by its column's; null where these name nobody, or both. */
function anchorInTable({ box, page, kind }: Mark, anchors: readonly Anchor[]): Anchor | null {
  const [inner, outer] = cellsAround(box, page)
  const own = inner ? anchorOfCell(inner, page, anchors) : null
  if (own || outer === undefined || kind !== 'esign_stamp') return own
  return anchorOfCell(outer, page, anchors)
}

function anchorOfCell(cell: Rect, page: PageFacts, anchors: readonly Anchor[]): Anchor | null {
  const inside = anchors.filter((anchor) => isInside(anchor.box, cell))
  const inRow = anchors.filter((anchor) => sharesTableRow(cell, anchor.box, page))
  const inColumn = anchors.filter((anchor) => sharesTableColumn(cell, anchor.box, page))
  for (const isHeading of [true, false]) {
    for (const found of [inside, inRow, inColumn]) {
      const own = found.filter((anchor) => anchor.isHeading === isHeading)
      const [first] = own
      if (first && own.every(({ party }) => party === first.party)) return first
    }
  }
  return nearestOverCell(cell, inColumn)
}

const isInside = (inner: Rect, cell: Rect): boolean =>
  gapX(inner, cell) === 0 && middleY(inner) > cell[1] && middleY(inner) < cell[3]

/** Where one side's rows follow the other's, each under a heading of its own. */
const nearestOverCell = (cell: Rect, anchors: readonly Anchor[]): Anchor | null =>
  anchors
    .filter(({ box, isHeading }) => isHeading && box[3] <= cell[1] + 3)
    .toSorted((a, b) => b.box[1] - a.box[1])[0] ?? null

function assignByHeadings(alone: readonly Mark[], anchors: readonly Anchor[]): PlacedMark[] {
  const marks = alone.map((mark) => withLabel(mark, alone))
  const around = anchors.filter((anchor) =>
    marks.some(({ box }) => isWithin(anchor.box, box) && isOwnColumn(anchor.box, box, anchors)),
  )
  // Whose place it is says the heading; a person's name under it only says who signed there.
  const headings = around.filter(({ isHeading }) => isHeading)
  const near = headings.length > 0 ? headings : around
  const over = marks.map((mark) => nearestOver(mark, near))
  const under = marks.map((mark) => nearestUnder(mark, near))
  const style = styleOf(marks, over, under, near)
  return marks.map((mark, i) => {
    const [above, below] = [over[i] ?? null, under[i] ?? null]
    if (above && hasLabelOver(mark)) return { mark: alone[i] ?? mark, party: above.party, anchor: above }
    const agreed = above && below && above.party === below.party ? above : null
    const inside = near.find(({ box }) => gapY(box, mark.box) === 0 && gapX(box, mark.box) === 0)
    const chosen =
      agreed ?? (style === 'over' ? above : style === 'under' ? below : null) ?? aloneOf(above, below)
    const anchor = inside && agreed === null && chosen === null ? inside : chosen
    return { mark: alone[i] ?? mark, party: anchor?.party ?? 'unknown', anchor }
  })
}

/** "Signature:" and the signature under it: then what follows below is the next place. */
function hasLabelOver({ box, document, page }: Mark): boolean {
  return linesOf(document, page).some((line) => {
    const own = boxOfPassage(line)
    const isLabel = line.words.length <= 5 && line.folded.endsWith(':') && SIGNS_HERE.test(line.folded)
    return isLabel && gapX(own, box) === 0 && own[3] <= box[1] + 4 && box[1] - own[3] < LABEL_OVER_PT
  })
}
const LABEL_OVER_PT = 20

const aloneOf = (above: Anchor | null, below: Anchor | null): Anchor | null =>
  above === null || below === null ? (above ?? below) : null

function isWithin(anchor: Rect, mark: Rect): boolean {
  const up = mark[1] - anchor[3]
  const down = anchor[1] - mark[3]
  return up <= ABOVE_PT && down <= BELOW_PT && gapX(anchor, mark) <= SIDE_PT
}

/** A neighbour column's anchor reaches over by its length only; then one of this column stands in the same row. */
function isOwnColumn(anchor: Rect, mark: Rect, anchors: readonly Anchor[]): boolean {
  const distance = gapX(anchor, mark)
  if (distance === 0) return true
  return !anchors.some(
    ({ box }) =>
      box !== anchor && gapX(box, mark) < distance && Math.abs(middleY(box) - middleY(anchor)) < 14,
  )
}

function nearestOver(mark: Mark, anchors: readonly Anchor[]): Anchor | null {
  const own = anchors.filter(({ box }) => isWithin(box, mark.box) && middleY(box) <= middleY(mark.box))
  return own.toSorted((a, b) => middleY(b.box) - middleY(a.box))[0] ?? null
}

function nearestUnder(mark: Mark, anchors: readonly Anchor[]): Anchor | null {
  const own = anchors.filter(
    ({ box, party }) =>
      isWithin(box, mark.box) &&
      middleY(box) > middleY(mark.box) &&
      (party !== 'other' || box[1] - mark.box[3] < ONLOOKER_UNDER_PT),
  )
  return own.toSorted((a, b) => middleY(a.box) - middleY(b.box))[0] ?? null
}

/** "Witness" stands over its line, or close under it; farther below it is the next place. */
const ONLOOKER_UNDER_PT = 24

/**
 * Whether in this column names stand over their signatures or under them. Told by what fits every mark; where both do and
 * contradict each other, by distance, and only when that is clear.
 */
function styleOf(
  marks: readonly Mark[],
  over: readonly (Anchor | null)[],
  under: readonly (Anchor | null)[],
  headings: readonly Anchor[],
): 'over' | 'under' | null {
  const allOver = over.every((anchor) => anchor !== null)
  const allUnder = under.every((anchor) => anchor !== null)
  if (allOver !== allUnder) return allOver ? 'over' : 'under'
  if (!allOver) return null
  if (standOver(marks, under, headings)) return 'over'
  const sum = (anchors: readonly (Anchor | null)[]): number =>
    marks.reduce((total, mark, i) => total + 4 + gapY(anchors[i]?.box ?? mark.box, mark.box), 0)
  const [overGap, underGap] = [sum(over), sum(under)]
  if (overGap < underGap * CLEAR_RATIO) return 'over'
  if (underGap < overGap * CLEAR_RATIO) return 'under'
  return styleOfChains(marks, over, under)
}

/** A name under its signature stands as near to it as this. Points. */
const NAME_UNDER_PT = 12

/**
 * A column with a line to sign on below its last heading and none over its first has its names over their signatures, unless a mark
 * stands as near to the next name as if that were written under it.
 */
function standOver(
  marks: readonly Mark[],
  under: readonly (Anchor | null)[],
  headings: readonly Anchor[],
): boolean {
  const [page] = marks.map((mark) => mark.page)
  const sorted = headings.filter(({ isHeading }) => isHeading).toSorted((a, b) => a.box[1] - b.box[1])
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (page === undefined || first === undefined || last === undefined) return false
  if (marks.some(({ box }, i) => (under[i]?.box[1] ?? Infinity) - box[3] < NAME_UNDER_PT)) return false
  const lines = signingLines(page)
  const isWithinReach = (rule: Rect, anchor: Anchor, gap: number): boolean =>
    gapX(rule, anchor.box) < SIDE_PT && gap > -4 && gap < ABOVE_PT
  return (
    lines.some((rule) => isWithinReach(rule, last, rule[1] - last.box[3])) &&
    !lines.some((rule) => isWithinReach(rule, first, first.box[1] - rule[3]))
  )
}

/** A break in the one chain must be so much smaller than in the other. */
const UNBROKEN_RATIO = 0.75

/**
 * What belongs together stands together: from a heading over its name and title down to the line to sign on, no gap is as wide as the one
 * before the next side's heading. So the chain of lines from mark to anchor without a wide gap tells, where distances alone do not.
 */
function styleOfChains(
  marks: readonly Mark[],
  over: readonly (Anchor | null)[],
  under: readonly (Anchor | null)[],
): 'over' | 'under' | null {
  const widest = (anchors: readonly (Anchor | null)[]): number =>
    Math.max(...marks.map((mark, i) => widestBreak(mark, anchors[i]?.box ?? mark.box)))
  const [overBreak, underBreak] = [widest(over), widest(under)]
  if (overBreak < underBreak * UNBROKEN_RATIO) return 'over'
  return underBreak < overBreak * UNBROKEN_RATIO ? 'under' : null
}

/** The widest empty stretch between a mark and an anchor over or under it, over the lines of their column. Points. */
function widestBreak({ box, document, page }: Mark, anchor: Rect): number {
  const [upper, lower] = middleY(anchor) < middleY(box) ? [anchor, box] : [box, anchor]
  const between = linesOf(document, page)
    .map(boxOfPassage)
    .filter(
      (line) => gapX(line, box) < SIDE_PT && middleY(line) > middleY(upper) && middleY(line) < middleY(lower),
    )
    .toSorted((a, b) => a[1] - b[1])
  let [reached, widest] = [upper[3], 0]
  for (const line of [...between, lower]) {
    widest = Math.max(widest, line[1] - reached)
    reached = Math.max(reached, line[3])
  }
  return widest
}

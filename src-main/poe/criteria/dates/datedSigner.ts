import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import type { PlacedMark } from '../signatures/assignParty.ts'
import type { SignedPage } from '../signatures/findSignatures.ts'
import { signingLines } from '../signatures/signingLines.ts'
import { cellAround, sharesTableColumn, sharesTableRow } from '../text/cells.ts'
import { linesOf } from '../text/passages.ts'
import { boxOfPassage, gapX } from '../text/place.ts'

/** In a table that is signed in: the one signature in the date's row, else the one in its column. */
export function signerInTable(date: Rect, marks: readonly PlacedMark[], page: PageFacts): PlacedMark | null {
  const cell = cellAround(date, page)
  if (cell === null) return null
  const inRow = marks.filter(({ mark }) => sharesTableRow(cell, mark.box, page))
  const found = inRow.length > 0 ? inRow : marks.filter(({ mark }) => sharesTableColumn(cell, mark.box, page))
  const [first] = found
  return first && found.every(({ party }) => party === first.party) ? first : null
}

/** What is written on a line stands at most so far over it, and a hand reaches under it. Points. */
const ON_LINE = { over: 16, under: 8 } as const

/** Place and day on one line, the signature on another beside it at the same height: the one signature on it. */
export function signerOnLine(date: Rect, marks: readonly PlacedMark[], page: PageFacts): PlacedMark | null {
  const lines = signingLines(page)
  const under = (box: Rect): Rect | undefined =>
    lines.find(
      (line) => line[1] - box[3] < ON_LINE.over && box[3] - line[1] < ON_LINE.under && gapX(line, box) === 0,
    )
  const own = under(date)
  if (own === undefined) return null
  const beside = marks.filter(({ mark }) => {
    const line = under(mark.box)
    return line !== undefined && Math.abs(line[1] - own[1]) < SAME_HEIGHT_PT
  })
  const [first] = beside
  return first && beside.length === 1 ? first : null
}
const SAME_HEIGHT_PT = 4

/** Places that stand side by side begin within so much of each other's height, and go on so far. Points. */
const BESIDE_PT = 30
const COLUMN_PT = 210

/** Where both sides' places stand side by side, set flush: the signature of the column in which the date stands. */
export function signerInColumn(date: Rect, { marks, anchors, page }: SignedPage): PlacedMark | null {
  for (const placed of marks) {
    const { anchor, mark } = placed
    if (!anchor?.isHeading) continue
    const top = Math.min(anchor.box[1], mark.box[1])
    if (date[3] < top - BESIDE_PT / 2 || date[1] - top > COLUMN_PT) continue
    const beside = anchors.find(
      (other) =>
        other.isHeading &&
        other.party !== anchor.party &&
        Math.abs(other.box[1] - anchor.box[1]) < BESIDE_PT &&
        gapX(other.box, anchor.box) > 0,
    )
    if (beside === undefined) continue
    const [left, right] = anchor.box[0] < beside.box[0] ? [anchor, beside] : [beside, anchor]
    if (![left, right].every(({ box }) => isFlush(box, placed, page)) || date[0] < left.box[0] - 4) continue
    const own = date[0] < right.box[0] - 4 ? left : right
    if (own === anchor) return marks.filter((one) => one.party === anchor.party).length === 1 ? placed : null
  }
  return null
}

/** Other lines near begin where the name does. */
const isFlush = (heading: Rect, { mark }: PlacedMark, page: PageFacts): boolean =>
  linesOf(mark.document, page)
    .map(boxOfPassage)
    .some(
      (box) =>
        Math.abs(box[1] - heading[1]) > 4 &&
        Math.abs(box[1] - heading[1]) < COLUMN_PT / 2 &&
        Math.abs(box[0] - heading[0]) < 3,
    )

import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { findDates } from '../dates/findDates.ts'
import { isSurelyRead } from '../text/misreadings.ts'
import { linesOf, type JudgedDocument, type Passage } from '../text/passages.ts'
import { boxOfPassage, gapX, inPoints, unionRect } from '../text/place.ts'
import type { PlacedMark } from './assignParty.ts'
import { DATE_LABEL, type Mark, nearLines, writtenInk } from './marks.ts'

/** Signatures are mostly higher than a line of figures. */
const HIGHEST_PT = 40
const LABEL_REACH_PT = 26
/** So far behind its label a hand may go on: a place, a day, a month and a year. */
const ROW_REACH_PT = 230

const SIGN_LABEL =
  /\b(?:signature|firma|unterschrift|assinatura|handtekening|podpis|sign here|authori[sz]ed)\b|署名|押印/u

/** A drawing beside a label that asks for a date, where none is typed. */
export function isWrittenDate(mark: Mark): boolean {
  if (mark.kind !== 'drawn' || mark.box[3] - mark.box[1] > HIGHEST_PT) return false
  const lines = linesOf(mark.document, mark.page)
  const labels = lines.filter(
    (line) =>
      line.words.length <= 5 &&
      DATE_LABEL.test(line.folded) &&
      findDates(line).length === 0 &&
      boxOfPassage(line)[0] < mark.box[2] - 2,
  )
  const isLabelled =
    nearLines(mark.rect, mark.page, labels, LABEL_REACH_PT).length > 0 ||
    labels.some((label) => isInRowOf(label, mark))
  return (
    isLabelled &&
    !nearLines(mark.rect, mark.page, lines, LABEL_REACH_PT).some((line) => SIGN_LABEL.test(line.folded))
  )
}

/** How far the middle of a drawing lies from the row of the nearest date label; what stands in that row is the date. */
export function offRow({ box, page, document }: Mark): number {
  const labels = linesOf(document, page).filter(({ folded }) => DATE_LABEL.test(folded))
  const middle = (box[1] + box[3]) / 2
  return Math.min(...labels.map(boxOfPassage).map((own) => Math.abs((own[1] + own[3]) / 2 - middle)))
}

/** In the row of a label on a picture, to its right, with nothing between them that was read for sure. */
function isInRowOf(label: Passage, { box, page, document }: Mark): boolean {
  if (page.ocr === null) return false
  const own = boxOfPassage(label)
  const middle = (box[1] + box[3]) / 2
  if (middle < own[1] - 3 || middle > own[3] + 3) return false
  if (box[0] < own[2] || box[0] - own[2] > ROW_REACH_PT) return false
  return !linesOf(document, page).some((line) => {
    const between = boxOfPassage(line)
    const inRow =
      between[1] < own[3] && between[3] > own[1] && between[0] >= own[2] && between[2] <= box[0] + 3
    return inRow && line.words.every(isSurelyRead)
  })
}

/** Below or beside a signature a date stands at most so far from it. */
const SIGNATURE_REACH_PT = { down: 70, up: 45, side: 110 } as const

/**
 * On a picture: ink of the height of figures by the customer's signature, which recognition could not read and no label names. Nearest
 * first; it tells where to look, not that it is a date.
 */
export function figuresBySignature(
  document: JudgedDocument,
  page: PageFacts,
  signatures: readonly PlacedMark[],
): PlacedMark[] {
  if (page.ocr === null) return []
  const ink = writtenInk(document, page).filter(({ box }) => box[3] - box[1] <= HIGHEST_PT)
  const near = signatures
    .filter(({ party, mark }) => party === 'customer' && mark.kind === 'drawn')
    .flatMap((signature) =>
      ink.map((mark) => ({ mark, signature, distance: distanceTo(mark.box, signature.mark.box) })),
    )
    .filter(({ distance }) => distance < Infinity)
    .toSorted((a, b) => a.distance - b.distance)
  return near.map(({ mark, signature }) => ({ ...signature, mark }))
}

function distanceTo(ink: Rect, signature: Rect): number {
  const dx = gapX(ink, signature)
  const down = Math.max(ink[1] - signature[3], 0)
  const up = Math.max(signature[1] - ink[3], 0)
  const { side, down: lowest, up: highest } = SIGNATURE_REACH_PT
  return dx > side || down > lowest || up > highest ? Infinity : dx + down + 1.5 * up
}

/** Ink and unsure words of one hand stand at most so far apart in their row. */
const ROW_GAP_PT = 26

/** A part of what a hand wrote, grown over the rest of its row: figures and words that recognition left, or was not sure of. */
export function wholeRow(mark: Mark): Mark {
  const { page } = mark
  const parts = [
    ...page.strokes
      .filter(({ ink, penLike }) => ink !== null && !penLike)
      .map(({ rect, quad }) => ({ rect, quad })),
    ...page.words.filter((word) => !isSurelyRead(word) || /^\d{1,4}[./]?$/u.test(word.text)),
  ]
    .map(({ rect, quad }) => ({ rect, quad, box: inPoints(rect, page) }))
    .filter(({ box }) => box[3] - box[1] <= HIGHEST_PT && sharesRow(box, mark.box))
  let [reached, joined] = [mark.box, [{ rect: mark.rect, quad: mark.quads[0] ?? [], box: mark.box }]]
  for (let found = parts; found.length > 0; ) {
    found = parts.filter((part) => !joined.includes(part) && gapX(part.box, reached) < ROW_GAP_PT)
    joined = [...joined, ...found]
    reached = unionRect(joined.map(({ box }) => box))
  }
  const rect = unionRect(joined.map((part) => part.rect))
  return { ...mark, rect, box: inPoints(rect, page), quads: joined.map(({ quad }) => quad) }
}

function sharesRow(a: Rect, b: Rect): boolean {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return shared > 0.4 * Math.min(a[3] - a[1], b[3] - b[1])
}

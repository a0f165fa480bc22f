import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { findDates } from '../dates/findDates.ts'
import { cellAround } from '../text/cells.ts'
import { fold } from '../../../domain/names/fold.ts'
import { type JudgedDocument, linesOf, type Passage } from '../text/passages.ts'
import { boxOfPassage, gapX, unionRect } from '../text/place.ts'
import { isNoDigitalLook } from './digitalLook.ts'
import { type Mark, SIGNATURE_CUE } from './marks.ts'
import { namesSomebody, STAMP, STAMP_ID, STAMP_TIME } from './stampWords.ts'

/** Lines that stand together as one stamp of an e-signing service. */
export interface StampCluster {
  readonly document: JudgedDocument
  readonly page: PageFacts
  readonly passages: readonly Passage[]
  /** Points. */
  readonly box: Rect
  /** It says itself who signed. */
  readonly namesSigner: boolean
}

const MOST_LINES = 6
/** Between two lines of a stamp there is less than this of their type's size. */
const LINE_GAP = 0.8
const SIZE_RATIO = 1.12

export function stampClusters(document: JudgedDocument, page: PageFacts): StampCluster[] {
  const lines = linesOf(document, page).filter(isNoDigitalLook)
  const clusters: Passage[][] = []
  for (const seed of lines.filter(({ folded }) => STAMP.test(folded))) {
    if (clusters.some((cluster) => cluster.includes(seed))) continue
    clusters.push(clusterOf(seed, lines))
  }
  return clusters
    .map((passages) => ({
      document,
      page,
      passages,
      box: unionRect(passages.map(boxOfPassage)),
      namesSigner: namesSomebody(
        passages.flatMap(({ words }) => words.map(({ text }) => text)),
        fold,
      ),
    }))
    .filter(isSaidOfSomebody)
}

/** "Signature électronique" by itself is a label. */
const isSaidOfSomebody = ({ namesSigner, passages }: StampCluster): boolean =>
  namesSigner || passages.some(({ folded }) => STAMP_ID.test(folded) || STAMP_TIME.test(folded))

function clusterOf(seed: Passage, lines: readonly Passage[]): Passage[] {
  const cell = cellAround(boxOfPassage(seed), seed.page)
  const inCell = lines.filter((line) => cell === null || isIn(boxOfPassage(line), cell))
  const cluster = [seed]
  for (let grown = true; grown && cluster.length < MOST_LINES; ) {
    const next = inCell.find((line) => !cluster.includes(line) && cluster.some((own) => goesOn(own, line)))
    grown = next !== undefined
    if (next) cluster.push(next)
  }
  return cluster.toSorted((a, b) => boxOfPassage(a)[1] - boxOfPassage(b)[1])
}

const isIn = ([x0, y0, x1, y1]: Rect, cell: Rect): boolean =>
  (x0 + x1) / 2 > cell[0] && (x0 + x1) / 2 < cell[2] && (y0 + y1) / 2 > cell[1] && (y0 + y1) / 2 < cell[3]

/** "Name: …", "Datum" : what a place asks for and a service does not write. */
const LABELLED = /^[\p{L} /]{2,30}:/u

function goesOn(own: Passage, other: Passage): boolean {
  const [a, b] = [boxOfPassage(own), boxOfPassage(other)]
  const [sizeA, sizeB] = [own.words[0]?.size ?? 0, other.words[0]?.size ?? 0]
  if (Math.max(sizeA, sizeB) > Math.min(sizeA, sizeB) * SIZE_RATIO || gapX(a, b) > 0) return false
  const gap = Math.max(a[1] - b[3], b[1] - a[3])
  if (gap > LINE_GAP * sizeA || gap < -0.5 * sizeA) return false
  if (saysOfSigning(other)) return true
  return !LABELLED.test(other.folded) && !SIGNATURE_CUE.test(other.folded) && other.words.length <= 8
}

const saysOfSigning = (line: Passage): boolean =>
  STAMP.test(line.folded) ||
  STAMP_ID.test(line.folded) ||
  (STAMP_TIME.test(line.folded) && findDates(line).length > 0)

export function markOfStamp({ document, page, passages, box }: StampCluster): Mark {
  const words = passages.flatMap((passage) => passage.words)
  return {
    document,
    page,
    kind: 'esign_stamp',
    rect: unionRect(words.map(({ rect }) => rect)),
    quads: words.map(({ quad }) => quad),
    box,
    method: 'text',
    isInvited: true,
    text: passages.map(({ text }) => text).join(' '),
    digital: null,
  }
}

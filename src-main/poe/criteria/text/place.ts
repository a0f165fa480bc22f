import type { Evidence, Quad, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { EvidenceMethod } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { PageFacts, Word } from '../../facts/documentFacts.ts'
import type { FactSource } from '../../facts/factWords.ts'
import type { JudgedDocument, Passage } from './passages.ts'

/** A rect in points of the displayed page: distances and heights mean the same in both directions. */
export function inPoints([x0, y0, x1, y1]: Rect, page: PageFacts): Rect {
  return [x0 * page.width, y0 * page.height, x1 * page.width, y1 * page.height]
}

export function unionRect(rects: readonly Rect[]): Rect {
  return rects.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ])
}

/** Where words stand, in points of the displayed page. There must be one at least. */
export const boxOfWords = (words: readonly Word[], page: PageFacts): Rect =>
  inPoints(unionRect(words.map(({ rect }) => rect)), page)

/** The same of a whole passage. */
export const boxOfPassage = ({ words, page }: Passage): Rect => boxOfWords(words, page)

/** How far apart two boxes stand sideways, and upright; 0 = they overlap there. */
export const gapX = (a: Rect, b: Rect): number => Math.max(a[0] - b[2], b[0] - a[2], 0)
export const gapY = (a: Rect, b: Rect): number => Math.max(a[1] - b[3], b[1] - a[3], 0)

const METHODS: Readonly<Record<FactSource, EvidenceMethod>> = {
  native: 'text',
  annotation: 'annotation',
  field: 'field',
  ocr: 'ocr',
  mail_header: 'mail_header',
  mail_body: 'text',
  docx: 'docx',
  sheet: 'text',
  markup: 'text',
}

/** A place as it can be shown: the paper's own page has none for made-up pages and files inside others, but the viewer does. */
export function shownPlace(
  document: JudgedDocument,
  page: PageFacts,
  rects: readonly Rect[],
  quads: readonly Quad[],
): Pick<Evidence, 'document' | 'page' | 'rects' | 'quads' | 'laid'> {
  const isShown = page.form === 'paged' && document.within === undefined
  return {
    document: document.file,
    page: page.form === 'flow' || document.within !== undefined ? null : page.number,
    rects: isShown ? [...rects] : [],
    quads: isShown ? [...quads] : [],
    ...(isShown
      ? {}
      : { laid: { inside: [...(document.inside ?? [])], page: page.number, quads: [...quads] } }),
  }
}

/** Evidence that stands on these words: one rect and quad a line. */
export function evidenceOfWords(passage: Passage, words: readonly Word[]): Evidence {
  const rows = rowsOf(words)
  const rects = rows.map((row) => unionRect(row.map((word) => word.rect)))
  return {
    ...shownPlace(passage.document, passage.page, rects, rows.map(quadOfRow)),
    text: words.map((word) => word.text).join(' '),
    method: METHODS[words[0]?.source ?? 'native'],
  }
}

export const evidenceOfPassage = (passage: Passage): Evidence => evidenceOfWords(passage, passage.words)

function rowsOf(words: readonly Word[]): Word[][] {
  const rows: Word[][] = []
  for (const word of words) {
    const last = rows.at(-1)?.at(-1)
    const sameRow =
      last !== undefined &&
      word.rect[0] >= last.rect[0] &&
      Math.min(last.rect[3], word.rect[3]) - Math.max(last.rect[1], word.rect[1]) >
        0.5 * Math.min(last.rect[3] - last.rect[1], word.rect[3] - word.rect[1])
    if (sameRow) rows.at(-1)?.push(word)
    else rows.push([word])
  }
  return rows
}

/** From the lower left of the first word to the upper right of the last; upper edges taken where the type is tallest. */
function quadOfRow(row: readonly Word[]): Quad {
  const first = row[0]?.quad ?? []
  const last = row.at(-1)?.quad ?? []
  const corner = (quad: readonly number[], i: number): number[] => [quad[i * 2] ?? 0, quad[i * 2 + 1] ?? 0]
  return [...corner(first, 0), ...corner(last, 1), ...corner(last, 2), ...corner(first, 3)]
}

import type { AnnotationFacts, FactFlag, HiddenWord, PageFacts, Word } from '../../../facts/documentFacts.ts'
import type { Rect } from '../../../../../src-preload/contract/vocabulary/checkShape.ts'

/** Share of a word that must lie under something before it counts as written over. */
const OVER = 0.4

const area = ([x0, y0, x1, y1]: Rect): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0)
const shared = (a: Rect, b: Rect): number =>
  area([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])])
const isUnder = ({ rect }: Pick<Word, 'rect'>, over: Rect): boolean => shared(rect, over) > area(rect) * OVER

/** Comments that cover the page's own words, or write other words over them (trust.md row 13). */
export function overlayFlags(page: PageFacts, annotations: readonly AnnotationFacts[]): FactFlag[] {
  const added = page.words.filter(({ source }) => source === 'annotation')
  const own = page.words.filter(({ source }) => source === 'native')
  return annotations.flatMap(({ kind, rect, shownText }) => {
    const covered: (Word | HiddenWord)[] = page.hiddenWords.filter(
      (word) => word.hidden === 'covered_text' && isUnder(word, rect),
    )
    const letters = added.filter((word) => isUnder(word, rect))
    covered.push(...own.filter((word) => letters.some((letter) => isUnder(word, letter.rect))))
    if (covered.length === 0) return []
    const text = `${kind} ${shownText ?? ''} over: ${covered.map(({ text }) => text).join(' ')}`
    return [
      {
        kind: 'annotation_overlay',
        page: page.number,
        quads: covered.slice(0, 200).map(({ quad }) => quad),
        text: text.slice(0, 300),
        severity: 'high',
      },
    ]
  })
}

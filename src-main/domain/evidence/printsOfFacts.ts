import { pagePrint } from './pagePrint.ts'
import { isPrintValue, type Print } from './prints.ts'
import { textPrint } from './textPrint.ts'

/** What of a document's facts evidence is known again by. The reader's facts are of this shape; the hub reads no more of them. */
export interface PrintedFacts<Page extends PrintedPage = PrintedPage> {
  readonly pages: readonly Page[]
  /** Files inside it, each read by itself. */
  readonly attachments: readonly { readonly facts: PrintedFacts<Page> | null }[]
}

export interface PrintedPage {
  readonly number: number
  readonly textClass: string
  readonly pictureHash: string | null
  readonly words: readonly { readonly text: string }[]
  readonly strokes: readonly InkMark[]
  readonly images: readonly InkMark[]
}

/** Something drawn or pictured that may be a signature; without a hash where the reader saw no trace of a pen. */
export interface InkMark {
  readonly inkHash?: string | null | undefined
}

/** Pages of type look alike whatever they say, and are compared by their words. */
const PICTURED: ReadonlySet<string> = new Set(['scan', 'mixed', 'drawing'])
/** Looks of signatures on one page that are kept; drawings by the hundred are none. */
const MOST_MARKS = 24
const MOST_PRINTS = 600

/** Something on a page that may be a signature. */
type MarkOf<Page extends PrintedPage> = Page['strokes' | 'images'][number]
type IsSigned<Page extends PrintedPage> = (mark: MarkOf<Page>, page: number) => boolean

/**
 * The prints of one document and of the files in it. `isSigned` chooses among what may be a signature. Pages of attachments have no place
 * that could be shown, and stand under 0.
 */
export function printsOfFacts<Page extends PrintedPage>(
  { pages, attachments }: PrintedFacts<Page>,
  isSigned: IsSigned<Page>,
): Print[] {
  const text = textPrint(pages.map(textOf).join(' '))
  const inside = attachments.flatMap(({ facts }) => (facts === null ? [] : printsOfFacts(facts, isSigned)))
  return [
    ...(text === null ? [] : [{ kind: 'text', page: 0, value: text } as const]),
    ...pages.flatMap((page) => [...printOfLook(page), ...printsOfMarks(page, isSigned)]),
    ...inside.map((print) => ({ ...print, page: 0 })),
  ].slice(0, MOST_PRINTS)
}

const textOf = ({ words }: PrintedPage): string => words.map(({ text }) => text).join(' ')

function printOfLook(page: PrintedPage): Print[] {
  const { number, textClass, pictureHash } = page
  if (!PICTURED.has(textClass) || pictureHash === null || !LOOK.test(pictureHash)) return []
  const value = pagePrint(pictureHash, textOf(page))
  return value === null ? [] : [{ kind: 'page', page: number, value }]
}

const LOOK = /^[0-9a-f]{16}$/u

function printsOfMarks<Page extends PrintedPage>(
  { number, strokes, images }: Page,
  isSigned: IsSigned<Page>,
): Print[] {
  return [...strokes, ...images]
    .filter((mark) => isPrintValue('signature', mark.inkHash ?? '') && isSigned(mark, number))
    .slice(0, MOST_MARKS)
    .map(({ inkHash }) => ({ kind: 'signature', page: number, value: inkHash ?? '' }))
}

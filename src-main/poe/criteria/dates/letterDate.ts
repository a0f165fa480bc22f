import type { SignedPage, Signatures } from '../signatures/findSignatures.ts'
import { type JudgedDocument, linesOf } from '../text/passages.ts'
import type { PlacedDate } from './placeDates.ts'

const SALUTATION =
  /^(?:dear|to whom it may concern|sehr geehrte|guten tag|liebe|gentil|egregi|spett|madame|monsieur|mesdames|messieurs|cher|estimad|muy senor|distinguid|prezad|caro|cara|exm|geachte|beste|szanown)/u
/** A line that is a date, maybe with the place before it. */
const MOST_WORDS = 7

/** The author's name stands so far over the place in which the other side accepts. Points. */
const AUTHOR_PT = 150
const MOST_NAME_WORDS = 6

/** Over the customer's signature the partner is named as who closes the letter: the customer only accepts it. */
const isPartnersLetter = ({ anchors, marks }: SignedPage): boolean =>
  anchors.some(
    ({ party, passage, box }) =>
      party === 'partner' &&
      passage.words.length <= MOST_NAME_WORDS &&
      marks.some(({ mark }) => box[3] <= mark.box[1] + 4 && mark.box[1] - box[3] < AUTHOR_PT),
  )

/**
 * The day over the salutation of a letter that only the customer signs: a letter carries its date at its head and none by the
 * signature. Null = it is no such letter, or has no such date.
 */
export function letterDate(
  document: JudgedDocument,
  dates: readonly PlacedDate[],
  { pages }: Signatures,
): PlacedDate | null {
  const marks = pages.filter((page) => page.document === document).flatMap((page) => page.marks)
  if (marks.length === 0 || marks.some(({ party }) => party !== 'customer')) return null
  if (pages.some((page) => page.document === document && isPartnersLetter(page))) return null
  const [first] = document.facts.pages
  if (first === undefined) return null
  const lines = linesOf(document, first)
  const salutation = lines.find(({ folded }) => SALUTATION.test(folded))
  const top = salutation?.words[0]?.rect[1]
  if (top === undefined) return null
  const heads = dates.filter(({ mention }) => {
    const [word] = mention.words
    const line = lines.find(({ words }) => word !== undefined && words.includes(word))
    return mention.precision === 'day' && line !== undefined && line.words.length <= MOST_WORDS
      ? (word?.rect[3] ?? 1) <= top
      : false
  })
  return heads.length === 1 ? (heads[0] ?? null) : null
}

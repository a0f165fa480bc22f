import type { JudgedDocument } from '../text/passages.ts'
import { isReadPage } from '../../facts/readPages.ts'
import type { PlacedMention } from './judgeProducts.ts'

/**
 * Whether the list itself says that a product is none of the work: its line is left open on a page on which somebody ticked another
 * product. What a hand wrote elsewhere on that page does not unsay it; a whole page that nobody read may.
 */
export function isAnsweredByList(
  open: PlacedMention,
  mentions: readonly PlacedMention[],
  documents: readonly JudgedDocument[],
): boolean {
  const { page } = open.passage
  const isAnswered = mentions.some(
    (other) => other.standing === 'ticked' && other.passage.page === page && !sharesName(other, open),
  )
  return isAnswered && documents.every((document) => isReadBut(document, page))
}

const sharesName = (one: PlacedMention, other: PlacedMention): boolean =>
  one.names.some(({ productId }) => other.names.some((name) => name.productId === productId))

/** All of a document was read, `page` aside. */
function isReadBut({ facts }: JudgedDocument, page: PlacedMention['passage']['page']): boolean {
  const isWhole = facts.pages.length > 0 && (facts.pageCount ?? facts.pages.length) === facts.pages.length
  return isWhole && facts.pages.every((each) => each === page || isReadPage(each))
}

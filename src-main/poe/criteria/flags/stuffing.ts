import type { Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PageFacts, Word } from '../../facts/documentFacts.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { companyName, formLength, nameTokens } from '../../../domain/names/companyNames.ts'
import { CUSTOMER_WORDS } from '../parties/roleWords.ts'
import { findMentions, type ProductMention } from '../products/findMentions.ts'
import { blocksOf, type JudgedDocument, linesOf, type Passage } from '../text/passages.ts'
import { flagOfWords } from './flagAt.ts'

/** One product named so often, and by so large a share of all words, is not spoken of but repeated. */
const MOST_MENTIONS = 10
const MOST_SHARE = 0.12
/** A paragraph of so many products and hardly a word between them says nothing of work. */
const LONG_LIST = 10
const LIST_SHARE = 0.7

type Found = { words: readonly Word[]; text: string }

/** Names piled up so that a search finds them: repeated out of proportion, listed without a sentence, or of another customer. */
export function stuffingFlags(parties: DocumentParties, form: ClaimForm): Flag[] {
  const { document } = parties
  const isRepeated = repeatedProducts(document)
  return document.facts.pages.flatMap((page) => {
    const found = [
      ...mentionsOn(document, page).filter(isRepeated).map(foundOf),
      ...bareLists(document, page),
      ...otherCustomers(parties, page, form),
    ]
    return found.length > 0 ? [flagOfWords('keyword_stuffing', 'medium', document, page, found)] : []
  })
}

const foundOf = ({ words }: ProductMention): Found => ({
  words,
  text: words.map(({ text }) => text).join(' '),
})

const mentionsOn = (document: JudgedDocument, page: PageFacts): ProductMention[] =>
  blocksOf(document, page).flatMap(findMentions)

const keyOf = ({ names }: ProductMention): string => names[0]?.productId ?? names[0]?.written ?? ''

function repeatedProducts(document: JudgedDocument): (mention: ProductMention) => boolean {
  const all = document.facts.pages.flatMap((page) => mentionsOn(document, page))
  const inAll = document.facts.pages.reduce((sum, { words }) => sum + words.length, 0)
  const repeated = new Set(
    [...Map.groupBy(all, keyOf)].flatMap(([key, mentions]) => {
      const words = mentions.reduce((sum, mention) => sum + mention.words.length, 0)
      return mentions.length >= MOST_MENTIONS && words / inAll >= MOST_SHARE ? [key] : []
    }),
  )
  return (mention) => repeated.has(keyOf(mention))
}

/** A form's list of boxes to tick, and a table of one product a line, are lists by right. */
function bareLists(document: JudgedDocument, page: PageFacts): Found[] {
  if (page.tickBoxes.length > 2) return []
  return blocksOf(document, page).flatMap((block) => {
    const mentions = findMentions(block)
    const distinct = new Set(mentions.map(keyOf))
    const named = mentions.reduce((sum, { words }) => sum + words.length, 0)
    const isList =
      mentions.length >= LONG_LIST && distinct.size >= 4 && named / block.words.length >= LIST_SHARE
    return isList && isRunOn(block) ? [{ words: block.words, text: block.text }] : []
  })
}

/** Several names in one line; one name a line is a table. */
function isRunOn({ words }: Passage): boolean {
  const rows = new Set(words.map(({ rect }) => Math.round(rect[1] * 400)))
  return words.length / rows.size >= 5
}

const EITHER = CUSTOMER_WORDS.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')
const LABEL = new RegExp(`^(?:name of (?:the )?)?(?:${EITHER})(?: name)?\\s?:\\s+(?=\\S)`, 'u')

/** "Customer: Somebody else GmbH" on a paper which names this claim's customer too: text of another engagement. */
function otherCustomers(
  { document, customer, partner }: DocumentParties,
  page: PageFacts,
  form: ClaimForm,
): Found[] {
  if (customer.mentions.length === 0) return []
  const own = [form.customer.companyName, form.partnerCompanyName].map(
    (name) => companyName(name).core[0] ?? '',
  )
  const known = [...own, ...[...customer.aliases, ...partner.aliases].map(({ core }) => core[0] ?? '')]
  return linesOf(document, page).flatMap((line) => {
    const label = LABEL.exec(line.folded)
    if (label === null || line.words.length > 12) return []
    const at = line.words.findIndex((_, i) => (line.foldedStarts[i] ?? 0) >= label[0].length)
    const tokens = nameTokens(line.words.slice(at).map(({ text }) => text)).map(({ text }) => text)
    const hasForm = tokens.some((_, i) => i > 0 && formLength(tokens, i) > 0)
    const isOwn = tokens.some((token) => known.includes(token))
    return hasForm && !isOwn ? [{ words: line.words, text: line.text }] : []
  })
}

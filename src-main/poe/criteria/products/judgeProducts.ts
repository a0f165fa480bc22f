import type { ClaimForm, ClaimItem } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Evidence } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Word } from '../../facts/documentFacts.ts'
import { type Coverage, opinion, type Opinion } from '../opinion.ts'
import { decided, firstRule, saw } from '../trail.ts'
import { paperKind } from '../paperKind.ts'
import type { SentenceCode } from '../sentences.ts'
import { ACTIVITY_WORDS } from '../service/activityWords.ts'
import { blocksOf, type JudgedDocument, type Passage, passageOf, sentencesOf } from '../text/passages.ts'
import { evidenceOfWords } from '../text/place.ts'
import { isAnsweredByList } from './answeredList.ts'
import { findProduct } from './catalogue.ts'
import { findMentions, type ProductMention } from './findMentions.ts'
import { type NameStrength, namesOutsideCatalogue, productTokens } from './nameIndex.ts'
import { type Standing, standingOf } from './standing.ts'

/** A product's name in the papers, with what it is worth. */
export interface PlacedMention extends ProductMention {
  readonly standing: Standing
  readonly sentence: Passage
  /** The paper is only an invoice or a quote: its lines are no work. */
  readonly inPriceList: boolean
}

/** Every product, suite and twin named in the papers. */
export function productMentions(documents: readonly JudgedDocument[]): PlacedMention[] {
  return documents.flatMap((document) => {
    const inPriceList = isPriceList(document)
    return document.facts.pages.flatMap((page) =>
      blocksOf(document, page).flatMap((block) => placed(block, inPriceList)),
    )
  })
}

const isPriceList = (document: JudgedDocument): boolean =>
  ['invoice', 'quote', 'licences'].includes(paperKind(document).kind)

function placed(block: Passage, inPriceList: boolean): PlacedMention[] {
  const sentences = sentencesOf(block)
  return findMentions(block).map((mention) => {
    const sentence = sentences.find(({ words }) => words.includes(mention.words[0] as Word)) ?? block
    return { ...mention, sentence, inPriceList, standing: standingOf(block, mention.words, sentence) }
  })
}

export interface ProductJudgement {
  readonly items: ReadonlyMap<string, Opinion>
  /** The worst of all items. */
  readonly whole: Opinion
  /** Mentions that show a claimed item in the work: what the description must be about. */
  readonly claimed: readonly PlacedMention[]
}

/** Criterion E: each claimed item is named, by any of its names, as part of the work or as a ticked line. */
export function judgeProducts(
  documents: readonly JudgedDocument[],
  mentions: readonly PlacedMention[],
  form: ClaimForm,
  coverage: Coverage,
  isUsable: boolean,
): ProductJudgement {
  const items = new Map(
    form.items.map((item) => [item.id, judgeItem(item, documents, mentions, coverage, isUsable)] as const),
  )
  const claimed = mentions.filter((mention) =>
    form.items.some((item) => strengthFor(mention, item) === 'name'),
  )
  const seen = form.items.map(({ id, name }) => saw(`${id} ${name}`, items.get(id)?.verdict ?? ''))
  const whole = decided(worst([...items.values()]), 'the worst of all items', seen)
  return { items, whole, claimed }
}

const WORST_FIRST: readonly Opinion['verdict'][] = ['not_met', 'cannot_tell', 'met', 'not_applicable']

function worst(items: readonly Opinion[]): Opinion {
  const [first] = items.toSorted((a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict))
  const missing = items.filter(({ verdict }) => verdict !== 'met').length
  if (!first || first.verdict === 'met') {
    const confidence = Math.min(1, ...items.map((item) => item.confidence))
    return opinion(
      'met',
      confidence,
      'products_all',
      { count: items.length },
      { evidence: items.flatMap(({ evidence }) => evidence) },
    )
  }
  return items.length === 1
    ? first
    : {
        ...first,
        trail: [],
        code: 'products_worst',
        values: { missing, count: items.length },
        unread: { code: 'products_worst', values: { missing, count: items.length } },
      }
}

/** The name stands in the work itself, or in a line that is ticked. */
export const isInWork = ({ standing }: PlacedMention): boolean =>
  standing === 'plain' || standing === 'ticked'

/** What a mention is worth for an item; null = it is of something else. */
export function strengthFor(mention: ProductMention, item: ClaimItem): NameStrength | null {
  const own = mention.names.filter(({ productId }) => productId === item.productId)
  const best = own.find(({ strength }) => strength === 'name' || strength === 'module') ?? own[0]
  if (best === undefined)
    return mention.names.some(({ strength }) => strength === 'suite') ? suiteFor(mention, item) : null
  if (best.strength === 'module') return 'name'
  if (best.strength === 'cased') return isMicrosoftNearby(mention) ? 'name' : 'weak'
  return best.strength
}

/** "Dynamics 365" says something about a Dynamics claim, "Microsoft 365" about a Microsoft 365 claim. */
function suiteFor(mention: ProductMention, item: ClaimItem): NameStrength | null {
  const text = mention.names[0]?.tokens.join(' ') ?? ''
  const dynamics = /dynamics|d365/u.test(text)
  if (item.productId.startsWith('ba.')) return dynamics ? 'suite' : null
  return dynamics ? null : 'suite'
}

/** A short name like "Teams" or "Exchange" counts where the paper speaks of Microsoft's. */
function isMicrosoftNearby({ passage }: ProductMention): boolean {
  const { document, page } = passage
  return blocksOf(document, page).some(({ folded }) =>
    /\b(?:microsoft|office 365|m365|dynamics|azure|sharepoint|onedrive)\b/u.test(folded),
  )
}

function judgeItem(
  item: ClaimItem,
  documents: readonly JudgedDocument[],
  mentions: readonly PlacedMention[],
  coverage: Coverage,
  isUsable: boolean,
): Opinion {
  const product = findProduct(item.productId)?.name ?? item.name
  const own = mentions.flatMap((mention) => {
    const strength = strengthFor(mention, item)
    return strength === null ? [] : [{ mention, strength }]
  })
  const asWritten = findProduct(item.productId) ? [] : plainMentions(documents, item.name)
  const named = own.filter(({ strength }) => strength === 'name').map(({ mention }) => mention)
  const refused = () => {
    const open = named.find(({ standing }) => standing === 'unticked')
    return open && isAnsweredByList(open, mentions, documents)
      ? say('not_met', 0.8, 'product_unticked', product, open)
      : refusedOpinion(product, documents, own, named, item)
  }
  return firstRule(
    own.map(({ mention, strength }) => seenMention(mention, strength)),
    [
      ['named in the work or ticked', () => namedOpinion(product, [...named, ...asWritten], isUsable)],
      ['in a list, by a shared word or a suite', () => openOpinion(product, own, named)],
      ['unticked, excluded, on-premises, hidden', refused],
    ],
    ['nowhere', () => missing(product, coverage)],
  )
}

function seenMention({ passage, words, standing, inPriceList }: PlacedMention, strength: NameStrength) {
  const text = words.map((word) => word.text).join(' ')
  const where = `${passage.document.file} p. ${passage.page.number}`
  return saw(`"${text}" in ${where}`, `${strength}, ${standing}${inPriceList ? ', in a price list' : ''}`)
}

const say = (
  verdict: Opinion['verdict'],
  confidence: number,
  code: SentenceCode,
  product: string,
  mention: ProductMention,
): Opinion => {
  const evidence = [evidenceOfWords(mention.passage, mention.words)]
  return opinion(verdict, confidence, code, { product, text: evidence[0]?.text ?? '' }, { evidence })
}

const MOST_PLACES = 5

function tellsOfWork({ sentence }: PlacedMention): number {
  const words = Object.values(ACTIVITY_WORDS).flatMap((patterns) =>
    patterns.flatMap((pattern) => sentence.folded.match(pattern) ?? []),
  )
  return sentence.words.length < 5 ? 0 : 1 + new Set(words).size
}

function namedOpinion(product: string, named: readonly PlacedMention[], isUsable: boolean): Opinion | null {
  const ticked = named.find(({ standing }) => standing === 'ticked')
  // First the places that say most: sentences that tell of work rather than headings.
  const plain = named
    .filter(({ standing, inPriceList }) => standing === 'plain' && !inPriceList)
    .toSorted((a, b) => tellsOfWork(b) - tellsOfWork(a))
  const best = ticked ?? plain[0]
  if (!best) return null
  if (!isUsable) return say('cannot_tell', 0.8, 'product_unusable', product, best)
  const one = say(
    'met',
    plain[0] && ticked ? 0.97 : 0.92,
    ticked ? 'product_ticked' : 'product_named',
    product,
    best,
  )
  const others = plain.filter((mention) => mention !== best).slice(0, MOST_PLACES - 1)
  return {
    ...one,
    evidence: [...one.evidence, ...others.map(({ passage, words }) => evidenceOfWords(passage, words))],
  }
}

function openOpinion(
  product: string,
  own: readonly { mention: PlacedMention; strength: NameStrength }[],
  named: readonly PlacedMention[],
): Opinion | null {
  const list = named.find(
    ({ standing, inPriceList }) => inPriceList || standing === 'list' || standing === 'tick_unsure',
  )
  if (list) return say('cannot_tell', 0.8, 'product_list_only', product, list)
  // What is expressly excluded or left unticked says more than a suite's name elsewhere.
  if (named.length > 0) return null
  if (own.some(({ strength }) => strength === 'on_premises')) return null
  const weak = own.find(({ mention, strength }) => strength === 'weak' && mention.standing !== 'excluded')
  if (weak) return say('cannot_tell', 0.8, 'product_weak_name', product, weak.mention)
  const suite = own.find(({ mention, strength }) => strength === 'suite' && mention.standing !== 'excluded')
  return suite ? say('cannot_tell', 0.8, 'product_suite_only', product, suite.mention) : null
}

function refusedOpinion(
  product: string,
  documents: readonly JudgedDocument[],
  own: readonly { mention: PlacedMention; strength: NameStrength }[],
  named: readonly PlacedMention[],
  item: ClaimItem,
): Opinion | null {
  const unticked = named.find(({ standing }) => standing === 'unticked')
  if (unticked) return absent(say('not_met', 0.9, 'product_unticked', product, unticked), product)
  const excluded = named.find(({ standing }) => standing === 'excluded')
  if (excluded) return absent(say('not_met', 0.85, 'product_excluded', product, excluded), product)
  const twin = own.find(({ strength }) => strength === 'on_premises')
  if (twin) return absent(say('not_met', 0.9, 'product_on_premises', product, twin.mention), product)
  const hidden = hiddenMention(documents, item)
  return hidden
    ? absent(opinion('not_met', 0.95, 'product_hidden', { product }, { evidence: [hidden] }), product)
    : null
}

/** A refusal that holds only while nothing better stands on an unread page. */
const absent = (one: Opinion, product: string): Opinion => ({
  ...one,
  fromAbsence: true,
  nearest: one.evidence,
  unread: { code: 'product_not_read', values: { product } },
})

function missing(product: string, coverage: Coverage): Opinion {
  const values = { product, pages: coverage.pagesRead }
  return opinion('not_met', 0.85, 'product_missing', values, {
    fromAbsence: true,
    unread: { code: 'product_not_read', values: { product } },
  })
}

function plainMentions(documents: readonly JudgedDocument[], name: string): PlacedMention[] {
  const wanted = namesOutsideCatalogue(name)
  return documents.flatMap((document) =>
    document.facts.pages.flatMap((page) =>
      blocksOf(document, page).flatMap((block) => {
        const at = block.words.findIndex((_, i) => startsWith(block.words.slice(i), wanted.tokens))
        if (at < 0) return []
        const words = block.words.slice(at, at + wanted.tokens.length)
        const inPriceList = isPriceList(document)
        return [
          {
            passage: block,
            words,
            names: [wanted],
            sentence: block,
            inPriceList,
            standing: standingOf(block, words, block),
          },
        ]
      }),
    ),
  )
}

const startsWith = (words: readonly Word[], tokens: readonly string[]): boolean => {
  const own = words.slice(0, tokens.length + 1).flatMap((word) => productTokens(word.text))
  return tokens.every((token, i) => own[i] === token)
}

/** Where the product's name stands in text that nobody sees. */
function hiddenMention(documents: readonly JudgedDocument[], item: ClaimItem): Evidence | null {
  for (const document of documents) {
    for (const page of document.facts.pages) {
      const words = page.hiddenWords.map(
        (word): Word => ({
          ...word,
          size: 0,
          bold: false,
          script: false,
          source: 'native',
          confidence: null,
        }),
      )
      const hit = findMentions(passageOf(document, page, words)).find(
        (mention) => strengthFor(mention, item) === 'name',
      )
      if (hit) return evidenceOfWords(hit.passage, hit.words)
    }
  }
  return null
}

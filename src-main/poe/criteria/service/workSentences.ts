import { ACTIVITIES, type Activity } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { type CompanyName, isJapaneseForm, nameTokens } from '../../../domain/names/companyNames.ts'
import { findName } from '../parties/findNames.ts'
import { isJapaneseName } from '../parties/japaneseNames.ts'
import { otherCompanies } from '../parties/otherCompanies.ts'
import { PARTNER_WORDS } from '../parties/roleWords.ts'
import { isExcluded } from '../products/exclusion.ts'
import { namesRival } from '../products/findMentions.ts'
import type { PlacedMention } from '../products/judgeProducts.ts'
import { introductionOf, startsWithBullet } from '../text/introduction.ts'
import { blocksOf, type JudgedDocument, type Passage, passageOf, sentencesOf } from '../text/passages.ts'
import { boxOfPassage, boxOfWords, gapX, gapY } from '../text/place.ts'
import { fold } from '../../../domain/names/fold.ts'
import { isSmallPrint } from './smallPrint.ts'
import { ACTIVITY_WORDS, EITHER_WORDS, FUTURE, NO_WORK } from './activityWords.ts'

/** A sentence that tells of work. */
export interface WorkSentence {
  readonly sentence: Passage
  readonly block: Passage
  /** Different words of work, by kind. */
  readonly kinds: ReadonlyMap<Activity, number>
  /** Whether it stands with a claimed product, names another one instead, or none. */
  readonly about: 'claimed' | 'other' | 'open'
  readonly namesClaimed: boolean
  /** Another company than the partner does it. */
  readonly byOther: boolean
}

/** What a sentence is held against. */
export interface WorkContext {
  readonly mentions: readonly PlacedMention[]
  /** Mentions that show a claimed product in the work. */
  readonly inWork: readonly PlacedMention[]
  readonly partner: CompanyName
  readonly customer: CompanyName
}

export function workSentences(document: JudgedDocument, context: WorkContext): WorkSentence[] {
  return document.facts.pages.flatMap((page) =>
    blocksOf(document, page).flatMap((block) =>
      sentencesOf(block).flatMap((sentence) => {
        const kinds = kindsOf(withoutNames(sentence, context))
        if (kinds.size === 0 || !mayTellOfWork(sentence, block, context)) return []
        const about = aboutOf(sentence, block, context)
        const namesClaimed = namesOf(context.inWork, sentence).length > 0
        return [{ sentence, block, kinds, about, namesClaimed, byOther: isByOther(sentence, context) }]
      }),
    ),
  )
}

const FEWEST_WORDS = 5
/** So many are enough for an item of a list that names the product. */
const FEWEST_IN_ITEM = 3
/** Signs of a writing without spaces, in which a sentence is one or a few words, however long. */
const FEWEST_SIGNS = 12
const FEWEST_SIGNS_IN_ITEM = 3

function mayTellOfWork(sentence: Passage, block: Passage, context: WorkContext): boolean {
  const { inWork, partner, customer } = context
  const isNamed = namesOf(inWork, sentence).length > 0
  const { folded, words } = sentence
  const signs = folded.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const isItem = !isSetApart(sentence) && (isNamed || inWork.some((mention) => isInRow(sentence, mention)))
  const isLong =
    words.length >= (isItem ? FEWEST_IN_ITEM : FEWEST_WORDS) ||
    signs >= (isItem ? FEWEST_SIGNS_IN_ITEM : FEWEST_SIGNS)
  if (!isLong || isSmallPrint(sentence, isNamed, partner, customer)) return false
  return !NO_WORK.test(folded) && !isPlan(sentence, block) && !isExcluded(sentence, block)
}

/** Headings name what a paper is about; they tell of nothing done. */
function isSetApart({ page, words }: Passage): boolean {
  const sizes = page.words.map(({ size }) => size).toSorted((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10
  return words.every(({ bold, size }) => bold || size > usual * 1.08) || words[0] === page.words[0]
}

export function isPlan(sentence: Passage, block: Passage): boolean {
  return FUTURE.test(sentence.folded) || FUTURE.test(introductionOf(sentence, block)?.folded ?? '')
}

/** "Acme Training Ltd" trains nobody by its name. */
function withoutNames(sentence: Passage, { partner, customer }: WorkContext): string {
  const named = [partner, customer]
    .filter((name) => !isJapaneseName(name))
    .flatMap((name) => findName(sentence, name))
    .flatMap(({ words }) => words)
  if (named.length === 0) return sentence.folded
  const others = sentence.words.filter((word) => !named.includes(word))
  return passageOf(sentence.document, sentence.page, others).folded
}

function kindsOf(folded: string): ReadonlyMap<Activity, number> {
  const plain = EITHER_WORDS.reduce((text, pattern) => text.replace(pattern, ' '), folded)
  const isPlain = ACTIVITIES.some((activity) => wordsOf(activity, plain).size > 0)
  const counts = ACTIVITIES.map(
    (activity) => [activity, wordsOf(activity, isPlain ? plain : folded).size] as const,
  )
  return new Map(counts.filter(([, count]) => count > 0))
}

const wordsOf = (activity: Activity, folded: string): ReadonlySet<string> =>
  new Set(ACTIVITY_WORDS[activity].flatMap((pattern) => folded.match(pattern) ?? []))

/** Words of work in a set of sentences, each counted once. */
export function richness(work: readonly WorkSentence[]): number {
  const text = work.map(({ sentence }) => sentence.folded).join(' ')
  return Math.max(0, ...kindsOf(text).values())
}

const namesOf = (mentions: readonly PlacedMention[], sentence: Passage): PlacedMention[] =>
  mentions.filter(({ words }) => words.some((word) => sentence.words.includes(word)))

export function aboutOf(
  sentence: Passage,
  block: Passage,
  { mentions, inWork }: WorkContext,
): WorkSentence['about'] {
  if (namesOf(inWork, sentence).length > 0) return 'claimed'
  const others = namesOf(mentions, sentence).filter(({ names }) => names.some(isOneProduct))
  if (others.length > 0 || namesRival(sentence)) return 'other'
  const list = listAround(block)
  const isBeside = inWork.some((mention) => list.includes(mention.passage) || isInRow(sentence, mention))
  return isBeside ? 'claimed' : 'open'
}

/** The items of a list, each a block of its own; a block that is no item is alone. */
function listAround(block: Passage): readonly Passage[] {
  const blocks = blocksOf(block.document, block.page)
  const at = blocks.indexOf(block)
  if (!startsWithBullet(block)) return [block]
  const from = blocks.findLastIndex((one, i) => i < at && !startsWithBullet(one)) + 1
  const to = blocks.findIndex((one, i) => i > at && !startsWithBullet(one))
  return blocks.slice(from, to < 0 ? blocks.length : to)
}

const isOneProduct = ({ productId, strength }: PlacedMention['names'][number]): boolean =>
  productId !== null && strength !== 'weak'

/** Cells of one row: the work in one column, the product in another. */
function isInRow(sentence: Passage, { passage, words }: PlacedMention): boolean {
  if (passage.page !== sentence.page) return false
  const [work, product]: readonly Rect[] = [boxOfPassage(sentence), boxOfWords(words, passage.page)]
  return work !== undefined && product !== undefined && gapY(work, product) === 0 && gapX(work, product) > 0
}

const PARTNER_ROLE = new RegExp(`(?<![\\p{L}])(?:${PARTNER_WORDS.join('|')})(?![\\p{L}])`, 'u')

/** A sentence that names a third company and not the partner tells of that company's work. */
function isByOther(sentence: Passage, { partner, customer }: WorkContext): boolean {
  const joined = sentence.folded.replace(/\s/gu, '')
  if (nameTokens([joined]).some(({ text }) => isJapaneseForm(text)))
    return isByOtherInJapanese(joined, partner, customer)
  if (otherCompanies(sentence, [partner, customer]) === 0) return false
  return findName(sentence, partner).length === 0 && !PARTNER_ROLE.test(sentence.folded)
}

/** There several sentences may be one word: each is looked at by its text. */
function isByOtherInJapanese(folded: string, partner: CompanyName, customer: CompanyName): boolean {
  const statements = folded.split('。').filter((one) => kindsOf(one).size > 0)
  return statements.every((one) => {
    const others = one.replaceAll(fold(partner.full), '').replaceAll(fold(customer.full), '')
    return (
      nameTokens([others]).some(({ text }) => isJapaneseForm(text)) && !one.includes(partner.core[0] ?? '')
    )
  })
}

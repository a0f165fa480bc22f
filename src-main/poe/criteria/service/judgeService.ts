import type { Activity } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ACTIVITIES } from '../../../../src-preload/contract/vocabulary/words.ts'
import { type Coverage, opinion, type Opinion } from '../opinion.ts'
import { firstRule, saw, type TrailStep } from '../trail.ts'
import { paperKind } from '../paperKind.ts'
import type { PlacedMention } from '../products/judgeProducts.ts'
import { isExcluded } from '../products/exclusion.ts'
import { introductionOf } from '../text/introduction.ts'
import { blocksOf, type JudgedDocument, type Passage, sentencesOf } from '../text/passages.ts'
import { evidenceOfPassage } from '../text/place.ts'
import { ACTIVITY_WORDS, EITHER_WORDS, FUTURE, NO_WORK, VAGUE } from './activityWords.ts'

/** A sentence that tells of work. */
interface WorkSentence {
  readonly sentence: Passage
  readonly block: Passage
  /** Different words of work, by kind. */
  readonly kinds: ReadonlyMap<Activity, number>
}

const FEWEST_WORDS = 5
/** So many different words of work over the papers make a description even where none stands beside the product's name. */
const RICH = 3

/** Criterion D: at least one concrete activity of the claimed kind, for a claimed product, by this partner. */
export function judgeService(
  documents: readonly JudgedDocument[],
  mentions: readonly PlacedMention[],
  claimed: readonly PlacedMention[],
  form: ClaimForm,
  coverage: Coverage,
  isUsable: boolean,
): Opinion {
  const partner = form.partnerCompanyName
  const customer = form.customer.companyName
  const work = documents.filter(isWorkPaper).flatMap(workSentences)
  const fitting = work.filter(({ kinds }) => form.activities.some((activity) => kinds.has(activity)))
  const inWork = claimed.filter(({ standing }) => standing !== 'excluded' && standing !== 'unticked')
  const unread = { code: 'service_not_read', values: {} } as const
  const unusable = () => opinion('not_met', 0.85, 'service_unusable', { partner, customer })
  const bare = (): Opinion => ({ ...untied(fitting, mentions, claimed), fromAbsence: true, unread })
  return firstRule(
    seenWork(work, fitting, inWork),
    [
      ['the papers are no proof for this claim', () => (isUsable ? null : unusable())],
      [
        'no work of the claimed kind',
        () => (fitting.length === 0 ? withoutWork(documents, work, inWork, coverage) : null),
      ],
      ['work without a claimed product', () => (inWork.length === 0 ? bare() : null)],
    ],
    ['work is told', () => described(fitting, inWork, partner)],
  )
}

function seenWork(
  work: readonly WorkSentence[],
  fitting: readonly WorkSentence[],
  inWork: readonly PlacedMention[],
): TrailStep[] {
  return [
    ...work
      .slice(0, MOST_SENTENCES)
      .map(({ sentence, kinds }) =>
        saw(
          `${sentence.document.file} p. ${sentence.page.number} "${excerpt(sentence).slice(0, 60)}"`,
          `work of the kind ${[...kinds.keys()].join(', ')}`,
        ),
      ),
    saw(
      'in all',
      `${work.length} sentences of work, ${fitting.length} of the claimed kind, ${inWork.length} names of claimed products`,
    ),
  ]
}

const isWorkPaper = (document: JudgedDocument): boolean => {
  const { kind } = paperKind(document)
  return kind === 'work' || kind === 'quote'
}

function workSentences(document: JudgedDocument): WorkSentence[] {
  return document.facts.pages.flatMap((page) =>
    blocksOf(document, page).flatMap((block) =>
      sentencesOf(block).flatMap((sentence) => {
        if (!mayTellOfWork(sentence, block)) return []
        const kinds = kindsOf(sentence.folded)
        return kinds.size === 0 ? [] : [{ sentence, block, kinds }]
      }),
    ),
  )
}

function mayTellOfWork(sentence: Passage, block: Passage): boolean {
  const { folded, words } = sentence
  if (words.length < FEWEST_WORDS && !isLongUnspaced(folded)) return false
  return !NO_WORK.test(folded) && !isPlan(sentence, block) && !isExcluded(sentence, block)
}

/** A sentence in a writing without spaces is one or a few words, however long. */
const isLongUnspaced = (folded: string): boolean =>
  (folded.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) >= 12

function kindsOf(folded: string): ReadonlyMap<Activity, number> {
  const plain = withoutEither(folded)
  const isPlain = ACTIVITIES.some((activity) => wordsOf(activity, plain).size > 0)
  const counts = ACTIVITIES.map(
    (activity) => [activity, wordsOf(activity, isPlain ? plain : folded).size] as const,
  )
  return new Map(counts.filter(([, count]) => count > 0))
}

const wordsOf = (activity: Activity, folded: string): ReadonlySet<string> =>
  new Set(ACTIVITY_WORDS[activity].flatMap((pattern) => folded.match(pattern) ?? []))

const withoutEither = (folded: string): string =>
  EITHER_WORDS.reduce((text, pattern) => text.replace(pattern, ' '), folded)

/** Words of work in a set of sentences, each counted once. */
function richness(work: readonly WorkSentence[]): number {
  const text = work.map(({ sentence }) => sentence.folded).join(' ')
  return Math.max(0, ...kindsOf(text).values())
}

function described(
  fitting: readonly WorkSentence[],
  claimed: readonly PlacedMention[],
  partner: string,
): Opinion {
  const besides = fitting.filter(({ sentence, block }) =>
    claimed.some(
      ({ words, passage }) => words.some((word) => sentence.words.includes(word)) || passage === block,
    ),
  )
  const best = bestOf(besides.length > 0 ? besides : fitting)
  const evidence = description(best, fitting).map(({ sentence }) => evidenceOfPassage(sentence))
  const values = { partner, text: excerpt(best.sentence) }
  const rich = richness(fitting)
  if (besides.length > 0)
    return opinion('met', rich >= RICH ? 0.92 : 0.85, 'service_described', values, { evidence })
  if (rich >= RICH) return opinion('met', 0.8, 'service_described', values, { evidence })
  return opinion('cannot_tell', 0.7, 'service_vague', { text: values.text }, { evidence })
}

const MOST_SENTENCES = 6

/** The best sentence, then the others of its page that tell most, in reading order. */
function description(best: WorkSentence, fitting: readonly WorkSentence[]): WorkSentence[] {
  const page = fitting.filter((one) => one !== best && one.sentence.page === best.sentence.page)
  const richest = page.toSorted((a, b) => Math.max(...b.kinds.values()) - Math.max(...a.kinds.values()))
  const chosen = new Set(richest.slice(0, MOST_SENTENCES - 1))
  return [best, ...page.filter((one) => chosen.has(one)), ...elsewhere(best, fitting)]
}

/** What each other paper of the claim tells best. */
function elsewhere(best: WorkSentence, fitting: readonly WorkSentence[]): WorkSentence[] {
  const others = fitting.filter(({ sentence }) => sentence.document !== best.sentence.document)
  return [...Map.groupBy(others, ({ sentence }) => sentence.document).values()].map(bestOf)
}

/** Work is told, but no claimed product stands in it. */
function untied(
  fitting: readonly WorkSentence[],
  mentions: readonly PlacedMention[],
  claimed: readonly PlacedMention[],
): Opinion {
  const best = bestOf(fitting)
  const evidence = [evidenceOfPassage(best.sentence)]
  const values = { text: excerpt(best.sentence) }
  const other = mentions.some(
    (mention) =>
      !claimed.includes(mention) &&
      mention.standing === 'plain' &&
      mention.names.some(({ productId, strength }) => productId !== null && strength !== 'weak'),
  )
  if (claimed.every(({ standing }) => standing === 'excluded') && other)
    return opinion('not_met', 0.75, 'service_other_product', values, { evidence })
  return opinion('cannot_tell', 0.7, 'service_other_product', values, { evidence })
}

function withoutWork(
  documents: readonly JudgedDocument[],
  work: readonly WorkSentence[],
  claimed: readonly PlacedMention[],
  coverage: Coverage,
): Opinion {
  const unread = { code: 'service_not_read', values: {} } as const
  const [other] = work
  if (other && claimed.length > 0) {
    const evidence = [evidenceOfPassage(other.sentence)]
    return opinion('cannot_tell', 0.8, 'service_other_kind', { text: excerpt(other.sentence) }, { evidence })
  }
  const vague = vagueLine(documents, claimed)
  if (vague) {
    const evidence = [evidenceOfPassage(vague)]
    return opinion('cannot_tell', 0.75, 'service_vague', { text: excerpt(vague) }, { evidence })
  }
  return opinion(
    'not_met',
    0.75,
    'service_none',
    { pages: coverage.pagesRead },
    { fromAbsence: true, unread },
  )
}

/** A line that ties a vague word of service, or a plan for later, to a claimed product. */
function vagueLine(documents: readonly JudgedDocument[], claimed: readonly PlacedMention[]): Passage | null {
  const pages = documents.flatMap(({ facts }) => facts.pages)
  const inOrder = pages.flatMap((page) => claimed.filter(({ passage }) => passage.page === page))
  const found = inOrder.find(
    ({ sentence, passage }) =>
      !NO_WORK.test(sentence.folded) && (VAGUE.test(sentence.folded) || isPlan(sentence, passage)),
  )
  return found?.sentence ?? null
}

function isPlan(sentence: Passage, block: Passage): boolean {
  return FUTURE.test(sentence.folded) || FUTURE.test(introductionOf(sentence, block)?.folded ?? '')
}

function bestOf(work: readonly WorkSentence[]): WorkSentence {
  const score = ({ kinds, sentence }: WorkSentence): number =>
    Math.max(...kinds.values()) * 10 + Math.min(30, sentence.words.length)
  return work.reduce((best, one) => (score(one) > score(best) ? one : best))
}

const EXCERPT = 160
const excerpt = ({ text }: Passage): string =>
  text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text

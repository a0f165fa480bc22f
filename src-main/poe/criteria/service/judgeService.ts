import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { type Coverage, opinion, type Opinion } from '../opinion.ts'
import { firstRule, saw, type TrailStep } from '../trail.ts'
import { paperKind } from '../paperKind.ts'
import { companyName } from '../../../domain/names/companyNames.ts'
import { isInWork, type PlacedMention } from '../products/judgeProducts.ts'
import { type JudgedDocument, type Passage, passageOf } from '../text/passages.ts'
import { evidenceOfPassage } from '../text/place.ts'
import { NO_WORK, VAGUE } from './activityWords.ts'
import { isPlan, richness, type WorkContext, type WorkSentence, workSentences } from './workSentences.ts'

/** So many different words of work over the papers make a description even where none stands beside the product's name. */
const RICH = 3

/** What the papers tell of work, of whatever kind, with what it is held against. */
export interface ToldWork {
  readonly work: readonly WorkSentence[]
  readonly context: WorkContext
}

/** Every sentence that tells of work. `claimed`: mentions of claimed products. */
export function toldWork(
  documents: readonly JudgedDocument[],
  mentions: readonly PlacedMention[],
  claimed: readonly PlacedMention[],
  form: ClaimForm,
): ToldWork {
  const context: WorkContext = {
    mentions,
    inWork: claimed.filter(isInWork),
    partner: companyName(form.partnerCompanyName),
    customer: companyName(form.customer.companyName),
  }
  return {
    work: documents.filter(isWorkPaper).flatMap((document) => workSentences(document, context)),
    context,
  }
}

/** Criterion D: at least one concrete activity of the claimed kind, for a claimed product, by this partner. */
export function judgeService(
  documents: readonly JudgedDocument[],
  { work, context: { mentions, inWork } }: ToldWork,
  form: ClaimForm,
  coverage: Coverage,
  isUsable: boolean,
): Opinion {
  const partner = form.partnerCompanyName
  const customer = form.customer.companyName
  const fitting = work.filter(({ kinds }) => form.activities.some((activity) => kinds.has(activity)))
  const own = fitting.filter(({ byOther }) => !byOther)
  const unread = { code: 'service_not_read', values: {} } as const
  const unusable = () => opinion('not_met', 0.85, 'service_unusable', { partner, customer })
  const absent = (one: Opinion): Opinion => ({ ...one, fromAbsence: true, unread })
  const others = fitting.map(({ sentence }) => evidenceOfPassage(sentence)).slice(0, 1)
  return firstRule(
    seenWork(work, own, inWork),
    [
      ['the papers are no proof for this claim', () => (isUsable ? null : unusable())],
      [
        'another company does the work',
        () => (own.length === 0 && fitting.length > 0 ? absent({ ...unusable(), evidence: others }) : null),
      ],
      [
        'no work of the claimed kind',
        () => (own.length === 0 ? withoutWork(documents, work, inWork, coverage) : null),
      ],
      [
        'work without a claimed product',
        () => (inWork.length === 0 ? absent(untied(own, mentions, form)) : null),
      ],
    ],
    ['work is told', () => described(own, partner)],
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

function described(own: readonly WorkSentence[], partner: string): Opinion {
  const fitting = own.filter(({ about }) => about !== 'other')
  const [first] = own
  if (fitting.length === 0 && first) return otherProduct('cannot_tell', first)
  const besides = fitting.filter(({ about }) => about === 'claimed')
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

/** Work is told, but no claimed product stands in it: on others, or on what may be anything. */
function untied(own: readonly WorkSentence[], mentions: readonly PlacedMention[], form: ClaimForm): Opinion {
  const best = bestOf(own)
  const isSuite = ({ names }: PlacedMention): boolean => names.some(({ strength }) => strength === 'suite')
  const suites = mentions.filter(isSuite)
  const isSuiteInWork = own.some(({ sentence }) =>
    suites.some(({ words }) => words.some((word) => sentence.words.includes(word))),
  )
  const onOthers = own.some(({ about }) => about === 'other') && !isSuiteInWork
  const hints = mentions.some(
    ({ names, standing }) =>
      standing !== 'excluded' &&
      standing !== 'unticked' &&
      names.some(
        ({ productId }) => productId === null || form.items.some((item) => item.productId === productId),
      ),
  )
  return otherProduct(onOthers || !hints ? 'not_met' : 'cannot_tell', best)
}

const otherProduct = (verdict: Opinion['verdict'], { sentence }: WorkSentence): Opinion =>
  opinion(
    verdict,
    verdict === 'not_met' ? 0.75 : 0.7,
    'service_other_product',
    { text: excerpt(sentence) },
    {
      evidence: [evidenceOfPassage(sentence)],
    },
  )

function withoutWork(
  documents: readonly JudgedDocument[],
  work: readonly WorkSentence[],
  claimed: readonly PlacedMention[],
  coverage: Coverage,
): Opinion {
  const unread = { code: 'service_not_read', values: {} } as const
  const other = work.find(({ about, byOther }) => about === 'claimed' && !byOther)
  if (other) {
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
    (mention) =>
      !NO_WORK.test(mention.sentence.folded) &&
      (VAGUE.test(besidesName(mention)) || isPlan(mention.sentence, mention.passage)),
  )
  return found?.sentence ?? null
}

/** Japanese writes on after a name what is said of it. */
const WRITES_ON = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** "Field Service" is no word of service. */
function besidesName({ sentence, words }: PlacedMention): string {
  const others = sentence.words.filter(
    (word) => words.length === 1 || !words.includes(word) || WRITES_ON.test(word.text),
  )
  return passageOf(sentence.document, sentence.page, others).folded
}

/** What naming the product is worth beside words of work, ten each. */
const NAMES_IT = 15

function bestOf(work: readonly WorkSentence[]): WorkSentence {
  const score = ({ kinds, sentence, namesClaimed }: WorkSentence): number =>
    Math.max(...kinds.values()) * 10 + Math.min(30, sentence.words.length) + (namesClaimed ? NAMES_IT : 0)
  return work.reduce((best, one) => (score(one) > score(best) ? one : best))
}

const EXCERPT = 160
const excerpt = ({ text }: Passage): string =>
  text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text

import type {
  Absence,
  DayRange,
  Evidence,
  Finding,
} from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ReadReason } from '../facts/factWords.ts'
import { isReadPage } from '../facts/readPages.ts'
import { sentenceOf, type SentenceCode, type SentenceValues } from './sentences.ts'
import type { JudgedDocument } from './text/passages.ts'
import type { TrailStep } from './trail.ts'

/** A day that stands on a paper. */
export interface DatedPlace {
  readonly days: DayRange
  readonly evidence: readonly Evidence[]
}

/** What a criterion found, before it is weighed against what was not read. */
export interface Opinion {
  readonly verdict: Verdict
  /** 0..1. */
  readonly confidence: number
  readonly code: SentenceCode
  readonly values: SentenceValues
  readonly evidence: readonly Evidence[]
  /** Rests on something *not* being there; then every page must have been read. */
  readonly fromAbsence: boolean
  /** What came nearest, where nothing was found. */
  readonly nearest: readonly Evidence[]
  /** What to say instead when pages are unread. */
  readonly unread?: { readonly code: SentenceCode; readonly values: SentenceValues }
  /** Of dates: the newest day that was weighed, with its own place. */
  readonly newest?: DatedPlace
  /** How it came about. */
  readonly trail?: readonly TrailStep[]
}

export interface Coverage {
  readonly pagesRead: number
  readonly pagesInAll: number
  /** Reasons of documents that a person could read and this checker did not. Empty = all was seen. */
  readonly unread: readonly ReadReason[]
}

/** A person can't open these either, so they leave no page unread. */
const UNREADABLE_FOR_ANYONE: readonly ReadReason[] = ['encrypted', 'corrupt', 'empty', 'blank']

export function coverageOf(documents: readonly JudgedDocument[]): Coverage {
  const pages = documents.flatMap(({ facts }) => facts.pages)
  const read = pages.filter(isReadPage)
  return {
    pagesRead: read.length,
    pagesInAll: documents.reduce((sum, { facts }) => sum + (facts.pageCount ?? facts.pages.length), 0),
    unread: documents.flatMap(({ facts: { reason } }) =>
      reason === null || UNREADABLE_FOR_ANYONE.includes(reason) ? [] : [reason],
    ),
  }
}

/** Below this a verdict is a guess and is given as "cannot tell". */
const LEAST_CONFIDENCE = 0.6

/**
 * The one rule that turns an opinion into a finding: nothing is "not met" for want of something while pages are unread,
 * and no guess decides.
 */
export function findingOf(
  criterion: Criterion,
  item: string | null,
  opinion: Opinion,
  coverage: Coverage,
): Finding {
  const { verdict, code, values } = settled(opinion, coverage)
  return {
    criterion,
    item,
    verdict,
    confidence: opinion.confidence,
    sentence: sentenceOf(code, values),
    say: { code, values: { ...values } },
    evidence: [...opinion.evidence],
    absence: opinion.fromAbsence ? absenceOf(opinion, coverage) : null,
  }
}

function settled(
  opinion: Opinion,
  coverage: Coverage,
): { verdict: Verdict; code: SentenceCode; values: SentenceValues; why: string } {
  const { verdict, code, values, unread } = opinion
  const open = opinion.fromAbsence && coverage.unread.length > 0
  const why = `rests on absence, and not all was read: ${coverage.unread.join(', ')}`
  if (open && verdict !== 'met' && unread) return { verdict: 'cannot_tell', ...unread, why }
  if (open && verdict === 'not_met') return { verdict: 'cannot_tell', code, values, why }
  const guess = opinion.confidence < LEAST_CONFIDENCE && verdict !== 'not_applicable'
  return guess
    ? { verdict: 'cannot_tell', code, values, why: `a guess: confidence under ${LEAST_CONFIDENCE}` }
    : { verdict, code, values, why: 'stands' }
}

/** All steps from what was looked at to the finding that `findingOf` gives for the same opinion. */
export function trailOf(opinion: Opinion, coverage: Coverage): TrailStep[] {
  const { verdict, why } = settled(opinion, coverage)
  const read = `${coverage.pagesRead} of ${coverage.pagesInAll} pages read`
  return [
    ...(opinion.trail ?? []),
    { kind: 'settled', what: verdict, why: `${why}; ${read}; confidence ${opinion.confidence.toFixed(2)}` },
  ]
}

const absenceOf = (opinion: Opinion, coverage: Coverage): Absence => ({
  pagesSearched: coverage.pagesRead,
  pagesInAll: coverage.pagesInAll,
  nearest: opinion.nearest.slice(0, 5),
})

/** An opinion with the usual defaults. */
export function opinion(
  verdict: Verdict,
  confidence: number,
  code: SentenceCode,
  values: SentenceValues,
  rest: Partial<Pick<Opinion, 'evidence' | 'fromAbsence' | 'nearest' | 'unread' | 'newest'>> = {},
): Opinion {
  return { verdict, confidence, code, values, evidence: [], fromAbsence: false, nearest: [], ...rest }
}

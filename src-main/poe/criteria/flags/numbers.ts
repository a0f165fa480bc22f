import type { Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts, Word } from '../../facts/documentFacts.ts'
import type { JudgedDocument } from '../text/passages.ts'
import { flagOfWords } from './flagAt.ts'

/** "1.250,00": the point groups, the comma begins the fraction. */
const POINT_GROUPS = /^\d{1,3}(?:\.\d{3})+,\d{1,2}$/u
/** "1,250.00" or "1,250,000". */
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3})+\.\d{1,2}$|^\d{1,3}(?:,\d{3}){2,}$/u
/** A thousand or one: which, says the paper's habit alone. */
const POINT_OPEN = /^[1-9]\d{0,2}\.\d{3}$/u
const COMMA_OPEN = /^[1-9]\d{0,2},\d{3}$/u
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** Digits that are no ASCII digits: full width, Arabic-Indic, mathematical … Superscripts are footnotes. */
const FOREIGN_DIGIT = /(?=\p{Nd})[^0-9]/u

interface Number {
  readonly word: Word
  readonly page: PageFacts
  readonly text: string
}

/** Numbers that can be read in two ways although the paper has a habit, and digits that only look like digits. */
export function numberFlags(document: JudgedDocument): Flag[] {
  const numbers = document.facts.pages.flatMap((page) =>
    page.words.map((word): Number => ({ word, page, text: bare(word.text) })),
  )
  const doubtful = [...againstTheHabit(numbers), ...foreignDigits(document, numbers)]
  return document.facts.pages.flatMap((page) => {
    const here = doubtful.filter((one) => one.page === page)
    if (here.length === 0) return []
    const found = here.map(({ word }) => ({ words: [word], text: word.text }))
    return [flagOfWords('ambiguous_number', 'medium', document, page, found)]
  })
}

/** Currency, brackets and the full stop at a sentence's end aside. */
const bare = (text: string): string => text.replace(/^[^\p{N}]+|[^\p{N}]+$/gu, '')

function againstTheHabit(numbers: readonly Number[]): Number[] {
  const of = (pattern: RegExp): Number[] => numbers.filter(({ text }) => pattern.test(text))
  const [points, commas] = [of(POINT_GROUPS), of(COMMA_GROUPS)]
  if (points.length > 0 && commas.length > 0) return points.length < commas.length ? points : commas
  const [openPoints, openCommas] = [of(POINT_OPEN), of(COMMA_OPEN)]
  if (points.length > 0) return openCommas
  if (commas.length > 0) return openPoints
  return openPoints.length > 0 && openCommas.length > 0 ? [...openPoints, ...openCommas] : []
}

/** Full-width digits are usual in Japanese; anywhere else a search for the number passes them by. */
function foreignDigits({ facts }: JudgedDocument, numbers: readonly Number[]): Number[] {
  const isCjk = facts.pages.some(({ words }) => words.some(({ text }) => CJK.test(text)))
  const suspects = numbers.filter(({ text }) => FOREIGN_DIGIT.test(text))
  return suspects.filter(({ text }) => (isCjk ? /\d/u.test(text) && /[٠-٩۰-۹]/u.test(text) : true))
}

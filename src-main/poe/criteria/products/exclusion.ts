import type { Word } from '../../facts/documentFacts.ts'
import { fold } from '../../../domain/names/fold.ts'
import { introductionOf } from '../text/introduction.ts'
import { linesOf, type Passage } from '../text/passages.ts'
import { EXCEPTION, EXCLUSION_HEADINGS, EXCLUSIONS, JAPANESE_EXCLUSIONS } from './exclusionWords.ts'

const either = (words: readonly string[]): string => words.join('|')
const JAPANESE = either(JAPANESE_EXCLUSIONS.map(fold))
const EXCLUSION = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${either(EXCLUSIONS)})(?![\\p{L}\\p{N}])|${JAPANESE}`,
  'u',
)
const HEADING = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either(EXCLUSION_HEADINGS)})|${JAPANESE}`, 'u')
/** What follows is taken out of what was said before. */
const EXCEPT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either(EXCEPTION)})(?![\\p{L}\\p{N}])`, 'u')

/**
 * Whether a sentence stands among what the paper says is no part of the work: by its own words, by the clause which
 * introduces the list that it stands in, or by the heading of its section.
 */
export function isExcluded(sentence: Passage, block: Passage): boolean {
  const introduction = introductionOf(sentence, block)
  return (
    EXCLUSION.test(sentence.folded) ||
    (introduction !== null && isExclusion(introduction)) ||
    HEADING.test(headingOver(sentence))
  )
}

/** Whether these words of a sentence are what it makes an exception of. */
export function isExcepted({ folded, foldedStarts, words }: Passage, named: readonly Word[]): boolean {
  const at = words.findIndex((word) => word === named[0])
  return at >= 0 && EXCEPT.test(folded.slice(0, foldedStarts[at]))
}

const isExclusion = ({ folded }: Passage): boolean => EXCLUSION.test(folded) || HEADING.test(folded)

/** The nearest heading over a sentence's last line, at the same or a farther left edge; '' = none. */
export function headingOver({ document, page, words }: Passage): string {
  const last = words.at(-1)
  if (!last) return ''
  const left = Math.min(...words.map(({ rect }) => rect[0]))
  const heading = linesOf(document, page).findLast((line) => isHeadingOf(last, left, line))
  return heading?.folded ?? ''
}

const MOST_HEADING_WORDS = 8
/** How far to the right of its text a heading may begin, of the page's width. */
const INDENT = 0.05

/** Short, set apart by weight, size or (where recognition knows neither) by its number, and no end of a sentence. */
function isHeadingOf(below: Word, left: number, { words, text }: Passage): boolean {
  const [first, second] = words
  if (first === undefined || words.length > MOST_HEADING_WORDS || /[.,;]$/u.test(text)) return false
  if (first.rect[3] > below.rect[1] || first.rect[0] > left + INDENT) return false
  if (first.source === 'ocr') return /^\d{1,2}[.)]$/u.test(first.text) && /^\p{Lu}/u.test(second?.text ?? '')
  return words.every(({ bold }) => bold) || first.size > below.size * 1.08
}

import { findRun, outermost, placedWords, type Span } from './spans.ts'

/** Fewer words in the same order come about by themselves. */
const FEWEST_WORDS = 6

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * Where a text for the partner repeats a whole sentence of a text for colleagues. What was said to the partner or by it already is
 * no secret any more.
 */
export function findInternalWords(
  text: string,
  internal: readonly string[],
  shared: readonly string[] = [],
): Span[] {
  const words = placedWords(text)
  const said = shared.map(placedWords)
  return outermost(
    internal
      .flatMap(sentencesOf)
      .filter((sentence) => !said.some((one) => findRun(one, sentence).length > 0))
      .flatMap((sentence) => findRun(words, sentence)),
  )
}

const sentencesOf = (text: string): string[][] =>
  text
    .split(/[\r\n]+/u)
    .flatMap((line) => [...sentences.segment(line)])
    .map(({ segment }) => placedWords(segment).map((word) => word.text))
    .filter((words) => words.length >= FEWEST_WORDS)

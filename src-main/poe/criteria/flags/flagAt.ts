import type { Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { FlagSeverity } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { PageFacts, Word } from '../../facts/documentFacts.ts'
import type { JudgedDocument } from '../text/passages.ts'

/** More places of one kind on one page say nothing more. */
const MOST_PLACES = 12
const LONGEST_TEXT = 200

/** Words that carry one trick on one page: one flag, with all their places and the first few as text. */
export function flagOfWords(
  kind: string,
  severity: FlagSeverity,
  document: JudgedDocument,
  page: PageFacts,
  found: readonly { readonly words: readonly Pick<Word, 'quad'>[]; readonly text: string }[],
): Flag {
  const texts = [...new Set(found.map(({ text }) => text))].slice(0, 5).join(' · ')
  return {
    kind,
    document: document.file,
    page: page.number,
    quads: found.flatMap(({ words }) => words.map(({ quad }) => quad)).slice(0, MOST_PLACES),
    text: texts.slice(0, LONGEST_TEXT),
    severity,
  }
}

/** A flag about the whole file. */
export function flagOfFile(
  kind: string,
  severity: FlagSeverity,
  document: JudgedDocument,
  text: string,
): Flag {
  return {
    kind,
    document: document.file,
    page: null,
    quads: [],
    text: text.slice(0, LONGEST_TEXT),
    severity,
  }
}

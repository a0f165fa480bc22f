import type { DocumentFacts } from '../../poe/facts/documentFacts.ts'
import type { PageText } from '../../store/searchTextsRepo.ts'

/** What is searched of a document: the words that a person sees, line by line. Hidden ones stand elsewhere in the facts. */
export function pageTexts({ pages }: Pick<DocumentFacts, 'pages'>): PageText[] {
  return pages.map(({ number, words, lines }) => ({
    page: number,
    text: lines
      .map(({ start, end }) =>
        words
          .slice(start, end)
          .map(({ text }) => text)
          .join(' '),
      )
      .join('\n'),
  }))
}

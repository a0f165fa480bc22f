import { type LetterLanguage, letterLanguageOf } from '../../domain/letter/languages.ts'
import { SNIPPETS, type SnippetId } from '../../domain/letter/letterKeys.ts'
import { sentence } from '../../domain/letter/letterPlan.ts'
import { renderSentence } from './renderLetter.ts'

/** Where partners go in Partner Center; sign-in needed (S-110, S-112, S-122). */
const PLACES = {
  supportUrl:
    'https://partner.microsoft.com/dashboard/support/incentives/servicerequests?category=incentives',
  incentivesUrl: 'https://partner.microsoft.com/dashboard/incentives/enrollment/summary',
}

export interface Snippet {
  readonly id: SnippetId
  /** Whole sentences in plain text. */
  readonly text: string
}

export interface SnippetList {
  /** The language that was used: English where the partner's has no templates. */
  readonly language: LetterLanguage
  readonly snippets: readonly Snippet[]
}

/** Texts for comments, in a fixed order. They state no fact of the claim, so the reviewer chooses where they fit. */
export function listSnippets(partnerLanguage: string): SnippetList {
  const language = letterLanguageOf(partnerLanguage)
  return {
    language,
    snippets: SNIPPETS.map((id) => ({
      id,
      // A snippet speaks of no instant, so its zone is never read.
      text: renderSentence(sentence(`snippet.${id}`, PLACES), { language, zone: 'UTC' }),
    })),
  }
}

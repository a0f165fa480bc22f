import { type LetterChoice, letterFactsOf, type LetterSource } from '../../domain/letter/factsOfClaim.ts'
import type { LetterLanguage } from '../../domain/letter/languages.ts'
import type { LetterFacts } from '../../domain/letter/letterFacts.ts'
import { letterOf } from '../../domain/letter/letterOf.ts'
import { LETTER_ROOMS } from '../../domain/letter/letterRoom.ts'
import { renderLetter } from './renderLetter.ts'

/** What a comment of the claim may hold. */
const MOST_CHARACTERS = 8000

export interface DraftedLetter {
  /** The language that was used: English where the partner's has no templates. */
  readonly language: LetterLanguage
  /** Plain text, for the reviewer to edit. */
  readonly text: string
}

/** The letter that the partner would get if the reviewer decided so now. */
export function draftLetter(source: LetterSource, choice: LetterChoice): DraftedLetter {
  return writeLetter(letterFactsOf(source, choice))
}

/** With as much detail as a comment holds. */
export function writeLetter(facts: LetterFacts): DraftedLetter {
  let text = ''
  for (const room of LETTER_ROOMS) {
    text = renderLetter(letterOf(facts, room))
    if (text.length <= MOST_CHARACTERS) break
  }
  return { language: facts.language, text }
}

import type { Passage } from '../text/passages.ts'
import { type CompanyName, formLength, isJapaneseForm, nameTokens } from './companyNames.ts'
import { findName } from './findNames.ts'

/** Legal forms that are words of some language too: they count in capitals alone. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  'me se as ab ev ek co sa ag sas sci kk gk dd doo asa sl sau scoop inc company limited corporation epp nv bv cv lp ug eg'.split(
    ' ',
  ),
)

/** Whether a passage names a company with its legal form that is none of these. */
export function namesOtherCompany(passage: Passage, known: readonly CompanyName[]): boolean {
  const ours = new Set(known.flatMap((name) => findName(passage, name)).flatMap(({ words }) => words))
  const tokens = nameTokens(passage.compared)
  if (tokens.some(({ text }) => isJapaneseForm(text)))
    return japaneseFormsIn(passage) > namesIn(passage, known)
  const texts = tokens.map(({ text }) => text)
  return tokens.some(({ word, text }, i) => {
    const [own, before] = [passage.words[word], passage.words[tokens[i - 1]?.word ?? -1]]
    if (!own || !before || ours.has(own) || formLength(texts, i) === 0) return false
    return /^\p{Lu}/u.test(before.text) && (!ALSO_WORDS.has(text) || /^\p{Lu}[\p{Lu}.]*,?$/u.test(own.text))
  })
}

const japaneseFormsIn = ({ compared }: Passage): number =>
  nameTokens(compared).filter(({ text }) => isJapaneseForm(text)).length

const namesIn = (passage: Passage, known: readonly CompanyName[]): number =>
  known.flatMap((name) => findName(passage, name)).length

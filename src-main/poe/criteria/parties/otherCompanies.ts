import type { Passage } from '../text/passages.ts'
import {
  type CompanyName,
  formLength,
  isJapaneseForm,
  nameTokens,
} from '../../../domain/names/companyNames.ts'
import { findName } from './findNames.ts'

/** Legal forms that are words of some language too: they count with capitals alone. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  'me se as ab ev ek co sa ag sas sci kk gk dd doo asa sl sau scoop inc company limited corporation epp nv bv cv lp ug eg'.split(
    ' ',
  ),
)

/** How many companies other than these a passage names with their legal forms. */
export function otherCompanies(passage: Passage, known: readonly CompanyName[]): number {
  const mentions = known.flatMap((name) => findName(passage, name))
  const ours = new Set(mentions.flatMap(({ words }) => words))
  const tokens = nameTokens(passage.compared)
  const japanese = tokens.filter(({ text }) => isJapaneseForm(text)).length
  if (japanese > 0) return Math.max(0, japanese - mentions.length)
  const texts = tokens.map(({ text }) => text)
  return tokens.filter(({ word, text }, i) => {
    const [own, before] = [passage.words[word], passage.words[tokens[i - 1]?.word ?? -1]]
    if (!own || !before || ours.has(own) || formLength(texts, i) === 0) return false
    // "GmbH & Co. KG" is one form.
    if (i > 0 && formLength(texts, i - 1) > 0) return false
    return /^\p{Lu}/u.test(before.text) && (!ALSO_WORDS.has(text) || /\p{Lu}/u.test(own.text))
  }).length
}

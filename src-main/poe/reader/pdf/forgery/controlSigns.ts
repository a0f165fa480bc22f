import { controlSeverity, escapedSigns, worstSeverity } from '../../../facts/controlSigns.ts'
import type { FactFlag } from '../../../facts/documentFacts.ts'
import { quadOf } from '../pageSpace.ts'
import { type RawWord, wordCorners } from '../rawWords.ts'

const MOST_WORDS = 200
const LONGEST_TEXT = 300

/**
 * Characters that a font's text table puts into words and that the page does not show (trust.md row 32). The facts' words are without
 * them, so that they read as they look; what is left in the words is judged with the text of every other format.
 */
export function controlSignFlags(page: number, words: readonly RawWord[]): FactFlag[] {
  const found = words
    .filter(({ hidden, text }) => hidden === null && controlSeverity(text) === null)
    .flatMap((word) => {
      const severity = controlSeverity(word.written)
      return severity === null ? [] : [{ word, severity }]
    })
  const severity = worstSeverity(found.map((one) => one.severity))
  if (severity === null) return []
  const texts = new Set(found.map(({ word }) => escapedSigns(word.written)))
  return [
    {
      kind: 'control_characters',
      page,
      quads: found.slice(0, MOST_WORDS).map(({ word }) => quadOf(wordCorners(word))),
      text: [...texts].join(' · ').slice(0, LONGEST_TEXT),
      severity,
    },
  ]
}

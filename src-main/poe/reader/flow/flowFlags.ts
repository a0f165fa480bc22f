import type { FactFlag, PageFacts } from '../../facts/documentFacts.ts'
import type { HiddenReason } from '../../facts/factWords.ts'

const LONGEST_TEXT = 300

/** Hidden text of a page without places as a flag, under the name that the labelling rules have for it. */
const KINDS: readonly (readonly [HiddenReason, string, FactFlag['severity']])[] = [
  ['docx_hidden_text', 'docx_hidden_text', 'high'],
  ['deleted_text', 'tracked_changes', 'medium'],
  ['html_hidden_text', 'html_text_mismatch', 'high'],
]

export function hiddenFlags({ hiddenWords, number, form }: PageFacts): FactFlag[] {
  return KINDS.flatMap(([hidden, kind, severity]) => {
    const words = hiddenWords.filter((word) => word.hidden === hidden && /[\p{L}\p{N}]/u.test(word.text))
    if (words.length === 0) return []
    const page = form === 'sheet' ? number : null
    return [plainFlag(kind, severity, words.map((word) => word.text).join(' '), page)]
  })
}

/** A flag on a file that has no pages to point at. */
export function plainFlag(
  kind: string,
  severity: FactFlag['severity'],
  text: string | null = null,
  page: number | null = null,
): FactFlag {
  return { kind, page, quads: [], text: text === null ? null : text.slice(0, LONGEST_TEXT), severity }
}

import type { Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { controlSeverity, escapedSigns, worstSeverity } from '../../facts/controlSigns.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import type { JudgedDocument } from '../text/passages.ts'
import { flagOfWords } from './flagAt.ts'

/** Characters that change what a machine reads and not what a person sees, or the other way round. One flag a page, shown escaped. */
export function controlFlags(document: JudgedDocument): Flag[] {
  return document.facts.pages.flatMap((page) => flagOfPage(document, page) ?? [])
}

function flagOfPage(document: JudgedDocument, page: PageFacts): Flag | null {
  const found = page.words.flatMap((word) => {
    const severity = controlSeverity(word.text)
    return severity === null ? [] : [{ words: [word], text: escapedSigns(word.text), severity }]
  })
  const worst = worstSeverity(found.map(({ severity }) => severity))
  return worst === null ? null : flagOfWords('control_characters', worst, document, page, found)
}

import type { Flag, LaidPlace } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { HiddenReason } from '../../facts/factWords.ts'
import type { JudgedDocument } from '../text/passages.ts'

/** Under which flag each kind of text goes that files without pages hide. */
const REASONS: Readonly<Record<string, HiddenReason>> = {
  docx_hidden_text: 'docx_hidden_text',
  tracked_changes: 'deleted_text',
  html_text_mismatch: 'html_hidden_text',
}
/** As many places as a flag on a PDF has. */
const MOST_QUADS = 200

/** Where the viewer shows a flag that has no place on the paper's own pages; null = nowhere, or on those pages. */
export function laidPlaceOfFlag(
  { facts, inside = [] }: JudgedDocument,
  { kind, page, quads }: Flag,
): LaidPlace | null {
  if (quads.length > 0 && page !== null)
    return inside.length === 0 ? null : { inside: [...inside], page, quads }
  const reason = REASONS[kind]
  for (const made of facts.pages) {
    if (made.form === 'paged' || (page !== null && made.number !== page)) continue
    const hidden = made.hiddenWords.filter((word) => word.hidden === reason)
    if (hidden.length === 0) continue
    return {
      inside: [...inside],
      page: made.number,
      quads: hidden.slice(0, MOST_QUADS).map(({ quad }) => quad),
    }
  }
  return null
}

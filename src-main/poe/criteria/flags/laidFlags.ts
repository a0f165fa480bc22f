import type { Flag, LaidPlace } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
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
  { kind, page, quads, text }: Flag,
): LaidPlace | null {
  if (quads.length > 0 && page !== null)
    return inside.length === 0 ? null : { inside: [...inside], page, quads }
  const quoted = shownPart(kind, text)
  if (quoted !== null) return placeOfText(facts.pages, inside, quoted)
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

/** What the paper shows of a flag that quotes it beside something else; null for flags that quote nothing shown. */
function shownPart(kind: string, text: string | null): string | null {
  if (kind === 'docx_field_mismatch') return text?.split(' ≠ ')[0] ?? null
  // "from: first | last": the mail's page shows the first.
  return kind === 'mail_header_order' ? (text?.split(' | ')[0] ?? null) : null
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/** The first place where these words stand one behind the other on a made-up page. */
function placeOfText(pages: readonly PageFacts[], inside: readonly number[], text: string): LaidPlace | null {
  const wanted = text
    .split(/\s+/u)
    .map(bare)
    .filter((word) => word !== '')
  for (const { form, number, words } of pages) {
    if (form === 'paged' || wanted.length === 0) continue
    const texts = words.map((word) => bare(word.text))
    const at = texts.findIndex((_, start) => wanted.every((word, i) => texts[start + i] === word))
    if (at === -1) continue
    const found = words.slice(at, at + Math.min(wanted.length, MOST_QUADS))
    return { inside: [...inside], page: number, quads: found.map(({ quad }) => quad) }
  }
  return null
}

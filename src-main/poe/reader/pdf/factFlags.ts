import type { FactFlag, FieldFacts, HiddenWord, PageFacts } from '../../facts/documentFacts.ts'
import type { HiddenReason } from '../../facts/factWords.ts'

const LONGEST_TEXT = 300

const SEVERITY: Readonly<Record<HiddenReason, FactFlag['severity']>> = {
  invisible_text: 'high',
  low_contrast_text: 'high',
  off_page_text: 'high',
  covered_text: 'high',
  clipped_text: 'high',
  hidden_layer: 'high',
  tiny_text: 'medium',
  ocr_layer: 'low',
  ocr_layer_mismatch: 'high',
  on_picture: 'low',
  docx_hidden_text: 'high',
  deleted_text: 'medium',
  html_hidden_text: 'high',
}

const HARMLESS: readonly HiddenReason[] = ['ocr_layer', 'on_picture']

/** One flag a page and kind, with the place of every hidden word. An OCR layer under its scan is no trick by itself. */
export function hiddenTextFlags(page: PageFacts): FactFlag[] {
  const groups = new Map<HiddenReason, HiddenWord[]>()
  for (const word of page.hiddenWords) {
    if (HARMLESS.includes(word.hidden) || !/[\p{L}\p{N}]/u.test(word.text)) continue
    groups.set(word.hidden, [...(groups.get(word.hidden) ?? []), word])
  }
  return [...groups].map(([kind, words]) => ({
    kind,
    page: page.number,
    quads: words.slice(0, 200).map((word) => word.quad),
    text: words
      .map((word) => word.text)
      .join(' ')
      .slice(0, LONGEST_TEXT),
    severity: SEVERITY[kind],
  }))
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Fields whose stored value is not what the page shows (trust.md row 14). */
export function fieldFlags(fields: readonly FieldFacts[]): FactFlag[] {
  return fields
    .filter(
      ({ kind, value, shownText }) =>
        (kind === 'text' || kind === 'choice') && value !== null && bare(value) !== bare(shownText ?? ''),
    )
    .map(({ page, quad, value }) => ({
      kind: 'field_mismatch',
      page,
      quads: [quad],
      text: value?.slice(0, LONGEST_TEXT) ?? null,
      severity: 'high',
    }))
}

/** A flag that concerns the file and no place in it. */
export function fileFlag(kind: string, severity: FactFlag['severity'], text: string | null = null): FactFlag {
  return { kind, page: null, quads: [], text, severity }
}

import type { Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { FlagSeverity } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { PageFacts, Word } from '../../facts/documentFacts.ts'
import type { JudgedDocument } from '../text/passages.ts'
import { flagOfWords } from './flagAt.ts'

/** Turns the order of what follows round; no honest Latin text needs it. */
const OVERRIDE = /[\u202D\u202E]/u
/** Letters of a hidden alphabet: nothing shows, machines read it. */
const TAGS = /[\u{E0001}-\u{E007F}]/u
/** Nothing shows between two letters or digits that are one word to the eye. Emoji, Indic and Arabic need joiners, Latin does not. */
const INSIDE_WORD =
  /(?<=[\p{Script=Latin}\d])[\u034F\u200B-\u200F\u2060-\u2064\u061C\u180E\uFEFF\u202A\u202B]+(?=[\p{Script=Latin}\d])/u
/** A hyphen that shows only at a line's end; two in one word, or one between digits, part no syllables. */
const SOFT_HYPHENS = /\p{L}\u00AD\p{L}+\u00AD(?=\p{L})|\d\u00AD\d|\u00AD{2,}/u
/** Strokes laid over letters. */
const OVERLAYS = /\p{L}[\u0334-\u0338\u20D2\u20D3\u20E5]/u
/** What no text is made of. Tabs and line ends never get into a word. */
const CONTROLS = /\p{Cc}/u

const RULES: readonly (readonly [RegExp, FlagSeverity])[] = [
  [OVERRIDE, 'high'],
  [TAGS, 'high'],
  [INSIDE_WORD, 'medium'],
  [SOFT_HYPHENS, 'low'],
  [OVERLAYS, 'medium'],
  [CONTROLS, 'low'],
]
const RANK: Readonly<Record<FlagSeverity, number>> = { high: 2, medium: 1, low: 0 }

/** Characters that change what a machine reads and not what a person sees, or the other way round. One flag a page, shown escaped. */
export function controlFlags(document: JudgedDocument): Flag[] {
  return document.facts.pages.flatMap((page) => flagOfPage(document, page) ?? [])
}

function flagOfPage(document: JudgedDocument, page: PageFacts): Flag | null {
  const found = page.words.flatMap((word) => {
    const severity = worstOf(word)
    return severity === null ? [] : [{ words: [word], text: escaped(word.text), severity }]
  })
  const worst = found.toSorted((a, b) => RANK[b.severity] - RANK[a.severity])[0]
  return worst === undefined ? null : flagOfWords('control_characters', worst.severity, document, page, found)
}

function worstOf({ text }: Word): FlagSeverity | null {
  return RULES.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** Invisible characters by their number, so that a person sees that they are there. */
function escaped(text: string): string {
  return text.replace(
    /[\p{Cf}\p{Cc}\u034F\u0334-\u0338]/gu,
    (one) => `<U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  )
}

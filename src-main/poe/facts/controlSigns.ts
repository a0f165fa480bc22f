import type { FlagSeverity } from '../../../src-preload/contract/vocabulary/words.ts'

/** Turns the order of what follows round; no honest Latin text needs it. */
const OVERRIDE = /[\u202D\u202E]/u
/** Letters of a hidden alphabet: nothing shows, machines read it. */
const TAGS = /[\u{E0001}-\u{E007F}]/u
/** Of the hidden alphabet these alone show: the flags of three countries. */
const FLAGS =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/gu
/** A sign takes one selector of its form; a row of them is a message in bytes. */
const SELECTORS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{2}/u
/** Nothing shows between two letters or digits that are one word to the eye. Emoji, Indic and Arabic need joiners, Latin does not. */
const INSIDE_WORD =
  /(?<=[\p{Script=Latin}\d])[[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]--[\u00AD]]+(?=[\p{Script=Latin}\d])/v
/** A hyphen that shows only at a line's end; two in one word, or one between digits, part no syllables. */
const SOFT_HYPHENS = /\p{L}\u00AD\p{L}+\u00AD(?=\p{L})|\d\u00AD\d|\u00AD{2,}/u
/** Strokes laid over letters. */
const OVERLAYS = /\p{L}[\u0334-\u0338\u20D2\u20D3\u20E5]/u
/** What no text is made of. Tabs and line ends never get into a word. */
const CONTROLS = /\p{Cc}/u

/** Words of these alone, nearly all there are, fall under no rule. */
const PLAIN = /^[ -~]*$/

const RULES: readonly (readonly [RegExp, FlagSeverity])[] = [
  [OVERRIDE, 'high'],
  [TAGS, 'high'],
  [SELECTORS, 'high'],
  [INSIDE_WORD, 'medium'],
  [SOFT_HYPHENS, 'low'],
  [OVERLAYS, 'medium'],
  [CONTROLS, 'low'],
]
const RANK: Readonly<Record<FlagSeverity, number>> = { high: 2, medium: 1, low: 0 }

/** How bad the characters of a word are that change what a machine reads and not what a person sees, or the other way round. */
export function controlSeverity(text: string): FlagSeverity | null {
  if (PLAIN.test(text)) return null
  const plain = text.replace(FLAGS, '')
  return RULES.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

export const worstSeverity = (severities: readonly FlagSeverity[]): FlagSeverity | null =>
  severities.toSorted((a, b) => RANK[b] - RANK[a])[0] ?? null

/** Invisible characters by their number, so that a person sees that they are there. */
export function escapedSigns(text: string): string {
  return text.replace(
    /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u0334-\u0338]/gu,
    (one) => `<U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  )
}

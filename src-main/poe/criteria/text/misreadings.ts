import { distance } from 'fastest-levenshtein'
import type { DocumentFacts, Word } from '../../facts/documentFacts.ts'
import { fold } from '../../../domain/names/fold.ts'

/** Recognition is sure of what it read from here on, and then another word is another word. 0..1. */
const SURE = 0.9
/** Words that stand in the file are; recognised ones where recognition says so. */
export const isSurelyRead = ({ confidence }: Word): boolean => confidence === null || confidence >= SURE

/** Shorter words have too many neighbours: "Rowe" and "Lowe" are two houses. */
const SHORTEST = 5
const LONG = 9

/** Folded letters that recognition takes for each other, and the one that stands for all of them. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/rn/gu, 'm'],
  [/vv/gu, 'w'],
  [/cl/gu, 'd'],
  [/[1!|il]/gu, 'i'],
  [/[0oq]/gu, 'o'],
  [/[5s$]/gu, 's'],
  [/8/gu, 'b'],
  [/[ce]/gu, 'e'],
  [/6/gu, 'g'],
  [/2/gu, 'z'],
]

const shapeOf = (folded: string): string =>
  LOOKALIKES.reduce((text, [read, meant]) => text.replace(read, meant), folded)

/** Letters that are taken for two, and the two: "Chent" is "client", "dient" as well. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/m/gu, 'rn'],
  [/w/gu, 'vv'],
  [/d/gu, 'cl'],
  [/h/gu, 'li'],
]

/** The strokes of a word, where a pair of letters and the one that looks like them come out alike. */
const strokesOf = (folded: string): string =>
  PAIRS.reduce((text, [read, meant]) => text.replace(read, meant), folded).replace(/[1!|il]/gu, 'i')

/** Words that recognition may have misread, by length of their shape. */
export interface ExpectedWords {
  readonly all: ReadonlySet<string>
  readonly byLength: ReadonlyMap<number, readonly { readonly word: string; readonly shape: string }[]>
  readonly byStrokes: ReadonlyMap<string, readonly string[]>
  /** Long words that stand in one name, by each of them. */
  readonly together: ReadonlyMap<string, ReadonlySet<string>>
}

/** `words` in any case, with or without accents; short ones are left out. `names`: what of them makes up one name. */
export function expectedWords(
  words: Iterable<string>,
  names: readonly (readonly string[])[] = [],
): ExpectedWords {
  const all = new Set([...words].map(fold))
  const fit = [...all].filter((word) => word.length >= SHORTEST && /^\p{L}+$/u.test(word))
  const shaped = fit.map((word) => ({ word, shape: shapeOf(word) }))
  return {
    all,
    byLength: Map.groupBy(shaped, ({ shape }) => shape.length),
    byStrokes: Map.groupBy(fit, strokesOf),
    together: wordsTogether(names),
  }
}

function wordsTogether(names: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const together = new Map<string, Set<string>>()
  for (const name of names) {
    const long = name.map(fold).filter((word) => word.length >= SHORTEST)
    for (const word of long) {
      const beside = together.get(word) ?? new Set()
      for (const other of long) if (other !== word) beside.add(other)
      together.set(word, beside)
    }
  }
  return together
}

/**
 * What recognised words mean that nobody wrote so: "Custorner" is "customer". Only words which recognition was unsure of or whose
 * neighbours complete a name ("Detender for Endpoint"), only ones near a single expected word, and never one that is an expected word
 * itself. The words of the facts stay as they were read.
 */
export function misreadings(facts: DocumentFacts, expected: ExpectedWords): ReadonlyMap<Word, string> {
  const meant = new Map<Word, string>()
  for (const page of facts.pages) {
    if (page.ocr === null) continue
    for (const [at, word] of page.words.entries()) {
      const mended = isSurelyRead(word)
        ? mendInName(word, page.words.slice(Math.max(0, at - NAME_REACH), at + NAME_REACH + 1), expected)
        : mend(word.text, expected)
      if (mended !== null) meant.set(word, mended)
    }
  }
  return meant
}

/** How many words away another word of a name may stand: "Defender for Endpoint". */
const NAME_REACH = 2
/** Shorter ones have neighbours that are words as well. */
const SHORTEST_IN_NAME = 7

/** A long word of which one letter is another one, where the words around it are those of a name: sure or not, that name is meant. */
function mendInName(
  { text, confidence }: Word,
  around: readonly Word[],
  expected: ExpectedWords,
): string | null {
  const core = fold(text)
  if (confidence === null || core.length < SHORTEST_IN_NAME || !/^\p{L}+$/u.test(core)) return null
  const word = expected.all.has(core) ? null : nearest(core, expected)
  if (word === null || word.length !== core.length || distance(word, core) !== 1) return null
  const beside = expected.together.get(word)
  return around.some((other) => beside?.has(fold(other.text)) === true) ? word : null
}

/** The text with its one word mended, its signs kept; null = it is as it should be, or not near anything. */
function mend(text: string, expected: ExpectedWords): string | null {
  const [, before = '', written = '', after = ''] =
    /^([^\p{L}\p{N}|!$]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(text) ?? []
  const figures = mendedFigures(written)
  if (figures !== null) return figures === written ? null : `${before}${figures}${after}`
  const core = fold(written)
  if (core.length < SHORTEST - 1 || expected.all.has(core) || !/\p{L}{2}/u.test(core)) return null
  const word = nearest(core, expected)
  return word === null ? null : `${before}${word}${after}`
}

/** Capitals and the long l: a small o behind a figure is an ordinal, "1º" or "1o". */
const FIGURE = '[\\dOIl|!SB]'
/** What can only be a date or a part of one. */
const DATE_LIKE = new RegExp(
  `^(?:${FIGURE}{1,2}([./-])${FIGURE}{1,2}\\1(?:2[0O])?${FIGURE}{2}|2[0O]${FIGURE}{2}|[0-3OIl|!]\\d|[0-3][OIl|!])$`,
  'u',
)
const FIGURE_OF: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  l: '1',
  '|': '1',
  '!': '1',
  S: '5',
  B: '8',
}

/** Days, years and dates in figures with letters among them: "l2.O3.2026"; null = it is nothing of the kind. */
function mendedFigures(core: string): string | null {
  if (!DATE_LIKE.test(core)) return null
  return core.replace(/[OIl|!SB]/gu, (letter) => FIGURE_OF[letter] ?? letter)
}

function nearest(read: string, { byLength, byStrokes }: ExpectedWords): string | null {
  const alike = byStrokes.get(strokesOf(read)) ?? []
  if (alike.length === 1) return alike[0] ?? null
  const shape = shapeOf(read)
  const reach = shape.length >= LONG ? 2 : shape.length >= SHORTEST ? 1 : 0
  const near: { word: string; slips: number }[] = []
  for (let length = shape.length - reach; length <= shape.length + reach; length += 1) {
    for (const one of byLength.get(length) ?? []) {
      const slips = distance(shape, one.shape)
      if (slips > reach || (slips > 0 && differInEnding(shape, one.shape))) continue
      near.push({ word: one.word, slips })
    }
  }
  const least = Math.min(...near.map(({ slips }) => slips))
  const best = near.filter(({ slips }) => slips === least)
  return best.length === 1 ? (best[0]?.word ?? null) : null
}

/** Then it is mostly another form of the word, and no misreading: "provided", "customers". */
const differInEnding = (a: string, b: string): boolean => a.at(-1) !== b.at(-1)

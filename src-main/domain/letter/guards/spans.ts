import { fold } from '../../names/fold.ts'

/** A stretch of a text, in UTF-16 units; the end is left out. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface PlacedWord extends Span {
  /** Folded. */
  readonly text: string
}

/** Signs that do not show belong to the word that they stand in: one of them inside a name must not hide it. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+/gu

/** Folded words with where they stand; each character of Chinese and Japanese is one. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const folded = fold(word).replaceAll(' ', '')
    return folded === '' ? [] : [{ text: folded, start: index, end: index + word.length }]
  })
}

/** Where the wanted words stand one after the other. */
export function findRun(words: readonly PlacedWord[], wanted: readonly string[]): Span[] {
  if (wanted.length === 0) return []
  return words.flatMap((first, at) => {
    const last = words[at + wanted.length - 1]
    const isRun = last !== undefined && wanted.every((word, i) => words[at + i]?.text === word)
    return isRun ? [{ start: first.start, end: last.end }] : []
  })
}

export const isInside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end

/** In the order of the text; what lies within another one goes. */
export function outermost<Each extends Span>(spans: readonly Each[]): Each[] {
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((span, at, all) => !all.slice(0, at).some((before) => isInside(span, before)))
}

import type { ReadLine, ReadWord } from './tesseract.ts'

/** A reading as sure as this needs no second look from the other side. */
export const SURE = 0.72

const wordsOf = (lines: readonly ReadLine[]): ReadWord[] => lines.flatMap((line) => line.words)

export const textOf = (lines: readonly ReadLine[]): string =>
  wordsOf(lines)
    .map(({ text }) => text)
    .join(' ')

/** Mean over all that was read, weighted by length: what a hand wrote was not read, however surely the print around it was. */
export function confidenceOf(lines: readonly ReadLine[]): number {
  const letters = wordsOf(lines).reduce((sum, { text }) => sum + text.length, 0)
  return letters === 0 ? 0 : (sureness(lines) * Math.max(30, letters)) / letters
}

/** Mean confidence, weighted by length; where next to nothing is read nothing is sure. */
export function sureness(lines: readonly ReadLine[]): number {
  const words = wordsOf(lines)
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const weighted = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  return weighted / Math.max(30, letters)
}

import { hashOfText, hex } from './mixedHash.ts'
import { MIN_HASH_DIGITS, minHash, sharedShare, shinglesOf, wordsOf } from './minHash.ts'

/** Texts are known again by runs of so many words, where they have enough of them. */
export const SHINGLE_WORDS = 5
export const FEWEST_SHINGLES = 30
const HASHES = 128
const ROWS = 8
const SKETCH_DIGITS = HASHES * MIN_HASH_DIGITS
const ORDER_DIGITS = 16
/** So large a share of shingles two texts must have in common. Two papers made of one form have less, when each tells of its own work. */
export const LEAST_SHARED = 0.85

export const TEXT_PRINT_LENGTH = SKETCH_DIGITS + ORDER_DIGITS

/** MinHash over runs of five words, then a hash of all words in their order. Null where there are too few to know a text again. */
export function textPrint(text: string): string | null {
  const words = wordsOf(text)
  const shingles = shinglesOf(words, SHINGLE_WORDS)
  if (shingles.size < FEWEST_SHINGLES) return null
  const whole = words.join(' ')
  return minHash(shingles, HASHES) + hex(hashOfText(whole), 8) + hex(hashOfText(whole, 0x5bd1e995), 8)
}

/** Bands of eight hashes: texts that share 85 of 100 shingles agree in one of them 99 times of 100, those that share half 6 times. */
export const textBands = (value: string): string[] =>
  Array.from({ length: HASHES / ROWS }, (_, band) =>
    hex(hashOfText(value.slice(band * ROWS * MIN_HASH_DIGITS, (band + 1) * ROWS * MIN_HASH_DIGITS)), 8),
  )

/** 1 = word for word; the estimate alone never says so. */
export function textLikeness(a: string, b: string): number {
  if (isWordForWord(a, b)) return 1
  const share = sharedText(a, b)
  return share >= LEAST_SHARED ? Math.min(share, 0.99) : 0
}

/** Estimates which share of all their runs of words two texts have in common. */
export const sharedText = (a: string, b: string): number =>
  sharedShare(a.slice(0, SKETCH_DIGITS), b.slice(0, SKETCH_DIGITS))

/** The same words in the same order: then nobody's name was changed either. */
export const isWordForWord = (a: string, b: string): boolean =>
  a.slice(SKETCH_DIGITS) === b.slice(SKETCH_DIGITS)

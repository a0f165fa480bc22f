import { MIN_HASH_DIGITS, minHash, sharedShare, shinglesOf, wordsOf } from './minHash.ts'

const LOOK_DIGITS = 16
const HASHES = 32
/** Short runs: recognition slips once in thirty words, and not twice in the same place. */
const SHINGLE_WORDS = 3
const FEWEST_SHINGLES = 20
const NO_WORDS = '0'.repeat(HASHES * MIN_HASH_DIGITS)

/** Looks differ by some points of their hash when a page was scanned or saved again. */
const MOST_BITS_APART = 3
/** What two readings of one page have in common at least. Pages of type come to look alike by chance; their words do not. */
const LEAST_SHARED = 0.65
/** A look that alone must tell has so many points of each kind: nearly empty pages are alike, whatever stands on them. */
const FEWEST_POINTS = 12

export const PAGE_PRINT_LENGTH = LOOK_DIGITS + NO_WORDS.length

/** The hash of a page's look, then a sketch of its words where it has some. Null for a page that shows too little. */
export function pagePrint(look: string, text: string): string | null {
  const shingles = shinglesOf(wordsOf(text), SHINGLE_WORDS)
  if (shingles.size >= FEWEST_SHINGLES) return look + minHash(shingles, HASHES)
  const points = bitsOf(BigInt(`0x${look}`))
  return points < FEWEST_POINTS || points > 64 - FEWEST_POINTS ? null : look + NO_WORDS
}

/** Hashes that differ in three bits at most are the same in one quarter. */
export const pageBands = (value: string): string[] => [0, 4, 8, 12].map((at) => value.slice(at, at + 4))

export function pageLikeness(a: string, b: string): number {
  const look = (value: string): bigint => BigInt(`0x${value.slice(0, LOOK_DIGITS)}`)
  const apart = bitsOf(look(a) ^ look(b))
  const shared = sharedShare(a.slice(LOOK_DIGITS), b.slice(LOOK_DIGITS))
  return apart <= MOST_BITS_APART && shared >= LEAST_SHARED ? 1 - apart / 64 : 0
}

export const hasWords = (value: string): boolean => value.slice(LOOK_DIGITS) !== NO_WORDS

function bitsOf(value: bigint): number {
  let bits = 0
  for (let rest = value; rest > 0n; rest &= rest - 1n) bits += 1
  return bits
}

import { hashOfText, hex, mixed } from './mixedHash.ts'

/** Of each hash the last 16 bits are kept: two that differ agree in them once in 65,536 times. */
export const MIN_HASH_DIGITS = 4

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Runs of so many words. */
export function shinglesOf(words: readonly string[], length: number): Set<string> {
  const shingles = new Set<string>()
  for (let i = 0; i + length <= words.length; i += 1) shingles.add(words.slice(i, i + length).join(' '))
  return shingles
}

/** The least of so many hashes over all shingles: two sets agree in as large a share of them as they have in common. */
export function minHash(shingles: ReadonlySet<string>, hashes: number): string {
  const numbers = Uint32Array.from(shingles, (shingle) => hashOfText(shingle))
  return Array.from({ length: hashes }, (_, n) => hex(leastOf(numbers, n) & 0xffff, MIN_HASH_DIGITS)).join('')
}

function leastOf(numbers: Uint32Array, n: number): number {
  let least = 0xffffffff
  for (const number of numbers) least = Math.min(least, mixed(number, n))
  return least
}

/** Estimates which share of their shingles two sets have in common, 0..1. */
export function sharedShare(a: string, b: string): number {
  let same = 0
  for (let at = 0; at < a.length; at += MIN_HASH_DIGITS)
    if (a.slice(at, at + MIN_HASH_DIGITS) === b.slice(at, at + MIN_HASH_DIGITS)) same += 1
  return (same * MIN_HASH_DIGITS) / a.length
}

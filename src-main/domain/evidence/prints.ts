/** What a piece of evidence is known again by: the look of a page, the look of the customer's signature, the words. */
export const PRINT_KINDS = ['page', 'signature', 'text'] as const
export type PrintKind = (typeof PRINT_KINDS)[number]

export interface Print {
  readonly kind: PrintKind
  /** From 1; 0 = the whole document. */
  readonly page: number
  /** By each of these it is looked up: alike prints share at least one. */
  readonly bands: readonly string[]
  /** By this it is compared. */
  readonly value: string
}

/** Pages and pictures differ by some points of their hash when they were scanned or saved again. */
const MOST_BITS_APART = 3
/** So large a share of shingles two texts must have in common. Two papers made of one form have less, when each tells of its own work. */
const LEAST_SHARED_TEXT = 0.85

/** A perceptual hash of 64 bits in four quarters: hashes that differ in three bits at most are alike in one of them. Null = says too little. */
export function picturePrint(kind: 'page' | 'signature', page: number, hash: string): Print | null {
  const ones = bitsOf(BigInt(`0x${hash}`))
  // Blank paper and plain colour hash alike and show nothing.
  if (ones < 6 || ones > 58) return null
  const bands = [0, 4, 8, 12].map((at) => `${at}:${hash.slice(at, at + 4)}`)
  return { kind, page, bands, value: hash }
}

const SHINGLE_WORDS = 5
const FEWEST_SHINGLES = 30
const ROWS = 4
const BANDS = 16

/** MinHash over shingles of five words. Null where there are too few words to know a text again. */
export function textPrint(text: string): Print | null {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const shingles = new Set<number>()
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i += 1)
    shingles.add(hashOf(words.slice(i, i + SHINGLE_WORDS).join(' ')))
  if (shingles.size < FEWEST_SHINGLES) return null
  const least = Array.from({ length: ROWS * BANDS }, (_, n) => leastOf(shingles, n))
  const bands = Array.from(
    { length: BANDS },
    (_, band) => `${band}:${least.slice(band * ROWS, band * ROWS + ROWS).join('.')}`,
  )
  return { kind: 'text', page: 0, bands, value: least.join('.') }
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The least of all shingles after a mixing of their bits that is another for each `n`. */
function leastOf(shingles: ReadonlySet<number>, n: number): string {
  let least = 0xffffffff
  for (const shingle of shingles) {
    let mixed = Math.imul(shingle ^ Math.imul(n + 1, 0x9e3779b1), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    mixed = (mixed ^ (mixed >>> 16)) >>> 0
    if (mixed < least) least = mixed
  }
  return least.toString(36)
}

/** How much two prints of one kind are alike, 0..1; 0 = not enough to speak of. */
export function likeness(kind: PrintKind, a: string, b: string): number {
  if (kind === 'text') {
    const [left, right] = [a.split('.'), b.split('.')]
    const share = left.filter((one, i) => one === right[i]).length / left.length
    return share >= LEAST_SHARED_TEXT ? share : 0
  }
  const apart = bitsOf(BigInt(`0x${a}`) ^ BigInt(`0x${b}`))
  return apart <= MOST_BITS_APART ? 1 - apart / 64 : 0
}

function bitsOf(value: bigint): number {
  let bits = 0
  for (let rest = value; rest > 0n; rest &= rest - 1n) bits += 1
  return bits
}

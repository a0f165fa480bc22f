import { shinglesOf, wordsOf } from './minHash.ts'
import { FEWEST_SHINGLES, LEAST_SHARED, SHINGLE_WORDS } from './textPrint.ts'

/** The words of one page of a paper. */
export interface PageWords {
  /** From 1. */
  readonly page: number
  readonly text: string
}

/** Two pages that say nearly the same. */
export interface PagePair {
  readonly page: number
  readonly otherPage: number
  /** The share of all runs of words of both that they have in common. */
  readonly share: number
}

type Shingled = readonly (readonly [page: number, shingles: ReadonlySet<string>])[]

/**
 * The pages of two papers that say nearly the same, each page once, the likest first. Counted and not estimated: between the papers of
 * one case there is time for it, and a page that was put into another paper drowns in the sketch of the whole.
 */
export function sharedPages(ours: readonly PageWords[], theirs: readonly PageWords[]): PagePair[] {
  const [here, there] = [shingled(ours), shingled(theirs)]
  const where = new Map<string, number[]>()
  for (const [at, [, shingles]] of there.entries())
    for (const shingle of shingles) {
      const pages = where.get(shingle)
      if (pages === undefined) where.set(shingle, [at])
      else pages.push(at)
    }
  const pairs = here.flatMap(([page, shingles]) => likest(page, shingles, there, where))
  return eachOnce(pairs.toSorted((a, b) => b.share - a.share || a.page - b.page || a.otherPage - b.otherPage))
}

const shingled = (pages: readonly PageWords[]): Shingled =>
  pages
    .map(({ page, text }) => [page, shinglesOf(wordsOf(text), SHINGLE_WORDS)] as const)
    .filter(([, shingles]) => shingles.size >= FEWEST_SHINGLES)

function likest(
  page: number,
  shingles: ReadonlySet<string>,
  there: Shingled,
  where: ReadonlyMap<string, readonly number[]>,
): PagePair[] {
  const common = new Map<number, number>()
  for (const shingle of shingles)
    for (const at of where.get(shingle) ?? []) common.set(at, (common.get(at) ?? 0) + 1)
  return [...common].flatMap(([at, both]) => {
    const [otherPage = 0, others] = there[at] ?? []
    const share = both / (shingles.size + (others?.size ?? 0) - both)
    return share >= LEAST_SHARED ? [{ page, otherPage, share }] : []
  })
}

function eachOnce(pairs: readonly PagePair[]): PagePair[] {
  const [ours, theirs] = [new Set<number>(), new Set<number>()]
  return pairs.filter(({ page, otherPage }) => {
    if (ours.has(page) || theirs.has(otherPage)) return false
    ours.add(page)
    theirs.add(otherPage)
    return true
  })
}

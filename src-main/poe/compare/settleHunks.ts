import type { Span } from '../facts/documentFacts.ts'
import type { Token } from './tokens.ts'
import { type Hunk, isSame } from './wordDiff.ts'

export interface Versions {
  readonly before: readonly Token[]
  readonly after: readonly Token[]
}

/**
 * Hunks as a person would point at them: what was only parted otherwise is none; what was put in or taken out begins, where it can, with
 * its line; what stands a word or two apart on one line is one.
 */
export function settleHunks(hunks: readonly Hunk[], versions: Versions): Hunk[] {
  return hunks
    .filter((hunk) => !isPartedOtherwise(hunk, versions))
    .map((hunk, i, all) => slid(hunk, versions, all[i - 1], all[i + 1]))
}

const wordsIn = (tokens: readonly Token[], { start, end }: Span): readonly Token[] => tokens.slice(start, end)
const isEmpty = ({ start, end }: Span): boolean => start === end

/** "Har row" and "Harrow", "sub-" "scription" and "subscription". */
function isPartedOtherwise({ before, after }: Hunk, versions: Versions): boolean {
  const [old, young] = [wordsIn(versions.before, before), wordsIn(versions.after, after)]
  const joined = (tokens: readonly Token[], isBare: boolean): string =>
    tokens.map(({ key, bareKey }) => (isBare ? bareKey : key)).join('')
  const isBare = [...old, ...young].some(({ isRecognised }) => isRecognised)
  // Signs alone, as recognition makes them of specks.
  return joined(old, isBare) === joined(young, isBare)
}

/** A repeated word lets what was put in begin at several words: the begin of a block or a line is what was meant. */
function slid(hunk: Hunk, versions: Versions, previous: Hunk | undefined, next: Hunk | undefined): Hunk {
  const side = isEmpty(hunk.before) ? 'after' : isEmpty(hunk.after) ? 'before' : null
  if (side === null) return hunk
  const tokens = versions[side]
  const { start, end } = hunk[side]
  const least = previous === undefined ? 0 : previous[side].end + 1
  const most = (next === undefined ? tokens.length : next[side].start - 1) - (end - start)
  const isEqual = (i: number, j: number): boolean => {
    const [a, b] = [tokens[i], tokens[j]]
    return a !== undefined && b !== undefined && a.key === b.key
  }
  let [first, last] = [start, start]
  while (first > least && isEqual(first - 1, first - 1 + end - start)) first -= 1
  while (last < most && isEqual(last, last + end - start)) last += 1
  const starts = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const best = starts.toSorted(
    (a, b) => beginning(tokens[b]) - beginning(tokens[a]) || Math.abs(a - start) - Math.abs(b - start),
  )[0]
  return moved(hunk, (best ?? start) - start)
}

const beginning = (token: Token | undefined): number =>
  token === undefined ? 0 : Number(token.beginsLine) + Number(token.beginsBlock)

const moved = ({ before, after }: Hunk, by: number): Hunk => ({
  before: { start: before.start + by, end: before.end + by },
  after: { start: after.start + by, end: after.end + by },
})

/** Shorter stretches come back by chance. */
const LEAST_MOVED = 4

export interface Move {
  readonly from: Hunk
  readonly to: Hunk
}

/** What was taken out in one place and put in in another. Each hunk is part of one move at most. */
export function findMoves(hunks: readonly Hunk[], versions: Versions): Move[] {
  const out = hunks.filter(({ before, after }) => isEmpty(after) && before.end - before.start >= LEAST_MOVED)
  const taken = new Set<Hunk>()
  return out.flatMap((from) => {
    const words = wordsIn(versions.before, from.before)
    const to = hunks.find(
      (hunk) =>
        !taken.has(hunk) && isEmpty(hunk.before) && isSameRun(words, wordsIn(versions.after, hunk.after)),
    )
    if (to === undefined) return []
    taken.add(to)
    return [{ from, to }]
  })
}

const isSameRun = (a: readonly Token[], b: readonly Token[]): boolean =>
  a.length === b.length &&
  a.every((token, i) => {
    const other = b[i]
    return other !== undefined && isSame(token, other)
  })

/** So many words that stayed between two changed ones of a line are read as one change with them. */
const MOST_BETWEEN = 2

export function joinNear(hunks: readonly Hunk[], versions: Versions): Hunk[] {
  const joined: Hunk[] = []
  for (const hunk of hunks) {
    const last = joined.at(-1)
    if (last !== undefined && isNear(last, hunk, versions))
      joined.splice(-1, 1, {
        before: { start: last.before.start, end: hunk.before.end },
        after: { start: last.after.start, end: hunk.after.end },
      })
    else joined.push(hunk)
  }
  return joined
}

/** The words in between must be fewer than what changed beside them: two single words that were put right in one line are two changes. */
function isNear(a: Hunk, b: Hunk, { before, after }: Versions): boolean {
  const between = b.after.start - a.after.end
  const inBefore = b.before.start - a.before.end
  if (between > MOST_BETWEEN || between !== inBefore) return false
  const size = ({ before: old, after: young }: Hunk): number =>
    Math.max(old.end - old.start, young.end - young.start)
  if (between > 1 && between > Math.min(size(a), size(b))) return false
  return isOneLine(after, a.after.end, b.after.start) || isOneLine(before, a.before.end, b.before.start)
}

/** Whether the words from the one before `start` to the one at `end` stand on one line. */
function isOneLine(tokens: readonly Token[], start: number, end: number): boolean {
  const lines = new Set(tokens.slice(Math.max(0, start - 1), end + 1).map(({ line }) => line))
  return lines.size === 1
}

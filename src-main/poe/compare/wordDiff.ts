import { diffArrays } from 'diff'
import { distance } from 'fastest-levenshtein'
import type { Span } from '../facts/documentFacts.ts'
import type { Token } from './tokens.ts'

/** Words that stand in one version in place of words of the other. One of the two spans may be empty: its start says where. */
export interface Hunk {
  readonly before: Span
  readonly after: Span
}

/**
 * Papers that differ in more words have too little in common for a list of changes to help anybody. It also bounds the time: the work
 * grows with the square of it.
 */
export const MOST_EDITS = 2000

/** Null = too much differs. Between two hunks stands at least one word that both have. */
export function wordDiff(before: readonly Token[], after: readonly Token[]): Hunk[] | null {
  const changes = diffArrays([...before], [...after], { comparator: isSame, maxEditLength: MOST_EDITS })
  if (changes === undefined) return null
  const hunks: Hunk[] = []
  let open: Hunk | null = null
  let [old, young] = [0, 0]
  for (const { count, added, removed } of changes) {
    const from: Hunk = open ?? { before: { start: old, end: old }, after: { start: young, end: young } }
    if (!added) old += count
    if (!removed) young += count
    if (added || removed)
      open = { before: { ...from.before, end: old }, after: { ...from.after, end: young } }
    else {
      if (open !== null) hunks.push(open)
      open = null
    }
  }
  return open === null ? hunks : [...hunks, open]
}

/** Two words that read the same. Where recognition was unsure, a slip of it is no change; figures are never forgiven. */
export function isSame(a: Token, b: Token): boolean {
  if (a.key === b.key) return true
  if (!a.isRecognised && !b.isRecognised) return false
  if (a.bareKey === b.bareKey) return a.bareKey !== ''
  return (a.isUnsure || b.isUnsure) && isSlip(a.bareKey, b.bareKey)
}

const SHORTEST = 5
const LONG = 9

function isSlip(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  if (length < SHORTEST || /\p{N}/u.test(a + b)) return false
  return distance(a, b) <= (length >= LONG ? 2 : 1)
}

import { diffArrays } from 'diff'
import type { Word } from '../../facts/documentFacts.ts'

/** Share of differing words from which two versions of a message say different things. */
const DIFFERENT = 0.08
const FEWEST = 3

function wordsOf(text: string): Map<string, number> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<?\b(?:https?:\/\/|mailto:|www\.)\S+/gu, ' ')
    .replace(/\[(?:cid|image|bild|immagine)[^\]]*\]/gu, ' ')
  const counts = new Map<string, number>()
  for (const word of plain.match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words that only one of two versions has, when there are too many of them for two forms of one message; null = alike. */
export function differingWords(a: string, b: string): string[] | null {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const total = Math.max(sum(first), sum(second))
  if (sum(first) === 0 || sum(second) === 0) return null
  const extra = [...surplus(first, second), ...surplus(second, first)]
  return extra.length >= FEWEST && extra.length > total * DIFFERENT ? extra : null
}

/** What a mail program writes where its HTML has a picture, and addresses: forms of one text, no words of it. */
const FORM_OPENS = /^\[(?:cid|image|bild|immagine)\b/iu
const ADDRESS = /<?(?:https?:\/\/|mailto:|www\.)\S+/giu
const MOST_EDITS = 2000

/** As many words in a row are the same words at another place: columns and quotes are read in an order of their own. */
const MOVED = 4

/**
 * Words of two texts that the other has not at that place, by their place among the words given. The head of the mail is left out, and so
 * are runs of words that only stand elsewhere. Null = both say the same, word for word. Beyond 2,000 edits they have nothing in common,
 * and all words differ.
 */
export function differingPlaces(
  html: readonly Pick<Word, 'text' | 'source'>[],
  plain: readonly Pick<Word, 'text' | 'source'>[],
): [number[], number[]] | null {
  const [first, second] = [keyed(html), keyed(plain)]
  const runs = differingRuns(first, second)
  if (runs === null) return [first.map(({ at }) => at), second.map(({ at }) => at)]
  const kept = withoutMoved(runs)
  const [a, b] = kept.map((side) => side.flatMap((run) => run.map(({ at }) => at)))
  return a && b && a.length + b.length > 0 ? [a, b] : null
}

interface Keyed {
  readonly key: string
  readonly at: number
}
type Runs = readonly [Keyed[][], Keyed[][]]

/** Null = too much differs. */
function differingRuns(first: readonly Keyed[], second: readonly Keyed[]): Runs | null {
  const keys = (words: readonly Keyed[]): string[] => words.map(({ key }) => key)
  const changes = diffArrays(keys(first), keys(second), { maxEditLength: MOST_EDITS })
  if (changes === undefined) return null
  const runs: Runs = [[], []]
  let [old, young] = [0, 0]
  for (const { count, added, removed } of changes) {
    if (removed) runs[0].push(first.slice(old, old + count))
    if (added) runs[1].push(second.slice(young, young + count))
    if (!added) old += count
    if (!removed) young += count
  }
  return runs
}

function withoutMoved([first, second]: Runs): Runs {
  const keyOf = (run: readonly Keyed[]): string => run.map(({ key }) => key).join(' ')
  const others = second.map(keyOf)
  const moved = new Set<number>()
  const left = first.filter((run) => {
    const twin = run.length < MOVED ? -1 : others.findIndex((key, i) => key === keyOf(run) && !moved.has(i))
    if (twin >= 0) moved.add(twin)
    return twin < 0
  })
  return [left, second.filter((_, i) => !moved.has(i))]
}

/** Letters and digits of each word; words that are form alone are left out. */
function keyed(words: readonly Pick<Word, 'text' | 'source'>[]): Keyed[] {
  let isForm = false
  return words.flatMap(({ text, source }, at) => {
    isForm ||= FORM_OPENS.test(text)
    const isLeftOut = isForm || source === 'mail_header'
    if (text.includes(']')) isForm = false
    const key = text
      .normalize('NFKC')
      .toLowerCase()
      .replace(ADDRESS, '')
      .replace(/[^\p{L}\p{N}]+/gu, '')
    return isLeftOut || key === '' ? [] : [{ key, at }]
  })
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, one) => all + one, 0)

function surplus(of: ReadonlyMap<string, number>, over: ReadonlyMap<string, number>): string[] {
  return [...of].flatMap(([word, count]) =>
    Array.from({ length: Math.max(0, count - (over.get(word) ?? 0)) }, () => word),
  )
}

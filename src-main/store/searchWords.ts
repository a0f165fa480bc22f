import type { Wanted } from '../../src-preload/contract/vocabulary/filter/filterTerms.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

/** What is looked for in one of the search tables, in the words of FTS5. */
export interface Match {
  readonly match: string
  /**
   * Whether the index can be asked about a single row: it reads whole words from any place on, but puts all hits of a word's
   * beginning together before it gives the first.
   */
  readonly isQuick: boolean
}

/** Each with a list of its words; the list is the index itself, read in the order of words. */
const WORD_LISTS = { claims_search: 'claims_words', texts_search: 'texts_words' } as const
export type SearchTable = keyof typeof WORD_LISTS

/** Words with the same beginning that are looked for one by one. Of more the index puts the hits together. */
const MOST_ENDINGS = 12

/** Every word is quoted, so that no sign in it has a meaning there. `column`: looked for in this field alone. */
export function matchOf(
  store: ReadStore,
  table: SearchTable,
  { text, isExact }: Wanted,
  column: string | null = null,
): Match {
  const words = text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '')
  const found =
    isExact || words.length === 0
      ? [{ match: `"${words.join(' ')}"`, isQuick: true }]
      : words.map((word) => beginningWith(store, table, word))
  const all = bothOf(found)
  return column === null ? all : { ...all, match: `{${column}} : (${all.match})` }
}

export const bothOf = (list: readonly Match[]): Match => joined(list, 'AND')
export const eitherOf = (list: readonly Match[]): Match => joined(list, 'OR')
export const withoutOf = (match: Match, not: Match): Match => joined([match, not], 'NOT')

function joined(list: readonly Match[], by: 'AND' | 'OR' | 'NOT'): Match {
  const [only, ...more] = list
  if (only !== undefined && more.length === 0) return only
  return {
    match: list.map(({ match }) => `(${match})`).join(` ${by} `),
    isQuick: list.every(({ isQuick }) => isQuick),
  }
}

function beginningWith(store: ReadStore, table: SearchTable, word: string): Match {
  const words = listWords(store, table, word)
  if (words === null) return { match: `"${word}"*`, isQuick: false }
  return {
    match: (words.length === 0 ? [word] : words).map((each) => `"${each}"`).join(' OR '),
    isQuick: true,
  }
}

/** The words of the index that begin so; null = they are many, or how the index writes this one is known to the index alone. */
function listWords(store: ReadStore, table: SearchTable, word: string): readonly string[] | null {
  if (!/^[a-z0-9]+$/i.test(word)) return null
  const beginning = word.toLowerCase()
  const next = statement(
    store,
    `select term from temp.${wordList(store, table)} where term >= ? limit 1`,
  ).pluck()
  const words: string[] = []
  let from = beginning
  for (;;) {
    const found = next.get(from)
    if (typeof found !== 'string' || !found.startsWith(beginning)) return words
    if (words.length === MOST_ENDINGS) return null
    words.push(found)
    // No sign of a word comes before this one: the next word, without a walk through the places of this.
    from = `${found}\u0001`
  }
}

const prepared = new WeakMap<ReadStore['sqlite'], Set<SearchTable>>()

/** A view of the index that belongs to the connection and stands in no file. */
function wordList({ sqlite }: ReadStore, table: SearchTable): string {
  const name = WORD_LISTS[table]
  const here = prepared.get(sqlite) ?? new Set()
  if (!here.has(table)) {
    sqlite.exec(`create virtual table temp.${name} using fts5vocab(main, ${table}, instance)`)
    prepared.set(sqlite, here.add(table))
  }
  return name
}

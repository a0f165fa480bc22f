import type { Wanted } from '../../src-preload/contract/vocabulary/filter/filterTerms.ts'
import type { FoundText } from '../../src-preload/contract/vocabulary/queueShape.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Of comments and pages in which a word stands, the newest so many are looked at: a word of every page says nothing. */
export const MOST_HITS = 10_000

const IN_NAMES = 'select rowid from claims_search where claims_search match ?'

/** Claims whose names have the text; one value, a match. */
export const NAME_HITS = `claim_key in (${IN_NAMES})`

/** Newest first is what FTS5 gives without sorting anything. */
const IN_TEXTS = `select claim_key from (
  with hits as materialized
    (select rowid as text_key from texts_search where texts_search match ? order by rowid desc limit ${MOST_HITS}),
  places as materialized (select claim_key, sha256 from hits join search_texts using (text_key))
  select claim_key from places where claim_key is not null
  union select documents.claim_key from documents where documents.sha256 in (select sha256 from places where sha256 is not null))`

/** Claims that say the text in a comment or carry it in a document; one value. */
export const TEXT_HITS = `claim_key in (${IN_TEXTS})`

/** Either; the match twice. One list, because two that are joined by *or* would be held against every claim. */
export const ANY_HITS = `claim_key in (${IN_NAMES} union ${IN_TEXTS})`

/**
 * The same for a word that stands in many names: the plus keeps SQLite from going through the hits one row after the other. It
 * goes through the queue in its order instead, and ends where the page is full.
 */
export const MANY_NAME_HITS = `+claim_key in (${IN_NAMES})`
export const MANY_ANY_HITS = `(+claim_key in (${IN_NAMES}) or +claim_key in (${IN_TEXTS}))`

/** How many claims there are of each, by the index alone; the match once, and three times. */
export const COUNT_NAME_HITS = 'select count(*) from claims_search where claims_search match ?'
export const COUNT_ANY_HITS = `select count(*) - coalesce(sum(+rowid in (${IN_TEXTS})), 0) + (select count(*) from (${IN_TEXTS}))
  from claims_search where claims_search match ?`

/** From here on the queue is gone through. A rarer word would have it gone through to its end for a few rows. */
const MANY = 20_000

export function isInManyNames(store: ReadStore, match: string): boolean {
  const found = statement(
    store,
    `select count(*) from (select 1 from claims_search where claims_search match ? limit ${MANY})`,
  )
    .pluck()
    .get(match)
  return Number(found) === MANY
}

/** In the words of FTS5. Every word is quoted, so that no sign in it has a meaning there. */
export function matchOf({ text, isExact }: Wanted): string {
  const words = text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '')
  return isExact ? `"${words.join(' ')}"` : words.map((word) => `"${word}"*`).join(' ')
}

/** Whether more places have the text than are looked at. */
export function hasMoreHits(store: ReadStore, match: string): boolean {
  const found = statement(
    store,
    `select count(*) from (select 1 from texts_search where texts_search match ? limit ${MOST_HITS + 1})`,
  )
    .pluck()
    .get(match)
  return Number(found) > MOST_HITS
}

/** One pass for a whole page: asked claim by claim, FTS5 would put the hits of a word's beginning together for each of them. */
const NAMED_AMONG =
  'select rowid from claims_search where claims_search match ? and +rowid in (select value from json_each(?))'
/** Marks that no text holds: they stand where a match begins and ends. */
const [BEGIN, END] = ['\u0002', '\u0003']
const SNIPPET = `snippet(texts_search, -1, '${BEGIN}', '${END}', '…', 14) as snippet`
const IN_COMMENT = `select author_name as name, null as page, ${SNIPPET}
  from texts_search join search_texts on text_key = texts_search.rowid
    join comments on comments.claim_key = search_texts.claim_key and comments.comment_id = search_texts.comment_id
  where texts_search match ? and texts_search.rowid in (select text_key from search_texts where claim_key = ?)
  order by texts_search.rowid desc limit 1`
const IN_DOCUMENT = `select file_name as name, search_texts.page as page, ${SNIPPET}
  from documents join search_texts using (sha256) join texts_search on texts_search.rowid = text_key
  where texts_search match ? and documents.claim_key = ?
    and texts_search.rowid in (select text_key from documents join search_texts using (sha256) where documents.claim_key = ?)
  order by documents.position, search_texts.page limit 1`

interface Snippet {
  readonly name: string
  readonly page: number | null
  readonly snippet: string
}

/**
 * For each of some claims the first place in its comments and documents of what is looked for. A claim whose names have all of it has
 * none.
 */
export function findFoundTexts(
  store: ReadStore,
  claimKeys: readonly number[],
  searches: readonly TextSearch[],
): Map<number, FoundText> {
  const found = new Map<number, FoundText>()
  for (const search of claimKeys.length === 0 ? [] : searches) {
    const named = search.isInNames ? namedAmong(store, search.match, claimKeys) : new Set<number>()
    for (const key of claimKeys) {
      if (named.has(key) || found.has(key)) continue
      const place = findPlace(store, key, search.match)
      if (place !== null) found.set(key, place)
    }
  }
  return found
}

function namedAmong(store: ReadStore, match: string, claimKeys: readonly number[]): ReadonlySet<number> {
  const rows = statement(store, NAMED_AMONG).pluck().all(match, JSON.stringify(claimKeys))
  return new Set(rows as number[])
}

function findPlace(store: ReadStore, claimKey: number, match: string): FoundText | null {
  const comment = statement(store, IN_COMMENT).get(match, claimKey) as Snippet | undefined
  if (comment !== undefined) return foundOf('comment', comment)
  const document = statement(store, IN_DOCUMENT).get(match, claimKey, claimKey) as Snippet | undefined
  return document === undefined ? null : foundOf('document', document)
}

export interface TextSearch {
  readonly match: string
  /** The names of the claim are searched too, and a row shows them anyway. */
  readonly isInNames: boolean
}

function foundOf(where: FoundText['where'], { name, page, snippet }: Snippet): FoundText {
  return { where, name, page, pieces: piecesOf(snippet) }
}

function piecesOf(snippet: string): FoundText['pieces'] {
  const [before = '', ...rest] = snippet.split(BEGIN)
  const pieces = rest.flatMap((part) => {
    const [match = '', after = ''] = part.split(END)
    return [
      { text: match, isMatch: true },
      { text: after, isMatch: false },
    ]
  })
  return [{ text: before, isMatch: false }, ...pieces].filter(({ text }) => text !== '')
}

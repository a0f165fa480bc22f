import type { FoundText } from '../../src-preload/contract/vocabulary/queueShape.ts'
import type { ReadStore } from './openStore.ts'
import type { Match } from './searchWords.ts'
import { statement } from './statements.ts'
import { MOST_PLACES, NEWEST_PLACES, type TextTerm } from './textHits.ts'

/** Whether a text that is looked for stands in more places than are looked at. */
export const hasMorePlaces = (store: ReadStore, terms: readonly TextTerm[]): boolean =>
  terms.some(({ texts }) => texts.some(({ match }) => isInMore(store, match)))

function isInMore(store: ReadStore, match: string): boolean {
  const found = statement(
    store,
    `select count(*) from (select 1 from texts_search where texts_search match ? limit ${MOST_PLACES + 1})`,
  )
    .pluck()
    .get(match)
  return Number(found) > MOST_PLACES
}

/**
 * Places of some claims: of each its comments, the newest first, then its documents as they stand in the claim. The pluses and the
 * order of the tables have it go from the claims to the list of hits; SQLite would try every hit for every claim.
 */
const PLACES = `with hits as materialized (${NEWEST_PLACES}), looked as materialized (select value as claim_key from json_each(?))
  select looked.claim_key as claimKey, text_key as textKey, 'comment' as "where", author_name as name, null as page, -text_key as rank
    from looked cross join search_texts on search_texts.claim_key = looked.claim_key
      cross join comments on comments.claim_key = search_texts.claim_key and comments.comment_id = search_texts.comment_id
    where +text_key in (select text_key from hits)
  union all
  select looked.claim_key, text_key, 'document', file_name, search_texts.page, position
    from looked cross join documents on documents.claim_key = looked.claim_key
      cross join search_texts on search_texts.sha256 = documents.sha256
    where +text_key in (select text_key from hits)
  order by "where", rank, page`

interface FoundPlace {
  readonly claimKey: number
  readonly textKey: number
  readonly where: FoundText['where']
  readonly name: string
  readonly page: number | null
}

/**
 * For each of some claims the first place in its comments and documents of what is looked for. A claim whose names have all of it has
 * none.
 */
export function findFoundTexts(
  store: ReadStore,
  claimKeys: readonly number[],
  terms: readonly TextTerm[],
): Map<number, FoundText> {
  const found = new Map<number, FoundText>()
  for (const { names, texts } of terms) {
    for (const match of texts) {
      const named = names === null ? new Set<number>() : namedAmong(store, names, claimKeys)
      const looked = claimKeys.filter((key) => !named.has(key) && !found.has(key))
      for (const [key, text] of findTexts(store, looked, match)) found.set(key, text)
    }
  }
  return found
}

const namedSql = (key: string) =>
  `select rowid from claims_search where claims_search match ? and ${key} in (select value from json_each(?))`
/** Row by row, or in one pass through all hits where the index would put them together for each row. */
const [NAMED_ROWS, NAMED_IN_PASS] = [namedSql('rowid'), namedSql('+rowid')]

function namedAmong(
  store: ReadStore,
  { match, isQuick }: Match,
  claimKeys: readonly number[],
): ReadonlySet<number> {
  if (claimKeys.length === 0) return new Set()
  const rows = statement(store, isQuick ? NAMED_ROWS : NAMED_IN_PASS)
    .pluck()
    .all(match, JSON.stringify(claimKeys))
  return new Set(rows as number[])
}

/** Marks that no text holds: they stand where a match begins and ends. */
const [BEGIN, END] = ['\u0002', '\u0003']
const SNIPPET = `snippet(texts_search, -1, '${BEGIN}', '${END}', '…', 14)`

/** One pass through the hits of which the places are the newest; asked one by one it would take five times as long. */
const CUT = `select rowid, ${SNIPPET} from texts_search
  where texts_search match ? and rowid >= ? and +rowid in (select value from json_each(?))`

/** Where first, from the lists of the index alone; a piece of text is cut out for the places that are shown. */
function findTexts(store: ReadStore, claimKeys: readonly number[], { match }: Match): Map<number, FoundText> {
  const first = new Map<number, FoundPlace>()
  if (claimKeys.length === 0) return new Map()
  const places = statement(store, PLACES).all(match, JSON.stringify(claimKeys)) as FoundPlace[]
  for (const place of places) if (!first.has(place.claimKey)) first.set(place.claimKey, place)
  if (first.size === 0) return new Map()
  const textKeys = [...first.values()].map(({ textKey }) => textKey)
  const cut = statement(store, CUT)
    .raw()
    .all(match, Math.min(...textKeys), JSON.stringify(textKeys))
  const snippets = new Map(cut as [number, string][])
  const foundAt = ({ textKey, where, name, page }: FoundPlace): FoundText => ({
    where,
    name,
    page,
    pieces: piecesOf(snippets.get(textKey) ?? ''),
  })
  return new Map([...first].map(([key, place]) => [key, foundAt(place)]))
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

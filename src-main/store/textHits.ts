import type { TextField } from '../../src-preload/contract/vocabulary/filter/filterWords.ts'
import type { ReadStore } from './openStore.ts'
import { allOf, plain, type Understood, type Where } from './queueConditions.ts'
import { bothOf, eitherOf, type Match, matchOf, type SearchTable, withoutOf } from './searchWords.ts'
import { statement } from './statements.ts'

/** One part of a filter that looks for text: in what names a claim, or in comments and pages, or in either. */
export interface TextTerm {
  readonly isNot: boolean
  /** Null = not looked for there. */
  readonly names: Match | null
  readonly texts: readonly Match[]
}

const COLUMN: Readonly<Record<TextField, string>> = {
  claim: 'claim_name',
  id: 'claim_id',
  customer: 'customer_name',
  partner: 'partner_name',
  product: 'item_names',
  comment: 'comment',
  document: 'page_text',
}

/** Null = this part looks for no text. */
export function textTermOf(store: ReadStore, { isNot, condition }: Understood): TextTerm | null {
  if (condition.kind === 'text') {
    const inTable = (table: SearchTable) => matchOf(store, table, condition.wanted)
    return { isNot, names: inTable('claims_search'), texts: [inTable('texts_search')] }
  }
  if (condition.kind !== 'in') return null
  const { field, wanted } = condition
  const inTable = (table: SearchTable) => wanted.map((each) => matchOf(store, table, each, COLUMN[field]))
  return field === 'comment' || field === 'document'
    ? { isNot, names: null, texts: inTable('texts_search') }
    : { isNot, names: eitherOf(inTable('claims_search')), texts: [] }
}

/** The claims that all text parts of a filter pick together. */
export interface TextHits {
  /** A select of their keys, in no order; with `isLeftOut` of the keys of all others. */
  keys(): Where
  /** The same of the claims of which nothing is said in comments and pages; null = none of them. */
  readonly named: Where | null
  /** The others among the keys. */
  said(): readonly number[]
  /** The row of `claims` that is looked at, held against a list of all names that have it. */
  listed(): Where
  /** The filter says only what is not wanted: everything but these. */
  readonly isLeftOut: boolean
  /** Asks the index about the row of `claims` that is looked at; null = that would take as long as all of them. */
  readonly ofRow: Where | null
  /** About how many keys there are. */
  estimate(): number
}

/** Of comments and pages in which a word stands, the newest so many are looked at: a word of every page says nothing. */
export const MOST_PLACES = 10_000

/** Newest first is what FTS5 gives without sorting anything. */
export const NEWEST_PLACES = `select rowid as text_key from texts_search where texts_search match ? order by rowid desc limit ${MOST_PLACES}`
const IN_TEXTS = `with hits as materialized (${NEWEST_PLACES}),
  places as materialized (select claim_key, sha256 from hits join search_texts using (text_key))
  select claim_key from places where claim_key is not null
  union select documents.claim_key from documents where documents.sha256 in (select sha256 from places where sha256 is not null)`

/** So many hits are counted to estimate how many there are. */
const SAMPLE = 5_000

/**
 * Claims with a hit in comments or pages are few, by `MOST_PLACES`, and looked at one by one; for all others what names them decides
 * alone, and there one question to the index, built of all parts, stands for all of them.
 */
export function textHitsOf(store: ReadStore, terms: readonly TextTerm[]): TextHits {
  const said = terms.map((term) => ({ ...term, claims: claimsSaying(store, term) }))
  const saying = [...new Set(said.flatMap(({ claims }) => claims))]
  const isLeftOut = terms.every(({ isNot }) => isNot)
  const match = isLeftOut ? anyNames(terms) : wantedNames(terms)
  const inside = (key: string, isRow: boolean) => {
    // A part alone is met by all of those in whose texts it stands.
    if (said.length === 1) return plain('1')
    const all = allOf(said.map((term) => termOf(store, term, key, saying.length, isRow)))
    return isLeftOut ? { ...all, sql: `not ${all.sql}` } : all
  }
  let among: readonly number[] | null = null
  const findAmong = () => (among ??= amongSaying(store, saying, inside('found.value', false)))
  const isQuick = terms.every(({ names }) => names === null || names.isQuick)
  const named = match === null ? null : namedBut(saying, match)
  const estimate = match === null ? 0 : estimateOf(store, match)
  const rowOr = (byName: Where) => rowOf(byName, saying, inside('claims.claim_key', true), isLeftOut)
  const keys = () => keysOf(named, findAmong())
  const listed = (): Where => {
    if (isQuick && among === null) return rowOr(match === null ? plain('0') : listedRow(match))
    const { sql, values } = keys()
    return plain(`+claims.claim_key ${isLeftOut ? 'not ' : ''}in (${sql})`, ...values)
  }
  return {
    keys,
    isLeftOut,
    named,
    said: findAmong,
    listed,
    ofRow: isQuick ? rowOr(match === null ? plain('0') : namedRow('claims.claim_key', match)) : null,
    estimate: () => estimate + (among ?? saying).length,
  }
}

function amongSaying(store: ReadStore, saying: readonly number[], { sql, values }: Where): readonly number[] {
  if (saying.length === 0 || sql === '1') return saying
  return statement(store, `select found.value from json_each(?) as found where ${sql}`)
    .pluck()
    .all(JSON.stringify(saying), ...values) as number[]
}

function claimsSaying(store: ReadStore, { texts }: TextTerm): readonly number[] {
  const find = statement(store, IN_TEXTS).pluck()
  const [only, ...more] = texts.map(({ match }) => find.all(match) as number[])
  return more.length === 0 ? (only ?? []) : [...new Set([...(only ?? []), ...more.flat()])]
}

/** Claims of which nothing was said are among the hits by their names alone; null = none of them is. */
function wantedNames(terms: readonly TextTerm[]): Match | null {
  const wanted = terms.filter(({ isNot }) => !isNot).map(({ names }) => names)
  const names = wanted.filter((match) => match !== null)
  if (names.length < wanted.length) return null
  const unwanted = anyNames(terms.filter(({ isNot }) => isNot))
  return unwanted === null ? bothOf(names) : withoutOf(bothOf(names), unwanted)
}

function anyNames(terms: readonly TextTerm[]): Match | null {
  const names = terms.map((term) => term.names).filter((match) => match !== null)
  return names.length === 0 ? null : eitherOf(names)
}

const IN_NAMES = 'select rowid from claims_search where claims_search match ?'
const amongOf = (key: string, keys: readonly number[]): Where =>
  plain(`${key} in (select value from json_each(?))`, JSON.stringify(keys))
const listedRow = ({ match }: Match): Where => plain(`+claims.claim_key in (${IN_NAMES})`, match)
const namedRow = (key: string, { match }: Match): Where =>
  plain(`exists (select 1 from claims_search where claims_search match ? and rowid = ${key})`, match)

/** Asking about one row costs as much as putting so many hits on a list. */
const HITS_A_QUESTION = 80

type Said = TextTerm & { readonly claims: readonly number[] }

function termOf(
  store: ReadStore,
  { isNot, names, claims }: Said,
  key: string,
  rows: number,
  isRow: boolean,
): Where {
  const ways: Where[] = claims.length === 0 ? [] : [amongOf(key, claims)]
  if (names !== null) {
    const isAsked = isRow || (names.isQuick && rows * HITS_A_QUESTION < estimateOf(store, names))
    ways.push(isAsked ? namedRow(key, names) : plain(`${key} in (${IN_NAMES})`, names.match))
  }
  const sql = ways.length === 0 ? '0' : ways.map((way) => way.sql).join(' or ')
  return { sql: `${isNot ? 'not ' : ''}(${sql})`, values: ways.flatMap(({ values }) => values) }
}

function namedBut(saying: readonly number[], { match }: Match): Where {
  if (saying.length === 0) return plain(IN_NAMES, match)
  const others = amongOf('+rowid', saying)
  return plain(`${IN_NAMES} and not (${others.sql})`, match, ...others.values)
}

function keysOf(named: Where | null, said: readonly number[]): Where {
  const list = plain('select value from json_each(?)', JSON.stringify(said))
  if (named === null) return list
  if (said.length === 0) return named
  return plain(`${named.sql} union all ${list.sql}`, ...named.values, ...list.values)
}

function rowOf(byName: Where, saying: readonly number[], inside: Where, isLeftOut: boolean): Where {
  const not = isLeftOut ? 'not ' : ''
  if (saying.length === 0) return plain(`${not}(${byName.sql})`, ...byName.values)
  const isSaid = amongOf('claims.claim_key', saying)
  return plain(
    `${not}case when ${isSaid.sql} then ${inside.sql} else ${byName.sql} end`,
    ...isSaid.values,
    ...inside.values,
    ...byName.values,
  )
}

/** By how far into the table the first hits reach, as if they lay evenly. */
function estimateOf(store: ReadStore, { match }: Match): number {
  const { hits, reach, end } = statement(
    store,
    `select count(*) as hits, coalesce(max(rowid), 1) as reach, (select max(claim_key) from claims) as end
      from (${IN_NAMES} limit ${SAMPLE})`,
  ).get(match) as { hits: number; reach: number; end: number | null }
  return hits < SAMPLE ? hits : Math.ceil(hits * Math.max(1, (end ?? 1) / reach))
}

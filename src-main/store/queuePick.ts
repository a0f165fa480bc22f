import { parseFilter } from '../../src-preload/contract/vocabulary/filter/parseFilter.ts'
import type { Wanted } from '../../src-preload/contract/vocabulary/filter/filterTerms.ts'
import type { ClaimCount, ClaimFilter } from '../../src-preload/contract/vocabulary/queueShape.ts'
import type { UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore } from './openStore.ts'
import { ASLEEP, type Asker, conditionOf, type Understood, type Where } from './queueConditions.ts'
import { statement } from './statements.ts'
import { type TextHits, textHitsOf, type TextTerm, textTermOf } from './textHits.ts'

/** Who looks for text in very many claims wants a better word, not their number. */
export const COUNTED = 10_000

/** The claims that a filter picks for somebody now. */
export interface Picked {
  /** `rows`: how many are wanted in the order of the queue; none = all of them, whatever their order. */
  where(rows?: number): Where
  /** Exact, or `COUNTED` where text is looked for and more claims have it. */
  count(): ClaimCount
  /** What is looked for in text. A negation has no place to show. */
  readonly texts: readonly TextTerm[]
}

/** Statements name the table: a condition asks other tables by the claim's id. */
export function pickOf(store: ReadStore, { text }: ClaimFilter, asker: Asker): Picked {
  const understood = parseFilter(text).filter((term) => term.kind === 'understood')
  const looked = understood.map((term) => textTermOf(store, term)).filter((term) => term !== null)
  const hits = looked.length === 0 ? null : textHitsOf(store, looked)
  const lookups = { findHolders: (wanted: Wanted) => findHolders(store, wanted) }
  const others = understood
    .map((term) => conditionOf(term, asker, lookups))
    .filter((condition) => condition !== null)
  if (!understood.some(isAboutSnoozes) && hasSnoozes(store, asker))
    others.push({ sql: `not (${ASLEEP})`, values: [asker.userId, asker.now] })
  if (!understood.some(isAboutHeld) && hasHeld(store)) others.push(NOT_HELD)
  if (hits === null) return pickWithoutText(store, others)
  const picked = pickWithText(store, hits, others)
  return { ...picked, texts: looked.filter(({ isNot }) => !isNot) }
}

function pickWithText(store: ReadStore, hits: TextHits, others: readonly Where[]): Omit<Picked, 'texts'> {
  const size = sizeOf(store)
  const isNarrow = others.some((other) => picksFew(store, other))
  const beside = isNarrow ? others : others.map(withoutIndex)
  const steps = (rows: number) => (isNarrow ? FEW : stepsTo(rows, hits, size))
  const by = (way: Way) => whereAll([...beside, condition(hits, way)])
  return {
    where: (rows = size) => by(wayOf(hits, steps(rows))),
    count: () => {
      if (others.length === 0 && !hits.isLeftOut) return countHits(store, hits)
      const tried = isNarrow ? null : tryHits(store, hits, beside)
      return (
        tried ??
        countUpTo(store, rowsOf(by(wayOf({ ...hits, ofRow: isNarrow ? hits.ofRow : null }, steps(size)))))
      )
    },
  }
}

const withoutIndex = ({ sql, values, unindexed }: Where): Where => ({ sql: unindexed ?? sql, values })
const rowsOf = ({ sql, values }: Where): Where => ({ sql: `select 1 from claims ${sql}`, values })

/** So few claims are asked about one by one sooner than the hits of a text are gone through. */
const FEW = 2_000

/** Whether a condition with an index picks few claims by itself. */
const picksFew = (store: ReadStore, { sql, values, unindexed }: Where): boolean =>
  unindexed !== undefined &&
  numberOf(store, { sql: `select count(*) from (select 1 from claims where ${sql} limit ${FEW})`, values }) <
    FEW

function pickWithoutText(store: ReadStore, others: readonly Where[]): Picked {
  const where = whereAll(others)
  const count = () => numberOf(store, { ...where, sql: `select count(*) from claims ${where.sql}` })
  return { where: () => where, count: () => ({ claims: count(), isMore: false }), texts: [] }
}

const whereAll = (list: readonly Where[]): Where => ({
  sql: list.length === 0 ? '' : `where ${list.map(({ sql }) => sql).join(' and ')}`,
  values: list.flatMap(({ values }) => values),
})

/**
 * Ways to the claims that have a text: from each hit to its row; through the queue with all hits on a list; through the queue, asking
 * the index about each row.
 */
type Way = 'from_hits' | 'with_list' | 'asking'

function condition({ keys, listed, ofRow }: TextHits, way: Way): Where {
  if (way === 'asking' && ofRow !== null) return ofRow
  if (way !== 'from_hits') return listed()
  const { sql, values } = keys()
  return { sql: `claims.claim_key in (${sql})`, values }
}

/** Microseconds, as measured over a million claims; what counts is how they stand to one another. */
const COST = { rowOfHit: 3, listedHit: 0.2, steppedRow: 0.1, askedRow: 15 } as const

/** `steps`: rows of the queue that are gone through. */
function wayOf(
  { estimate, isLeftOut, ofRow }: Pick<TextHits, 'estimate' | 'isLeftOut' | 'ofRow'>,
  steps: number,
): Way {
  const costs: Readonly<Record<Way, number>> = {
    from_hits: isLeftOut ? Number.POSITIVE_INFINITY : estimate() * COST.rowOfHit,
    with_list: estimate() * COST.listedHit + steps * COST.steppedRow,
    asking: ofRow === null ? Number.POSITIVE_INFINITY : steps * COST.askedRow,
  }
  const ways: readonly Way[] = ['from_hits', 'with_list', 'asking']
  return ways.reduce((best, way) => (costs[way] < costs[best] ? way : best))
}

/** Rows that are gone through until so many are found, if the hits lie evenly. */
function stepsTo(rows: number, { estimate, isLeftOut }: TextHits, size: number): number {
  const picked = Math.max(1, isLeftOut ? size - estimate() : estimate())
  return Math.min(size, (rows * size) / picked)
}

/** Claims that were ever here, near enough. */
const sizeOf = (store: ReadStore): number =>
  Number(statement(store, 'select coalesce(max(claim_key), 0) from claims').pluck().get())

const numberOf = (store: ReadStore, { sql, values }: Where): number =>
  Number(
    statement(store, sql)
      .pluck()
      .get(...values),
  )

/** Hits that are tried before the queue is gone through: enough of them, if every fifth meets the other conditions. */
const TRIED = 5 * COUNTED

function countHits(store: ReadStore, { named, said }: TextHits): ClaimCount {
  // What is said in comments and pages takes longer to find, and need not be known of a word that stands in very many names.
  const count = named === null ? countOf(0) : countUpTo(store, named)
  return count.isMore ? count : countOf(count.claims + said().length)
}

/** Null = these are not enough to say how many there are. */
function tryHits(
  store: ReadStore,
  { named, isLeftOut, estimate }: TextHits,
  others: readonly Where[],
): ClaimCount | null {
  if (named === null || isLeftOut || estimate() < TRIED / 2) return null
  const { sql, values } = named
  const some = { sql: `claims.claim_key in (select * from (${sql}) limit ${TRIED})`, values }
  const tried = countUpTo(store, rowsOf(whereAll([...others, some])))
  return tried.isMore ? tried : null
}

const countUpTo = (store: ReadStore, { sql, values }: Where): ClaimCount =>
  countOf(numberOf(store, { sql: `select count(*) from (${sql} limit ${COUNTED + 1})`, values }))

const countOf = (claims: number): ClaimCount => ({
  claims: Math.min(claims, COUNTED),
  isMore: claims > COUNTED,
})

const isAboutSnoozes = ({ condition: asked }: Understood): boolean =>
  asked.kind === 'one_of' && asked.field === 'is' && asked.words.includes('snoozed')

/**
 * What waits for arbitration was reviewed, and is in the queue of cases from then on (S-129): it is nobody's next piece of work. Who looks
 * for text, for a status that it has, or for what is the matter with claims, looks for it too.
 */
const isAboutHeld = ({ condition: asked }: Understood): boolean => {
  if (asked.kind === 'text' || asked.kind === 'in') return true
  if (asked.kind !== 'one_of') return false
  return (
    asked.field === 'has' || asked.field === 'is' || STATES_OF_HELD.some((word) => asked.words.includes(word))
  )
}
const STATES_OF_HELD = ['under_review', 'awaiting_arbitration']

const NOT_HELD: Where = { sql: "sub_state is not 'awaiting_arbitration'", values: [] }

/** Asked first, as of snoozes. */
const hasHeld = (store: ReadStore): boolean =>
  statement(store, "select 1 from claims where sub_state = 'awaiting_arbitration' limit 1").get() !==
  undefined

/** Asked first, because counting a queue without conditions takes no time at all. */
const hasSnoozes = (store: ReadStore, { userId, now }: Asker): boolean =>
  statement(store, 'select 1 from snoozes where user_id = ? and until_at > ? and woken_at is null').get(
    userId,
    now,
  ) !== undefined

/** Answered by an index: people are few, and names are folded here, where accents are known. */
function findHolders(store: ReadStore, { text }: Wanted): UserId[] {
  const people = statement(
    store,
    'select distinct assigned_user_id as userId, assigned_name as name from claims where assigned_user_id is not null',
  ).all() as { userId: UserId; name: string | null }[]
  const wanted = wordsOf(text)
  return people
    .filter(({ userId, name }) => {
      const words = wordsOf(`${name ?? ''} ${userId}`)
      return wanted.every((each) => words.some((word) => word.startsWith(each)))
    })
    .map(({ userId }) => userId)
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

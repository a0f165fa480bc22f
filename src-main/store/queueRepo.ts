import type {
  ClaimFilter,
  ClaimPage,
  ClaimSummary,
} from '../../src-preload/contract/vocabulary/queueShape.ts'
import type { Clock } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { type ClaimState, DECISIONS, type WakeReason } from '../../src-preload/contract/vocabulary/words.ts'
import type { FilterTerm, Wanted } from '../../src-preload/contract/vocabulary/filter/filterTerms.ts'
import { parseFilter } from '../../src-preload/contract/vocabulary/filter/parseFilter.ts'
import { shownClaim, type StartedReview } from '../domain/claim/shownState.ts'
import { OWN_REVISION, SAID_ACTS } from './answeredRepo.ts'
import { toInstant, toInstantOrNull } from './instants.ts'
import type { ReadStore } from './openStore.ts'
import { ASLEEP, type Asker, conditionOf, matchIn, type Where } from './queueConditions.ts'
import { statement } from './statements.ts'
import { findFoundTexts, hasMoreHits, isInManyNames, matchOf, type TextSearch } from './textSearch.ts'

interface QueueRow {
  readonly claim_key: number
  readonly claim_id: ClaimId
  readonly claim_name: string
  readonly customer_name: string
  readonly partner_name: string
  readonly program: ClaimSummary['program']
  readonly item_names: string
  readonly state: ClaimSummary['state']
  readonly sub_state: ClaimSummary['subState']
  readonly revision: number
  readonly clocks: string
  readonly usable_poe: ClaimSummary['verdicts']['usablePoe']
  readonly customer_acknowledgment: ClaimSummary['verdicts']['usablePoe']
  readonly dates: ClaimSummary['verdicts']['usablePoe']
  readonly products: ClaimSummary['verdicts']['usablePoe']
  readonly service_description: ClaimSummary['verdicts']['usablePoe']
  readonly competing_claims: number
  readonly assigned_user_id: UserId | null
  readonly assigned_name: string | null
  readonly assigned_until: number | null
  /** Kinds of the acts that wait for the hub or for its feed, joined by commas; null = none. */
  readonly waiting: string | null
  /** Of a review that was begun here and is not confirmed yet; null = none was. */
  readonly started_review: string | null
}

const COLUMNS = `claims.claim_key, claims.claim_id, claims.claim_name, customer_name, partner_name, program, item_names, state, sub_state,
  coalesce(${OWN_REVISION}, revision) as revision, clocks, usable_poe, customer_acknowledgment, dates, products, service_description, competing_claims, assigned_user_id,
  assigned_name, assigned_until, (select group_concat(kind) from ${SAID_ACTS}) as waiting,
  (select started_review from ${SAID_ACTS} where kind = 'start_review' limit 1) as started_review`

/** Statements name the table: a condition asks other tables by the claim's id. */
export function whereOf(store: ReadStore, { text }: ClaimFilter, asker: Asker): Where {
  const understood = parseFilter(text).filter((term) => term.kind === 'understood')
  const lookups = {
    findHolders: (wanted: Wanted) => findHolders(store, wanted),
    isInManyNames: (match: string) => isInManyNames(store, match),
  }
  const conditions = understood.map((term) => conditionOf(term, asker, lookups))
  if (!understood.some(isAboutSnoozes) && hasSnoozes(store, asker))
    conditions.push({ sql: `not (${ASLEEP})`, values: [asker.userId, asker.now] })
  const [only, ...more] = conditions
  return {
    ...(only?.count !== undefined && more.length === 0 && { count: only.count }),
    sql: conditions.length === 0 ? '' : `where ${conditions.map(({ sql }) => sql).join(' and ')}`,
    values: conditions.flatMap(({ values }) => values),
  }
}

type Understood = Extract<FilterTerm, { kind: 'understood' }>

const isAboutSnoozes = ({ condition }: Understood): boolean =>
  condition.kind === 'one_of' && condition.field === 'is' && condition.words.includes('snoozed')

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

/** One page of the queue in the order of due instants. */
export function listClaims(
  store: ReadStore,
  filter: ClaimFilter,
  asker: Asker,
  { offset, limit }: PageWish,
): ClaimPage {
  const where = whereOf(store, filter, asker)
  const rows = statement(
    store,
    // Which rows first, by what indexes hold; only then the rows themselves.
    `select ${COLUMNS} from claims where claim_key in
       (select claim_key from claims ${where.sql} order by due_sort, claims.claim_id limit ? offset ?)
     order by due_sort, claims.claim_id`,
  ).all(...where.values, limit, offset) as QueueRow[]
  const searches = searchesOf(filter)
  const found = findFoundTexts(
    store,
    rows.map(({ claim_key }) => claim_key),
    searches,
  )
  const snoozes = listSnoozes(store, asker)
  return {
    total: countRows(store, where),
    offset,
    rows: rows.map((row) =>
      summaryFromRow(row, snoozes.get(row.claim_id) ?? null, found.get(row.claim_key) ?? null),
    ),
    isNewestOnly: searches.some(({ match }) => hasMoreHits(store, match)),
  }
}

interface PageWish {
  readonly offset: number
  readonly limit: number
}

/** What the filter looks for in comments and documents. A negation has no place to show. */
function searchesOf({ text }: ClaimFilter): TextSearch[] {
  return parseFilter(text).flatMap((term): TextSearch[] => {
    if (term.kind === 'problem' || term.isNot) return []
    const { condition } = term
    if (condition.kind === 'text') return [{ match: matchOf(condition.wanted), isInNames: true }]
    if (condition.kind !== 'in' || (condition.field !== 'comment' && condition.field !== 'document'))
      return []
    return condition.wanted.map((wanted) => ({ match: matchIn(condition.field, wanted), isInNames: false }))
  })
}

function listSnoozes(store: ReadStore, { userId, now }: Asker): Map<ClaimId, ClaimSummary['snooze']> {
  const rows = statement(
    store,
    'select claim_id, until_at, woken_by from snoozes where user_id = ? and until_at > ?',
  ).all(userId, now) as { claim_id: ClaimId; until_at: number; woken_by: WakeReason | null }[]
  return new Map(rows.map((row) => [row.claim_id, { until: toInstant(row.until_at), wokenBy: row.woken_by }]))
}

/** How many claims a filter shows. */
export function countClaims(store: ReadStore, filter: ClaimFilter, asker: Asker): number {
  return countRows(store, whereOf(store, filter, asker))
}

function countRows(store: ReadStore, where: Where): number {
  const { sql, values } = where.count ?? {
    sql: `select count(*) from claims ${where.sql}`,
    values: where.values,
  }
  return Number(
    statement(store, sql)
      .pluck()
      .get(...values),
  )
}

function summaryFromRow(
  row: QueueRow,
  snooze: ClaimSummary['snooze'],
  found: ClaimSummary['found'],
): ClaimSummary {
  const waiting = row.waiting?.split(',') ?? []
  // Written by this program from parsed records; the router checks the page once more on its way out.
  const started = row.started_review === null ? null : (JSON.parse(row.started_review) as StartedReview)
  const clocks = JSON.parse(row.clocks) as Clock[]
  const items = JSON.parse(row.item_names) as string[]
  const shown = shownClaim({ state: row.state, subState: row.sub_state, clocks }, waiting, started)
  return {
    claimId: row.claim_id,
    claimName: row.claim_name,
    customerName: row.customer_name,
    partnerName: row.partner_name,
    program: row.program,
    items,
    state: shown.state,
    subState: shown.subState,
    revision: row.revision,
    clock: shown.clocks[0] ?? null,
    verdicts: {
      usablePoe: row.usable_poe,
      customerAcknowledgment: row.customer_acknowledgment,
      dates: row.dates,
      products: row.products,
      serviceDescription: row.service_description,
    },
    pendingDecision: DECISIONS.find((decision) => waiting.includes(decision)) ?? null,
    competing: row.competing_claims > 0,
    assignedTo:
      row.assigned_user_id === null
        ? null
        : {
            userId: row.assigned_user_id,
            name: row.assigned_name ?? row.assigned_user_id,
            until: toInstantOrNull(row.assigned_until),
          },
    snooze,
    found,
  }
}

export function countByState(store: ReadStore, asker: Asker): { state: ClaimState; claims: number }[] {
  const where = whereOf(store, { text: '' }, asker)
  return statement(store, `select state, count(*) as claims from claims ${where.sql} group by state`).all(
    ...where.values,
  ) as { state: ClaimState; claims: number }[]
}

export interface QueuePosition {
  readonly index: number | null
  readonly total: number
  readonly previous: ClaimId | null
  readonly next: ClaimId | null
}

/** Where a claim stands among the filtered ones. `index` null = the filter leaves it out, or it is not known. */
export function positionOf(
  store: ReadStore,
  filter: ClaimFilter,
  asker: Asker,
  claimId: ClaimId,
): QueuePosition {
  const where = whereOf(store, filter, asker)
  const total = countRows(store, where)
  const and = where.sql === '' ? 'where' : `${where.sql} and`
  const here = statement(store, `select due_sort from claims ${and} claim_id = ?`)
    .pluck()
    .get(...where.values, claimId)
  if (here === undefined) return { index: null, total, previous: null, next: null }
  const side = (compare: '<' | '>', order: 'asc' | 'desc') =>
    (statement(
      store,
      `select claim_id from claims ${and} (due_sort, claim_id) ${compare} (?, ?) order by due_sort ${order}, claim_id ${order} limit 1`,
    )
      .pluck()
      .get(...where.values, here, claimId) ?? null) as ClaimId | null
  const index = Number(
    statement(store, `select count(*) from claims ${and} (due_sort, claim_id) < (?, ?)`)
      .pluck()
      .get(...where.values, here, claimId),
  )
  return { index, total, previous: side('<', 'desc'), next: side('>', 'asc') }
}

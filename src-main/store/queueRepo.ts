import type {
  ClaimFilter,
  ClaimPage,
  ClaimSummary,
} from '../../src-preload/contract/vocabulary/queueShape.ts'
import type { Clock } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { type ClaimState, DECISIONS } from '../../src-preload/contract/vocabulary/words.ts'
import { shownClaim, type StartedReview } from '../domain/claim/shownState.ts'
import { OWN_REVISION, SAID_ACTS } from './answeredRepo.ts'
import { toInstantOrNull } from './instants.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

interface QueueRow {
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

const COLUMNS = `claims.claim_id, claims.claim_name, customer_name, partner_name, program, item_names, state, sub_state,
  coalesce(${OWN_REVISION}, revision) as revision, clocks, usable_poe, customer_acknowledgment, dates, products, service_description, competing_claims, assigned_user_id,
  assigned_name, assigned_until, (select group_concat(kind) from ${SAID_ACTS}) as waiting,
  (select started_review from ${SAID_ACTS} where kind = 'start_review' limit 1) as started_review`

/** The part of a query that picks claims, with what to bind to it. */
interface Where {
  readonly text: string
  readonly values: readonly string[]
}

/** Every word must begin a word of the claim. Quoted, so that no sign in it has a meaning of its own. */
function searchOf(text: string): string | null {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}

function whereOf({ text, states }: ClaimFilter): Where {
  const conditions: string[] = []
  const values: string[] = []
  if (states.length > 0) {
    conditions.push(`state in (${states.map(() => '?').join(', ')})`)
    values.push(...states)
  }
  const search = searchOf(text)
  if (search !== null) {
    conditions.push('claim_key in (select rowid from claims_search where claims_search match ?)')
    values.push(search)
  }
  return { text: conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`, values }
}

/** One page of the queue in the order of due instants. */
export function listClaims(store: ReadStore, filter: ClaimFilter, offset: number, limit: number): ClaimPage {
  const where = whereOf(filter)
  const rows = statement(
    store,
    `select ${COLUMNS} from claims ${where.text} order by due_sort, claims.claim_id limit ? offset ?`,
  ).all(...where.values, limit, offset) as QueueRow[]
  return { total: countClaims(store, where), offset, rows: rows.map(summaryFromRow) }
}

function countClaims(store: ReadStore, where: Where): number {
  return Number(
    statement(store, `select count(*) from claims ${where.text}`)
      .pluck()
      .get(...where.values),
  )
}

function summaryFromRow(row: QueueRow): ClaimSummary {
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
  }
}

export function countByState(store: ReadStore): { state: ClaimState; claims: number }[] {
  return statement(store, 'select state, count(*) as claims from claims group by state').all() as {
    state: ClaimState
    claims: number
  }[]
}

export interface QueuePosition {
  readonly index: number | null
  readonly total: number
  readonly previous: ClaimId | null
  readonly next: ClaimId | null
}

/** Where a claim stands among the filtered ones. `index` null = the filter leaves it out, or it is not known. */
export function positionOf(store: ReadStore, filter: ClaimFilter, claimId: ClaimId): QueuePosition {
  const where = whereOf(filter)
  const total = countClaims(store, where)
  const and = where.text === '' ? 'where' : `${where.text} and`
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

import type {
  ClaimCount,
  ClaimFilter,
  ClaimPage,
  ClaimSummary,
} from '../../src-preload/contract/vocabulary/queueShape.ts'
import type { Clock } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import {
  CLAIM_STATES,
  type ClaimState,
  DECISIONS,
  type WakeReason,
} from '../../src-preload/contract/vocabulary/words.ts'
import { shownClaim, type StartedReview } from '../domain/claim/shownState.ts'
import { OWN_REVISION, SAID_ACTS } from './answeredRepo.ts'
import { type Attention, attentionAmong } from './attentionRepo.ts'
import { toInstant, toInstantOrNull } from './instants.ts'
import type { ReadStore } from './openStore.ts'
import type { Asker, Where } from './queueConditions.ts'
import { pickOf } from './queuePick.ts'
import { statement } from './statements.ts'
import { findFoundTexts, hasMorePlaces } from './foundTexts.ts'

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

/** One page of the queue in the order of due instants. */
export function listClaims(
  store: ReadStore,
  filter: ClaimFilter,
  asker: Asker,
  { offset, limit }: PageWish,
): ClaimPage {
  const picked = pickOf(store, filter, asker)
  const where = picked.where(offset + limit)
  const { claims: total, isMore } = picked.count()
  const isPast = !isMore && total <= offset
  const rows = isPast
    ? []
    : (statement(
        store,
        // Which rows first, by what indexes hold; only then the rows themselves.
        `select ${COLUMNS} from claims where claim_key in
       (select claim_key from claims ${where.sql} order by due_sort, claims.claim_id limit ? offset ?)
     order by due_sort, claims.claim_id`,
      ).all(...where.values, limit, offset) as QueueRow[])
  const found = findFoundTexts(
    store,
    rows.map(({ claim_key }) => claim_key),
    picked.texts,
  )
  const beside = besideRows(store, rows, asker)
  return {
    total,
    isMore,
    offset,
    rows: rows.map((row) => summaryFromRow(row, beside, found.get(row.claim_key) ?? null)),
    isNewestOnly: hasMorePlaces(store, picked.texts),
  }
}

/** Rows of these claims, in no order; those that are not here are left out. */
export function listSummaries(store: ReadStore, claimIds: readonly ClaimId[], asker: Asker): ClaimSummary[] {
  const rows = statement(
    store,
    `select ${COLUMNS} from claims where claims.claim_id in (select value from json_each(?))`,
  ).all(JSON.stringify(claimIds)) as QueueRow[]
  const beside = besideRows(store, rows, asker)
  return rows.map((row) => summaryFromRow(row, beside, null))
}

/** What rows show that does not stand in them. */
interface Beside extends Attention {
  readonly snoozes: ReadonlyMap<ClaimId, ClaimSummary['snooze']>
}

function besideRows(store: ReadStore, rows: readonly QueueRow[], asker: Asker): Beside {
  const ids = rows.map(({ claim_id }) => claim_id)
  return { snoozes: listSnoozes(store, asker), ...attentionAmong(store, ids, asker) }
}

interface PageWish {
  readonly offset: number
  readonly limit: number
}

function listSnoozes(store: ReadStore, { userId, now }: Asker): Map<ClaimId, ClaimSummary['snooze']> {
  const rows = statement(
    store,
    'select claim_id, until_at, woken_by from snoozes where user_id = ? and until_at > ?',
  ).all(userId, now) as { claim_id: ClaimId; until_at: number; woken_by: WakeReason | null }[]
  return new Map(rows.map((row) => [row.claim_id, { until: toInstant(row.until_at), wokenBy: row.woken_by }]))
}

/** Ids of all that a filter shows, in the order of the queue. `most`: no more than these; null = all. */
export function listClaimIds(
  store: ReadStore,
  filter: ClaimFilter,
  asker: Asker,
  most: number | null,
): ClaimId[] {
  const where = pickOf(store, filter, asker).where(most ?? undefined)
  return statement(
    store,
    `select claim_id from claims ${where.sql} order by due_sort, claims.claim_id limit ?`,
  )
    .pluck()
    .all(...where.values, most ?? -1) as ClaimId[]
}

/** How many claims a filter shows. */
export function countClaims(store: ReadStore, filter: ClaimFilter, asker: Asker): ClaimCount {
  return pickOf(store, filter, asker).count()
}

function summaryFromRow(
  row: QueueRow,
  { snoozes, raised, reminded }: Beside,
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
    raised: raised.has(row.claim_id),
    reminded: reminded.has(row.claim_id),
    assignedTo:
      row.assigned_user_id === null
        ? null
        : {
            userId: row.assigned_user_id,
            name: row.assigned_name ?? row.assigned_user_id,
            until: toInstantOrNull(row.assigned_until),
          },
    snooze: snoozes.get(row.claim_id) ?? null,
    found,
  }
}

export function countByState(store: ReadStore, asker: Asker): { state: ClaimState; claims: number }[] {
  // As the views by status count them, what is held among them.
  const where = pickOf(store, { text: `status:${CLAIM_STATES.join(',')}` }, asker).where()
  return statement(store, `select state, count(*) as claims from claims ${where.sql} group by state`).all(
    ...where.values,
  ) as { state: ClaimState; claims: number }[]
}

export interface QueuePosition {
  readonly index: number | null
  readonly total: number
  readonly isMore: boolean
  readonly previous: ClaimId | null
  readonly next: ClaimId | null
}

/**
 * Where a claim stands among the filtered ones. `index` null = the filter leaves it out, or it is not known. Whoever works on a claim that
 * the filter leaves out by now, goes on from where it would stand.
 */
export function positionOf(
  store: ReadStore,
  filter: ClaimFilter,
  asker: Asker,
  claimId: ClaimId,
): QueuePosition {
  const picked = pickOf(store, filter, asker)
  const { claims: total, isMore } = picked.count()
  const here = statement(store, 'select due_sort from claims where claim_id = ?').pluck().get(claimId)
  if (here === undefined) return { index: null, total, isMore, previous: null, next: null }
  const one = andOf(picked.where(1))
  const side = (compare: '<' | '>', order: 'asc' | 'desc') =>
    (statement(
      store,
      `select claim_id from claims ${one.and} (due_sort, claim_id) ${compare} (?, ?) order by due_sort ${order}, claim_id ${order} limit 1`,
    )
      .pluck()
      .get(...one.values, here, claimId) ?? null) as ClaimId | null
  const [previous, next] = [side('<', 'desc'), side('>', 'asc')]
  const isIn = statement(store, `select 1 from claims ${one.and} claim_id = ?`).get(...one.values, claimId)
  if (isIn === undefined) return { index: null, total, isMore, previous, next }
  const all = andOf(picked.where())
  const index = Number(
    statement(store, `select count(*) from claims ${all.and} (due_sort, claim_id) < (?, ?)`)
      .pluck()
      .get(...all.values, here, claimId),
  )
  return { index, total, isMore, previous, next }
}

const andOf = ({ sql, values }: Where) => ({ and: sql === '' ? 'where' : `${sql} and`, values })

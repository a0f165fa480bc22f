import type { ClaimFilter } from '../../src-preload/contract/vocabulary/queueShape.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { RankPartName } from '../../src-preload/contract/vocabulary/words.ts'
import { NO_CLOCK, PAUSED } from './claimRows.ts'
import type { ReadStore } from './openStore.ts'
import type { Asker } from './queueConditions.ts'
import { pickOf } from './queuePick.ts'
import { statement } from './statements.ts'

export interface Rank {
  readonly rank: number
  readonly total: number
  /** With one for the claim itself their claims add up to the rank. */
  readonly parts: readonly { readonly part: RankPartName; readonly claims: number }[]
  /** Epoch milliseconds; null = no clock counts down. */
  readonly dueAt: number | null
}

const DAY_MS = 86_400_000

/**
 * Why a claim stands where it stands among the filtered ones. The order is that of due instants; where two are the same the id
 * decides. Null = the filter leaves it out.
 */
export function rankOf(store: ReadStore, filter: ClaimFilter, asker: Asker, claimId: ClaimId): Rank | null {
  const where = pickOf(store, filter, asker).where()
  const and = where.sql === '' ? 'where' : `${where.sql} and`
  const due = statement(store, `select due_sort from claims ${and} claims.claim_id = ?`)
    .pluck()
    .get(...where.values, claimId)
  if (typeof due !== 'number') return null
  const count = (condition: string, ...values: (string | number)[]) =>
    Number(
      statement(store, `select count(*) from claims ${and} ${condition}`)
        .pluck()
        .get(...where.values, ...values),
    )
  const parts = partsBefore(due, asker.now).map(({ part, from, to }) => ({
    part,
    claims: count('due_sort >= ? and due_sort < ?', from, to),
  }))
  const same = count('due_sort = ? and claims.claim_id < ?', due, claimId)
  const all = [...parts, { part: 'same_instant' as const, claims: same }].filter(({ claims }) => claims > 0)
  return {
    rank: 1 + all.reduce((sum, { claims }) => sum + claims, 0),
    total: count('1'),
    parts: all,
    dueAt: due < PAUSED ? due : null,
  }
}

/** Half open stretches of due instants that follow each other up to the claim's own. */
function partsBefore(due: number, now: number): { part: RankPartName; from: number; to: number }[] {
  const ends: readonly (readonly [RankPartName, number])[] = [
    ['overdue', now],
    ['next_day', now + DAY_MS],
    ['next_week', now + 7 * DAY_MS],
    ['later', PAUSED],
    ['paused', NO_CLOCK],
  ]
  let from = Number.MIN_SAFE_INTEGER
  return ends.map(([part, end]) => {
    const to = Math.max(from, Math.min(end, due))
    const stretch = { part, from, to }
    from = to
    return stretch
  })
}

import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { timelineOf } from '../../domain/claim/timeline.ts'
import type { ClockedClaim } from '../../domain/clocks/claimTimers.ts'
import { toInstant } from '../../store/instants.ts'

/**
 * A claim as its clocks are reckoned by.
 * @param ownStartAt epoch milliseconds of a review that was begun here and is not in the history yet; null = there is none.
 */
export function clockedClaim(record: ClaimRecord, ownStartAt: number | null): ClockedClaim {
  const { state, subState, form, history, matters, competingClaims } = record
  const own = ownStartAt === null ? [] : [{ kind: 'review_started' as const, at: toInstant(ownStartAt) }]
  const timeline = timelineOf(form.submittedAt, [...history, ...own])
  return { state, subState, timeline, matters, isContested: competingClaims > 0 }
}

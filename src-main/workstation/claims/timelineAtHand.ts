import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { type ClaimTimeline, timelineOf } from '../../domain/claim/timeline.ts'
import type { ClockPolicy } from '../../domain/clocks/claimClocks.ts'
import { toInstant } from '../../store/instants.ts'

/**
 * The events that clocks count from.
 * @param ownStartAt epoch milliseconds of a review that was begun here and is not in the history yet; null = there is none.
 */
export function timelineAtHand(
  { form, history }: Pick<ClaimRecord, 'form' | 'history'>,
  ownStartAt: number | null,
): ClaimTimeline {
  const own = ownStartAt === null ? [] : [{ kind: 'review_started' as const, at: toInstant(ownStartAt) }]
  return timelineOf(form.submittedAt, [...history, ...own])
}

/** The lengths of clocks as the engine wants them. */
export function lengthsOf({ clocks, consent }: PolicyProfile): ClockPolicy {
  return { ...clocks, consent, disputeWindowCalendarDays: clocks.disputeWindow.length }
}

import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import type { ClaimSubState, Timer } from '../../../src-preload/contract/vocabulary/words.ts'

/** Whether a clock of the claim has run out. A clock that the claim does not have, or that stands still, has not. */
export function isOver(
  { clocks }: { readonly clocks: readonly Clock[] },
  timer: Timer,
  now: number,
): boolean {
  const dueAt = clocks.find((clock) => clock.timer === timer)?.dueAt
  return dueAt !== undefined && dueAt !== null && Date.parse(dueAt) <= now
}

/** T6: the partner's time is over, whether or not the hub has said so yet. */
export function isResponseOverdue(
  claim: { readonly subState: ClaimSubState | null; readonly clocks: readonly Clock[] },
  now: number,
): boolean {
  return claim.subState === 'overdue' || isOver(claim, 'partner_response', now)
}

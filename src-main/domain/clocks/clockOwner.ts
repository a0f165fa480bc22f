import type { Timer } from '../../../src-preload/contract/vocabulary/words.ts'

/** Who has to act before a clock runs out. */
export type ClockOwner = 'team' | 'partner' | 'customer'

/**
 * Whose clock each one is. Only the team's can be breached: where the partner's or the customer's time runs out, a right of theirs ends
 * and the team has missed nothing.
 */
const OWNERS: Readonly<Record<Timer, ClockOwner>> = {
  pickup: 'team',
  review: 'team',
  decision_target: 'team',
  dispute_review: 'team',
  arbitration_first_review: 'team',
  arbitration: 'team',
  partner_response: 'partner',
  dispute_window: 'partner',
  consent: 'customer',
}

/** In the order of the list of timers. */
export const TEAM_TIMERS: readonly Timer[] = Object.keys(OWNERS)
  .filter((timer): timer is Timer => timer in OWNERS)
  .filter((timer) => OWNERS[timer] === 'team')

export const ownerOf = (timer: Timer): ClockOwner => OWNERS[timer]

/** Whether a clock was breached by an instant: its end, or now where it runs. At its due instant it is over, as for `isOver`. */
export const isBreached = (dueAt: number | null, at: number): boolean => dueAt !== null && dueAt <= at

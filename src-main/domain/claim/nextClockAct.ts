import type { ClockAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { Assignment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import { UNTIL_BEGUN } from '../../../src-preload/contract/vocabulary/leaseWords.ts'
import type { Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import type { Status } from './transitions.ts'

/** What will happen to a claim by itself, and when in epoch milliseconds. */
export interface NextClockAct {
  readonly act: ClockAct
  readonly at: number
}

/**
 * Null = only people move this claim on. A closed consent is handed off at once (S-22).
 * @param changedAt epoch milliseconds of the last change of the status.
 */
export function nextClockAct(
  claim: Status & { readonly assignedTo: Pick<Assignment, 'until'> | null },
  clocks: readonly Clock[],
  changedAt: number,
): NextClockAct | null {
  const until = claim.assignedTo?.until ?? null
  const lease: NextClockAct | null =
    until === null || until === UNTIL_BEGUN ? null : { act: 'lease_over', at: Date.parse(until) }
  const act = nextActOfClocks(claim, clocks, changedAt)
  return lease !== null && (act === null || lease.at < act.at) ? lease : act
}

function nextActOfClocks(
  { state, subState }: Status,
  clocks: readonly Clock[],
  changedAt: number,
): NextClockAct | null {
  const when = (act: ClockAct, timer: Timer): NextClockAct | null => {
    const dueAt = clocks.find((clock) => clock.timer === timer)?.dueAt ?? null
    return dueAt === null ? null : { act, at: Date.parse(dueAt) }
  }
  if (state === 'partner_action_required')
    return subState === 'overdue' ? null : when('response_overdue', 'partner_response')
  if (state === 'approved' && subState === 'consent_open') return when('consent_over', 'consent')
  if (state === 'approved' && subState === 'consent_closed') return { act: 'hand_off', at: changedAt }
  if (state === 'rejected' && subState === 'disputable') return when('dispute_window_over', 'dispute_window')
  return null
}

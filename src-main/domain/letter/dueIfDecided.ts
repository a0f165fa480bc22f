import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { HistoryKind, Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import { courseOfTimer } from '../clocks/claimTimer.ts'
import { timersOf } from '../clocks/claimTimers.ts'
import { clockedClaim } from '../clocks/clockedClaim.ts'
import { instantText } from '../clocks/instantText.ts'
import type { LetterDue } from './factsOfClaim.ts'

interface Basis {
  readonly policy: PolicyProfile
  readonly calendar: Calendar
  /** Epoch milliseconds of the decision. */
  readonly now: number
}

/**
 * When the clocks would end that a decision starts, if it were made now: reckoned by the engine itself, on the claim as it would
 * then stand. An arbitration asks nothing of one party alone.
 */
export function dueIfDecided(record: ClaimRecord, basis: Basis): LetterDue {
  const asked = { ...record, state: 'partner_action_required', subState: 'open' } as const
  const approved = { ...record, state: 'approved', subState: 'consent_open' } as const
  const rejected = { ...record, state: 'rejected', subState: 'disputable' } as const
  const consent = endOf('consent', approved, 'approved', basis)
  return {
    partnerResponse: endOf('partner_response', asked, 'information_requested', basis),
    consent: consent > basis.now ? consent : null,
    disputeWindow: endOf('dispute_window', rejected, 'rejected', basis),
    arbitrationAnswer: null,
  }
}

function endOf(
  timer: Timer,
  after: ClaimRecord,
  kind: HistoryKind,
  { policy, calendar, now }: Basis,
): number {
  const clocked = clockedClaim(after, [{ kind, at: instantText(Math.floor(now)) }])
  const counted = timersOf(clocked, policy).find((one) => one.timer === timer)
  if (counted === undefined) throw new Error(`A decision that starts ${timer} did not start it.`)
  return courseOfTimer(counted, calendar).dueAt
}

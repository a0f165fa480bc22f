import type { Assignment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { UNTIL_BEGUN } from '../../../src-preload/contract/vocabulary/leaseWords.ts'
import type { ClaimState } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ClaimCommand } from '../claim/commands.ts'
import type { Actor } from '../claim/situation.ts'

/** How long a claim is somebody's without a sign of work. Renewed while they work on it. */
export const LEASE_MINUTES = 30
/** Whom a colleague hands a claim need not be at their desk; and nobody watches over it, so it comes back by itself. */
const HAND_OVER_HOURS = 24

/** Acts that say who works on a claim and nothing of the claim itself: its revision stays. */
export const ASSIGNMENT_ACTS = ['take', 'release', 'hand_over', 'lease_over'] as const
export type AssignmentAct = (typeof ASSIGNMENT_ACTS)[number]

export const isAssignmentAct = (act: string): act is AssignmentAct =>
  ASSIGNMENT_ACTS.some((one) => one === act)

/**
 * Acts after which the claim says what it said before: its revision stays, and a decision that was made meanwhile on another workstation
 * meets no conflict because of them.
 */
export const leavesRevision = (act: string): boolean =>
  isAssignmentAct(act) || act === 'escalate' || act === 'settle_escalation' || act === 'nudge'

/** Whether a lease runs. @param now epoch milliseconds. */
export function isHeldNow(assigned: Pick<Assignment, 'until'> | null, now: number): boolean {
  return assigned !== null && assigned.until !== null && Date.parse(assigned.until) > now
}

/** The end of a lease that begins or is renewed now. @param now epoch milliseconds. */
export const leaseFrom = (now: number): Instant => instantAt(now + LEASE_MINUTES * 60_000)

/**
 * Who holds the claim once an act is done; undefined = as before. A decision ends the lease and keeps the name: whoever handled the
 * claim last is known, and holds nobody up.
 */
export function assignmentAfter(
  command: ClaimCommand,
  actor: Actor & { readonly name: string },
  now: number,
): Assignment | null | undefined {
  switch (command.act) {
    case 'hand_over':
      return { userId: command.toUserId, name: command.toName, until: handedUntil(actor, now) }
    case 'release':
    case 'lease_over':
      return null
    case 'take':
    case 'start_review':
      return held(actor, leaseFrom(now))
    case 'approve':
    case 'request_info':
    case 'reject':
    case 'hold_for_arbitration':
    case 'reopen':
      return held(actor, null)
    default:
      return undefined
  }
}

/** What a lead gives out they see on their board, and take back themselves: no clock does. */
const handedUntil = (actor: Actor, now: number): Instant =>
  actor.side === 'reviewer' && actor.role === 'team_lead'
    ? UNTIL_BEGUN
    : instantAt(now + HAND_OVER_HOURS * 3_600_000)

/** States in which somebody works on a claim. */
export const WORKED_ON: readonly ClaimState[] = ['submitted', 'under_review', 'partner_action_required']

/** A lease ends where the work does, whoever brought that about; the name stays. */
export const leaseWithin = (state: ClaimState, assigned: Assignment | null): Assignment | null =>
  assigned === null || assigned.until === null || WORKED_ON.includes(state)
    ? assigned
    : { ...assigned, until: null }

const held = (actor: Actor & { readonly name: string }, until: Instant | null): Assignment | undefined =>
  actor.side === 'reviewer' ? { userId: actor.userId, name: actor.name, until } : undefined

const instantAt = (ms: number): Instant => new Date(ms).toISOString() as Instant // toISOString gives just that form

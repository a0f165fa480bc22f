import type { Assignment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Role } from '../../../src-preload/contract/vocabulary/words.ts'
import type { CommandOf } from '../claim/commands.ts'
import { type Status, transitionFor } from '../claim/transitions.ts'
import { assignmentAfter, isHeldNow } from './lease.ts'

/** An act of this workstation that says who works on the claim, and that the hub has not answered yet. */
export interface WaitingHold {
  readonly command: { readonly act: 'take' | 'release' | 'start_review' } | CommandOf<'hand_over'>
  readonly by: { readonly userId: UserId; readonly name: string; readonly role: Role }
  /** Epoch milliseconds by this machine's clock. */
  readonly madeAt: number
}

/**
 * Who holds the claim as this workstation shows it: the hub's word, and on top what was asked of it here. A lease is reckoned from
 * the moment in which it was asked for; the hub's own will be a little later.
 */
export function shownAssignment(
  claim: Status & { readonly assignedTo: Assignment | null },
  waiting: readonly WaitingHold[],
): Assignment | null {
  return waiting.reduce((held: Assignment | null, { command, by, madeAt }) => {
    if (transitionFor(claim, command.act) === null) return held
    const isOthers = isHeldNow(held, madeAt) && held?.userId !== by.userId
    // A claim that somebody else holds is given up by them or by a lead: then the hub has the word.
    if (isOthers && command.act !== 'hand_over') return held
    const after = assignmentAfter(command, { side: 'reviewer', ...by }, madeAt)
    return after === undefined ? held : after
  }, claim.assignedTo)
}

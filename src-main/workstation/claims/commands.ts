import type { CommandOutcome, DecisionInput } from '../../../src-preload/contract/claims.ts'
import type { Input } from '../../../src-preload/contract/index.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { block } from '../../domain/claim/block.ts'
import type { Core } from '../core.ts'
import type { OperationAction } from '../sync/operationRequest.ts'
import type { ClaimAtHand } from './claimAtHand.ts'
import { blocksOfRepeat, citationGuard } from './guardText.ts'
import { type OnClaim, operate } from './makeOperation.ts'

/** T3: the review begins. Leaves at once. */
export function startReview(core: Core, on: OnClaim): CommandOutcome {
  return operate(core, on, () => ({ kind: 'start_review' }))
}

/** Leaves at once. */
export function comment(
  core: Core,
  { text, visibility, inReplyTo, ...on }: Input<'claims.comment'>,
): CommandOutcome {
  return operate(core, on, () => ({ kind: 'comment', text, visibility, inReplyTo }))
}

/** T4, T6 to T9, T13: waits for the undo time before it may leave. */
export async function decide(core: Core, input: DecisionInput): Promise<CommandOutcome> {
  return decideNow(core, input, await citationGuard(input))
}

/** The same where nothing is written to the partner, or its words were looked at. */
export function decideNow(
  core: Core,
  input: DecisionInput,
  citing: (claim: ClaimAtHand) => Block[] = () => [],
): CommandOutcome {
  const { unseenPages, repeatConfirmed } = input
  return operate(core, input, (claim) => actionOf(input, claim), {
    facts: {
      ...(unseenPages === undefined ? {} : { unseenPages }),
      ...(repeatConfirmed === true ? { repeatConfirmed } : {}),
    },
    blocksFor: (claim) => [...citing(claim), ...blocksOfRepeat(input, claim)],
  })
}

/** T15: waits as a decision does. */
export function hold(core: Core, { comment: text, ...on }: Input<'claims.hold'>): CommandOutcome {
  return operate(core, on, () => ({ kind: 'hold_for_arbitration', comment: text }))
}

/** T18: waits as a decision does. */
export function reopen(core: Core, { reason, ...on }: Input<'claims.reopen'>): CommandOutcome {
  return operate(core, on, () => ({ kind: 'reopen', reason }))
}

/** Leaves at once, as everything that says who works on a claim. */
export function take(core: Core, on: OnClaim): CommandOutcome {
  return operate(core, on, () => ({ kind: 'take' }))
}

export function release(core: Core, on: OnClaim): CommandOutcome {
  return operate(core, on, () => ({ kind: 'release' }))
}

export function handOver(core: Core, { toUserId, note, ...on }: Input<'claims.handOver'>): CommandOutcome {
  const person = core.session.colleagues().find(({ userId }) => userId === toUserId)
  if (person === undefined) return { outcome: 'blocked', blocks: [block('nobody_to_hand_to')] }
  return operate(core, on, () => ({ kind: 'hand_over', toUserId, toName: person.name, note }))
}

/** Of what the input says, that which belongs to this kind of decision. */
function actionOf(input: DecisionInput, claim: ClaimAtHand): OperationAction {
  const { decision: kind, reasons, comment: text, items, mayRemoveItems, partnerRequestReason, note } = input
  const said = { reasons, comment: text, verdicts: decidedVerdicts(claim) }
  switch (kind) {
    case 'approve':
      return { kind, ...said }
    case 'request_info':
      return { kind, ...said, items, mayRemoveItems }
    case 'reject':
      return { kind, ...said, partnerRequestReason, note }
  }
}

/** Every criterion as it counts when somebody decides now. */
export function decidedVerdicts(
  claim: ClaimAtHand,
): Extract<OperationAction, { kind: 'approve' }>['verdicts'] {
  return claim.criteria.map(({ criterion, item, effective, reviewer, machine }) => ({
    criterion,
    item,
    verdict: effective,
    by: reviewer !== null ? 'reviewer' : effective === null ? null : 'machine',
    reason: reviewer?.reason ?? null,
    machine: machine?.verdict ?? null,
  }))
}

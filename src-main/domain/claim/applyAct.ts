import { NO_MATTERS } from '../../../src-preload/contract/vocabulary/noMatters.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { FieldChange, HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimMatters } from '../../../src-preload/contract/vocabulary/matterShape.ts'
import type {
  ClaimState,
  ClaimSubState,
  DecisionReason,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { type AssignmentAct, isAssignmentAct } from '../assignment/lease.ts'
import { actBlocks } from './actBlocks.ts'
import { leakBlocks } from '../letter/guards/unsayable.ts'
import { commandBlocks } from './commandBlocks.ts'
import type { ClaimCommand } from './commands.ts'
import { heldItems } from './heldItems.ts'
import { mattersAfter, reasonsOf } from './mattersAfter.ts'
import type { Actor, ClaimSituation, Setting } from './situation.ts'
import { type Transition, transitionFor } from './transitions.ts'

/** What an act makes of a claim. Whoever stores it adds ids, names and clocks. */
export interface ActDone {
  /** Null = the claim is gone (T17). */
  readonly status: { readonly state: ClaimState; readonly subState: ClaimSubState | null } | null
  readonly matters: ClaimMatters
  readonly entries: readonly Omit<HistoryEntry, 'entryId' | 'actorName'>[]
  readonly transition: Transition
}

export type ActResult = ActDone | { readonly blocks: readonly Block[] }

/** Why a command may not be carried out on the claim as it stands; empty = it may. */
export function blocksOf(
  command: ClaimCommand,
  claim: ClaimSituation | null,
  actor: Actor,
  setting: Setting,
): Block[] {
  const unsayable = claim?.unsayable
  return [
    ...actBlocks(command.act, claim, actor, setting),
    ...commandBlocks(command, claim, setting),
    ...(unsayable === undefined ? [] : leakBlocks(command, unsayable)),
  ].filter((one, index, all) => all.findIndex((other) => sameBlock(one, other)) === index)
}

const sameBlock = (a: Block, b: Block): boolean =>
  a.reason === b.reason && a.item === b.item && a.criterion === b.criterion

/** The one place where a claim's status changes: looks up the move, asks every guard, and says what comes of it. */
export function applyAct(
  command: ClaimCommand,
  claim: ClaimSituation | null,
  actor: Actor,
  setting: Setting,
): ActResult {
  const blocks = blocksOf(command, claim, actor, setting)
  const transition = transitionFor(claim, command.act)
  if (blocks.length > 0 || transition === null) return { blocks }
  const at = new Date(setting.now).toISOString() as Instant // toISOString gives just that form
  const status = statusAfter(transition, command, claim, setting)
  const matters = claim === null ? NO_MATTERS : mattersAfter(claim, { command, actor, at, setting })
  const entry = {
    at,
    side: actor.side,
    kind: transition.history,
    fromState: null,
    toState: null,
    fromSubState: null,
    toSubState: null,
    reasons: reasonsOf(command),
    changes: changesOf(command),
    detail: detailOf(command),
  }
  const moved = status === null ? {} : moveBetween(claim, status)
  const entries = [{ ...entry, ...moved }, ...noticeOf(claim, matters, entry)]
  return { status, matters, entries, transition }
}

/** Both ends of a move; nulls where the status stayed. */
function moveBetween(claim: ClaimSituation | null, status: NonNullable<ActDone['status']>) {
  const hasMoved = claim?.state !== status.state
  const hasTurned = hasMoved || claim.subState !== status.subState
  return {
    fromState: hasMoved ? (claim?.state ?? null) : null,
    toState: hasMoved ? status.state : null,
    fromSubState: hasTurned ? (claim?.subState ?? null) : null,
    toSubState: hasTurned ? status.subState : null,
  }
}

/** The customer was told by this act: an event of its own in the timeline (S-20, S-64). */
function noticeOf(
  claim: ClaimSituation | null,
  { consent }: ClaimMatters,
  entry: ActDone['entries'][number],
): ActDone['entries'] {
  const before = claim?.matters.consent?.noticedAt ?? null
  if (consent?.noticedAt !== entry.at || before === entry.at) return []
  return [{ ...entry, side: 'system', kind: 'customer_notified', reasons: [], changes: [], detail: null }]
}

function statusAfter(
  transition: Transition,
  command: ClaimCommand,
  claim: ClaimSituation | null,
  setting: Setting,
): ActDone['status'] {
  const { to, subState } = transition
  if (to === 'gone') return null
  if (claim === null) return { state: to === 'same' ? 'editing' : to, subState }
  if (command.act === 'resubmit') return statusOfAnswer(claim, setting)
  if (command.act === 'start_review' && subState === null)
    return { state: 'under_review', subState: subStateOfReview(claim) }
  if (command.act === 'reject')
    return { state: 'rejected', subState: subStateOfRejection(command.reasons, claim, setting) }
  if (command.act === 'end_association') return statusOfEnd(command.items, claim, setting)
  if (command.act === 'arbitration_over') return statusAfterArbitration(claim)
  if (command.act === 'partner_comment') return { state: claim.state, subState: subStateOfComment(claim) }
  if (isAssignmentAct(command.act))
    return { state: claim.state, subState: subStateOfHolder(command.act, claim) }
  return {
    state: to === 'same' ? claim.state : to,
    subState: subState ?? (to === 'same' ? claim.subState : null),
  }
}

/** T5: back to the reviewer, or to the pickup, as the profile says. What waited for more goes on waiting for its decision. */
function statusOfAnswer(claim: ClaimSituation, { policy }: Setting): ActDone['status'] {
  if (policy.resubmission.returnsTo === 'submitted') return { state: 'submitted', subState: 'queued' }
  const review = subStateOfReview(claim)
  return { state: 'under_review', subState: review === 'in_review' ? 'resubmitted' : review }
}

function subStateOfReview({ matters }: Pick<ClaimSituation, 'matters'>): ClaimSubState {
  if (matters.heldSince !== null) return 'awaiting_arbitration'
  return matters.dispute?.decidedAt === null ? 'dispute_review' : 'in_review'
}

/** T15a: the review goes on where it stood; a claim that is with its partner only comes back to another place. */
function statusAfterArbitration({ state, subState, matters }: ClaimSituation): ActDone['status'] {
  const free = { matters: { ...matters, heldSince: null } }
  return { state, subState: state === 'under_review' ? subStateOfReview(free) : subState }
}

/** Final: after the last dispute, and after what the partner itself asked for, as the profile says (C-18, section 6.3). */
function subStateOfRejection(
  reasons: readonly DecisionReason[],
  { matters }: ClaimSituation,
  { policy }: Setting,
): ClaimSubState {
  const { max, finalAfterMax, afterPartnerRequest } = policy.dispute
  const wasAskedFor = reasons.includes('REJ_PARTNER_REQUEST') && !afterPartnerRequest
  const isLast = max !== null && matters.disputes >= max && finalAfterMax
  return wasAskedFor || isLast ? 'final' : 'disputable'
}

/** T19: while the partner holds something, the claim stays approved; else it is rejected, and that can be disputed like any rejection. */
function statusOfEnd(ended: readonly string[], claim: ClaimSituation, setting: Setting): ActDone['status'] {
  const { state, subState } = claim
  if (heldItems(claim).some((item) => !ended.includes(item))) return { state, subState }
  return { state: 'rejected', subState: subStateOfRejection(['REJ_COMPETING_CLAIM'], claim, setting) }
}

/** A comment alone answers nothing: the claim says so (section 6.5). */
const subStateOfComment = ({ state, subState }: ClaimSituation): ClaimSubState | null =>
  state === 'partner_action_required' && subState === 'open' ? 'commented_not_resubmitted' : subState

/** Who holds a submitted claim shows in its sub-state; later the sub-state says how far the review is. */
function subStateOfHolder(act: AssignmentAct, { state, subState }: ClaimSituation): ClaimSubState | null {
  if (state !== 'submitted') return subState
  return act === 'take' || act === 'hand_over' ? 'assigned' : 'queued'
}

const changesOf = (command: ClaimCommand): FieldChange[] =>
  command.act === 'edit' ? [...command.changes] : []

function detailOf(command: ClaimCommand): string | null {
  switch (command.act) {
    case 'add_document':
      return command.fileName
    case 'dispute':
      return command.justification
    case 'disassociate':
    case 'reopen':
    case 'escalate':
    case 'settle_escalation':
    case 'nudge':
    case 'ask_rejection':
      return command.reason
    case 'decline':
      return command.note
    case 'reject':
      return command.partnerRequestReason
    case 'end_association':
      return command.items.join(', ')
    case 'hand_over':
      return command.note === '' ? command.toName : `${command.toName}: ${command.note}`
    default:
      return null
  }
}

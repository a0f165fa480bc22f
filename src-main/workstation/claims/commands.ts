import type { CommandOutcome, DecisionInput } from '../../../src-preload/contract/claims.ts'
import type { Input } from '../../../src-preload/contract/index.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimId, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { block } from '../../domain/claim/block.ts'
import { commandOf } from '../../domain/claim/commandOf.ts'
import type { StartedReview } from '../../domain/claim/shownState.ts'
import type { OperationAction } from '../sync/operationRequest.ts'
import { writeJournaled } from '../sync/writeJournaled.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { toInstantOrNull } from '../../store/instants.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { addOperation, hasOperation, type OutboxOperation } from '../../store/outboxRepo.ts'
import type { Core } from '../core.ts'
import { type ClaimAtHand, getClaimAtHand } from './claimAtHand.ts'
import { type Acting, actingNow, blocksOfCommand, isDeciding } from './guards.ts'
import { baseOf } from './operationBase.ts'
import { startedReviewOf } from './startedReview.ts'

/** Which claim a command is about, the revision it was made against, and the id that makes a repeat harmless. */
export interface OnClaim {
  readonly claimId: ClaimId
  readonly revision: number
  readonly commandId: OperationId
}

/** The guards that every command on a claim passes, in this order: known id, revision, rules. */
export function refusalOf(
  store: WriteStore,
  on: OnClaim,
  blocksFor: (claim: ClaimAtHand) => Block[],
): { readonly outcome: CommandOutcome } | { readonly claim: ClaimAtHand } {
  const { commandId: operationId } = on
  if (hasOperation(store, operationId))
    return { outcome: { outcome: 'accepted', operationId, holdUntil: null } }
  const claim = getClaimAtHand(store, on.claimId)
  const currentRevision = claim.record.revision
  if (currentRevision !== on.revision) return { outcome: { outcome: 'stale', currentRevision } }
  const blocks = blocksFor(claim)
  return blocks.length > 0 ? { outcome: { outcome: 'blocked', blocks } } : { claim }
}

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
export function decide(core: Core, input: DecisionInput): CommandOutcome {
  return operate(core, input, (claim) => actionOf(input, claim))
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
  const person = core.session.people().find(({ userId }) => userId === toUserId)
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

function decidedVerdicts(claim: ClaimAtHand): Extract<OperationAction, { kind: 'approve' }>['verdicts'] {
  return claim.criteria.map(({ criterion, item, effective, reviewer }) => ({
    criterion,
    item,
    verdict: effective,
    by: reviewer !== null ? 'reviewer' : effective === null ? null : 'machine',
    reason: reviewer?.reason ?? null,
  }))
}

/**
 * Makes an operation durable: outbox row and audit row in one transaction, with their line in the journal before it commits. Only
 * after both is it accepted; when either fails, neither counts. A crash between the two leaves an operation that was never
 * acknowledged, which is allowed; the other way round would not be.
 */
function operate(
  core: Core,
  on: OnClaim,
  actionFor: (claim: ClaimAtHand) => OperationAction,
): CommandOutcome {
  const acting = actingNow(core)
  const made = writeJournaled(core, (store, note) => {
    const judged = refusalOf(store, on, (claim) =>
      blocksOfCommand(commandOf(actionFor(claim)), claim, acting),
    )
    if ('outcome' in judged) return judged
    const { claim } = judged
    const action = actionFor(claim)
    const startedReview = action.kind === 'start_review' ? startedReviewOf(store, claim, acting) : null
    const operation = operationOf(core, on, claim, { action, acting, startedReview })
    addOperation(store, operation)
    const { kind, byUserId: actor, madeAt: at, claimId, operationId } = operation
    appendAudit(store, { at, actor, act: kind, claimId, facts: { operationId } })
    note({ line: 'made', operation })
    return { operation }
  })
  if ('outcome' in made) return made.outcome
  const { operation } = made
  core.emit('claims.changed', { ids: [on.claimId] })
  core.emit('sync.changed', {})
  return {
    outcome: 'accepted',
    operationId: operation.operationId,
    holdUntil: toInstantOrNull(operation.holdUntil),
  }
}

interface Prepared {
  readonly action: OperationAction
  readonly acting: Acting
  readonly startedReview: StartedReview | null
}

function operationOf(core: Core, on: OnClaim, claim: ClaimAtHand, prepared: Prepared): OutboxOperation {
  const { action, acting, startedReview } = prepared
  const { record } = claim
  const holdMs = core.session.settings().undoHoldSeconds * 1000
  return {
    operationId: on.commandId,
    claimId: on.claimId,
    claimName: record.form.claimName,
    kind: action.kind,
    byUserId: acting.actor.userId,
    claimRevision: record.revision,
    content: {
      policy: record.policy,
      documentHashes: record.documents.map(({ sha256 }) => sha256).sort(),
      action,
    },
    madeAt: acting.now,
    holdUntil: isDeciding(action.kind) ? acting.now + holdMs : null,
    startedReview,
    base: baseOf(record),
    clockOffsetMs: null,
  }
}

import type { CommandOutcome } from '../../../src-preload/contract/claims.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimId, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { commandOf } from '../../domain/claim/commandOf.ts'
import type { StartedReview } from '../../domain/claim/shownState.ts'
import { appendAudit, type AuditAct } from '../../store/auditRepo.ts'
import { toInstantOrNull } from '../../store/instants.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { addOperation, hasOperation, type OutboxOperation } from '../../store/outboxRepo.ts'
import type { Core } from '../core.ts'
import { keepSeen } from '../record/seenWhenDecided.ts'
import { type OperationAction, type SentAction, touchedBy } from '../sync/operationRequest.ts'
import { type Journaled, writeJournaled } from '../sync/writeJournaled.ts'
import { claimFor } from '../checks/blindClaims.ts'
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
  // Whoever looked between two acts of their own has seen all that others did.
  if (on.revision < claim.hubRevision || on.revision > currentRevision)
    return { outcome: { outcome: 'stale', currentRevision } }
  const blocks = blocksFor(claim)
  return blocks.length > 0 ? { outcome: { outcome: 'blocked', blocks } } : { claim }
}

/**
 * Makes an operation durable: outbox row and audit row in one transaction, with their line in the journal before it commits. Only
 * after both is it accepted; when either fails, neither counts. A crash between the two leaves an operation that was never
 * acknowledged, which is allowed; the other way round would not be.
 */
export function operate(
  core: Core,
  on: OnClaim,
  actionFor: (claim: ClaimAtHand) => OperationAction,
  also: AlsoOfOperation = {},
): CommandOutcome {
  const made = writeJournaled(core, (store, note) =>
    makeOperation(core, { store, note }, on, actionFor, also),
  )
  if ('outcome' in made) return made.outcome
  const { operation } = made
  announce(core, operation)
  return {
    outcome: 'accepted',
    operationId: operation.operationId,
    holdUntil: toInstantOrNull(operation.holdUntil),
  }
}

export interface AlsoOfOperation {
  /** What the log says of it beside its id. */
  readonly facts?: AuditAct['facts']
  /** Waits for the undo time, though its kind would leave at once: a lead's act on many claims can be taken back as a decision can. */
  readonly isHeld?: boolean
  /** Guards that only this workstation can ask. */
  readonly blocksFor?: (claim: ClaimAtHand) => Block[]
}

/** The part of it that belongs to a journaled transaction; `announce` has to follow once that is over. */
export function makeOperation(
  core: Core,
  { store, note }: Journaled,
  on: OnClaim,
  actionFor: (claim: ClaimAtHand) => OperationAction,
  { facts = {}, isHeld = false, blocksFor = () => [] }: AlsoOfOperation = {},
): { readonly outcome: CommandOutcome } | { readonly operation: OutboxOperation } {
  const acting = actingNow(core)
  const seen = (claim: ClaimAtHand) => claimFor(store, claim, acting.actor.userId)
  const judged = refusalOf(store, on, (found) => {
    const claim = seen(found)
    return [...blocksOfCommand(commandOf(actionFor(claim)), claim, acting), ...blocksFor(claim)]
  })
  if ('outcome' in judged) return judged
  // What the reviewer has not seen was no part of the decision.
  const claim = seen(judged.claim)
  const action = actionFor(claim)
  const startedReview = action.kind === 'start_review' ? startedReviewOf(store, claim, acting) : null
  const operation = operationOf(core, on, claim, { action, acting, startedReview, isHeld })
  addOperation(store, operation)
  if (action.kind !== 'reopen' && isDeciding(action.kind)) keepSeen(core, store, operation, claim, action)
  const { kind, byUserId: actor, madeAt: at, claimId, operationId } = operation
  appendAudit(store, { at, actor, act: kind, claimId, facts: { operationId, ...facts } })
  note({ line: 'made', operation })
  return { operation }
}

/** Tells the windows of an operation that was made, taken back or answered. */
export function announce(core: Core, operation: Pick<OutboxOperation, 'claimId' | 'content'>): void {
  const { claimIds, caseIds } = touchedBy(operation)
  core.emit('claims.changed', { ids: [...claimIds] })
  if (caseIds.length > 0) core.emit('arbitration.changed', { ids: [...caseIds] })
  core.emit('sync.changed', {})
}

interface Prepared {
  readonly action: SentAction
  readonly acting: Acting
  readonly startedReview: StartedReview | null
  readonly isHeld?: boolean
}

/** An operation as the outbox has it. */
export function operationOf(
  core: Core,
  on: OnClaim,
  claim: ClaimAtHand,
  prepared: Prepared,
): OutboxOperation {
  const { action, acting, startedReview, isHeld = false } = prepared
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
    holdUntil: isHeld || isDeciding(action.kind) ? acting.now + holdMs : null,
    startedReview,
    base: baseOf(record),
    clockOffsetMs: core.hubClock.offsetMs(),
  }
}

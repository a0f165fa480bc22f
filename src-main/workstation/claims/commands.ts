import type { CommandOutcome, DecisionInput } from '../../../src-preload/contract/claims.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimId, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  type CommentVisibility,
  DECISIONS,
  type OperationKind,
  type Role,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { blocksOf, blocksOfDecision } from '../../domain/claim/blocks.ts'
import type { OperationAction } from '../sync/operationRequest.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { toInstantOrNull } from '../../store/instants.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { addOperation, hasOperation, type OutboxOperation } from '../../store/outboxRepo.ts'
import type { Core } from '../core.ts'
import { type ClaimAtHand, getClaimAtHand, situationOf } from './claimAtHand.ts'

/** Which claim a command is about, the revision it was made against, and the id that makes a repeat harmless. */
export interface OnClaim {
  readonly claimId: ClaimId
  readonly revision: number
  readonly commandId: OperationId
}

const isDecision = (kind: string): boolean => DECISIONS.some((decision) => decision === kind)

/** What stands in the way here: the rules of the domain, and a decision of this workstation that is still on its way. */
export function blocksHere(kind: OperationKind, claim: ClaimAtHand, role: Role): Block[] {
  const pending = claim.waiting.some((operation) => isDecision(operation.kind))
  const blocks = blocksOf(kind, situationOf(claim, role))
  return pending && kind !== 'comment'
    ? [{ reason: 'operation_pending', criterion: null, item: null }, ...blocks]
    : blocks
}

/** The guards that every command on a claim passes, in this order: known id, revision, rules. Null = go on. */
export function refusalOf(
  core: Core,
  store: WriteStore,
  on: OnClaim,
  blocksFor: (claim: ClaimAtHand, role: Role) => Block[],
): { readonly outcome: CommandOutcome } | { readonly claim: ClaimAtHand } {
  const { commandId: operationId } = on
  if (hasOperation(store, operationId))
    return { outcome: { outcome: 'accepted', operationId, holdUntil: null } }
  const claim = getClaimAtHand(store, on.claimId)
  const currentRevision = claim.record.revision
  if (currentRevision !== on.revision) return { outcome: { outcome: 'stale', currentRevision } }
  const blocks = blocksFor(claim, core.session.user().role)
  return blocks.length > 0 ? { outcome: { outcome: 'blocked', blocks } } : { claim }
}

/** T3: the review begins. Leaves at once. */
export function startReview(core: Core, on: OnClaim): CommandOutcome {
  return operate(
    core,
    on,
    (claim, role) => blocksHere('start_review', claim, role),
    () => ({ action: { kind: 'start_review' }, holdMs: null }),
  )
}

export function comment(
  core: Core,
  on: OnClaim,
  said: { readonly text: string; readonly visibility: CommentVisibility },
): CommandOutcome {
  return operate(
    core,
    on,
    (claim, role) => blocksHere('comment', claim, role),
    () => ({ action: { kind: 'comment', ...said }, holdMs: null }),
  )
}

/** T4, T7, T8: waits for the undo time before it may leave. */
export function decide(core: Core, input: DecisionInput): CommandOutcome {
  const { decision, reasons, comment: text } = input
  return operate(
    core,
    input,
    (claim, role) => [
      ...blocksHere(decision, claim, role),
      ...blocksOfDecision({ decision, reasons, comment: text }),
    ],
    (claim) => ({
      action: { kind: decision, reasons, comment: text, verdicts: decidedVerdicts(claim) },
      holdMs: core.session.settings().undoHoldSeconds * 1000,
    }),
  )
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

interface Prepared {
  readonly action: OperationAction
  /** How long it may be undone; null = leaves at once. */
  readonly holdMs: number | null
}

/**
 * Makes an operation durable: outbox row and audit row in one transaction, then the journal. Only then is it accepted. A crash
 * between the two leaves an operation that was never acknowledged, which is allowed; the other way round would not be.
 */
function operate(
  core: Core,
  on: OnClaim,
  blocksFor: (claim: ClaimAtHand, role: Role) => Block[],
  prepare: (claim: ClaimAtHand) => Prepared,
): CommandOutcome {
  const made = core.store.write((store) => {
    const judged = refusalOf(core, store, on, blocksFor)
    if ('outcome' in judged) return judged
    const operation = operationOf(core, on, judged.claim, prepare(judged.claim))
    addOperation(store, operation)
    const { kind, byUserId: actor, madeAt: at, claimId, operationId } = operation
    appendAudit(store, { at, actor, act: kind, claimId, facts: { operationId } })
    return { operation }
  })
  if ('outcome' in made) return made.outcome
  const { operation } = made
  core.journal.append({ line: 'made', operation })
  core.emit('claims.changed', { ids: [on.claimId] })
  core.emit('sync.changed', {})
  return {
    outcome: 'accepted',
    operationId: operation.operationId,
    holdUntil: toInstantOrNull(operation.holdUntil),
  }
}

function operationOf(core: Core, on: OnClaim, claim: ClaimAtHand, prepared: Prepared): OutboxOperation {
  const madeAt = core.ports.clock.now()
  return {
    operationId: on.commandId,
    claimId: on.claimId,
    claimName: claim.record.form.claimName,
    kind: prepared.action.kind,
    byUserId: core.session.user().userId,
    claimRevision: claim.record.revision,
    content: {
      policy: claim.record.policy,
      documentHashes: claim.record.documents.map(({ sha256 }) => sha256).sort(),
      action: prepared.action,
    },
    madeAt,
    holdUntil: prepared.holdMs === null ? null : madeAt + prepared.holdMs,
  }
}

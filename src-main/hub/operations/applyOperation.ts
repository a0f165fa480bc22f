import { randomUUID } from 'node:crypto'
import type { ClaimComment, HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { type ClaimId, Instant, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type Transition, transitionFor } from '../../domain/claim/transitions.ts'
import type { OperationAction, OperationRequest, OperationResult } from '../api/operations.ts'
import type { HubUser } from '../api/people.ts'
import type { ClockBasis } from '../claims/clockBasis.ts'
import { isContending } from '../claims/exclusivityKey.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import {
  type ClaimKey,
  findClaimForUpdate,
  findTenant,
  listSharing,
  lockTenant,
} from '../store/claimsRepo.ts'
import { type ClaimChange, changeClaim, touchClaim } from '../store/claimWrites.ts'
import type { Db, Tx } from '../store/database.ts'
import { findOperation, insertOperation } from '../store/operationsRepo.ts'
import { findUser } from '../store/peopleRepo.ts'
import { transact } from '../store/transact.ts'
import { conflictReason } from './conflictReason.ts'
import { payloadHash } from './payloadHash.ts'

export interface OperationPorts {
  readonly db: Db
  readonly basis: ClockBasis
  /** Epoch milliseconds: the hub decides time. */
  readonly now: () => number
}

/** `differs`: the id was used for another request, or by another person. */
export type OperationAnswer = OperationResult | 'differs'

const gone: OperationResult = { outcome: 'conflict', reason: 'claim_deleted', currentRevision: null }

/**
 * Does what a workstation asks, once. The claim is locked, then looked up whether this id was answered before; role, revision,
 * documents, state and guards are checked anew with what the database says now, and effect and answer are written together.
 */
export async function applyOperation(
  ports: OperationPorts,
  claimId: ClaimId,
  userId: UserId,
  request: OperationRequest,
): Promise<OperationAnswer> {
  const tenantId = await findTenant(ports.db, claimId)
  if (tenantId === undefined) return gone
  const key = { tenantId, claimId }
  const payloadSha256 = payloadHash(userId, request)
  return transact(ports.db, async (tx) => {
    // A rejection frees what the claim named: its rivals change too, so all are locked before the first is touched.
    if (request.action.kind === 'reject') await lockTenant(tx, tenantId)
    const claim = await findClaimForUpdate(tx, key)
    if (claim === undefined) return gone
    const known = await findOperation(tx, key, request.operationId)
    if (known !== undefined) return known.payloadSha256 === payloadSha256 ? known.result : 'differs'
    const user = await findUser(tx, userId)
    const reason = user === undefined ? 'role_lost' : conflictReason(claim, request, user)
    const result: OperationResult =
      user === undefined || reason !== null
        ? { outcome: 'conflict', reason: reason ?? 'role_lost', currentRevision: claim.revision }
        : { outcome: 'applied', revision: await apply(tx, claim, request.action, { user, ports, key }) }
    const receivedAt = new Date(ports.now())
    await insertOperation(tx, key, { userId, request, payloadSha256, result, receivedAt })
    return result
  })
}

interface Act {
  readonly user: HubUser
  readonly ports: OperationPorts
  readonly key: ClaimKey
}

async function apply(tx: Tx, claim: HubClaim, action: OperationAction, { user, ports, key }: Act) {
  const change = changeOf(claim, action, user, Instant.parse(new Date(ports.now()).toISOString()))
  const sharing =
    change.moved !== null && isContending(claim.state) !== isContending(change.moved.state)
      ? await listSharing(tx, key)
      : []
  const revision = await changeClaim(tx, claim, change, ports.basis)
  for (const other of sharing) await touchClaim(tx, other)
  return revision
}

function changeOf(claim: HubClaim, action: OperationAction, user: HubUser, at: Instant): ClaimChange {
  const transition = transitionFor(claim.state, action.kind)
  return {
    moved: transition === null ? null : { state: transition.to, subState: transition.subState, at },
    assignedTo: action.kind === 'start_review' ? { userId: user.userId, name: user.name } : null,
    comment: commentOf(action, user, at),
    entries: [entryOf(claim, action, transition, { user, at })],
  }
}

/** A decision's comment is written to the partner; an approval may come without one. */
function commentOf(action: OperationAction, user: HubUser, at: Instant): ClaimComment | null {
  const written = { commentId: randomUUID(), side: 'reviewer' as const, authorName: user.name, at }
  switch (action.kind) {
    case 'start_review':
      return null
    case 'comment':
      return { ...written, text: action.text, visibility: action.visibility }
    case 'approve':
    case 'request_info':
    case 'reject':
      return action.comment.trim() === ''
        ? null
        : { ...written, text: action.comment, visibility: 'partner_visible' }
  }
}

function entryOf(
  claim: HubClaim,
  action: OperationAction,
  transition: Transition | null,
  { user, at }: { readonly user: HubUser; readonly at: Instant },
): HistoryEntry {
  return {
    entryId: randomUUID(),
    at,
    side: 'reviewer',
    kind: transition?.history ?? 'commented',
    actorName: user.name,
    fromState: transition === null ? null : claim.state,
    toState: transition?.to ?? null,
    detail: 'reasons' in action && action.reasons.length > 0 ? action.reasons.join(', ') : null,
  }
}

import { randomUUID } from 'node:crypto'
import type { ClaimComment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { type ClaimId, Instant, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { commandOf } from '../../domain/claim/commandOf.ts'
import type { OperationAction, OperationRequest, OperationResult } from '../api/operations.ts'
import type { HubUser } from '../api/people.ts'
import { applyToClaim } from '../claims/applyToClaim.ts'
import { situationOf } from '../claims/situation.ts'
import type { Rules } from '../policy/rules.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { findClaimForUpdate, findTenant, lockTenant } from '../store/claimsRepo.ts'
import type { Db, Tx } from '../store/database.ts'
import { findOperation, insertOperation } from '../store/operationsRepo.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { findTeamMember } from '../store/peopleRepo.ts'
import { transact } from '../store/transact.ts'
import { conflictReason, verdictsOf } from './conflictReason.ts'
import { payloadHash } from './payloadHash.ts'

export interface OperationPorts {
  readonly db: Db
  readonly rules: Rules
  /** Epoch milliseconds: the hub decides time. */
  readonly now: () => number
}

/**
 * `differs`: the id was used for another request, or by another person. `stale`: the claim has another revision than the caller
 * insists on; nothing was stored.
 */
export type OperationAnswer = OperationResult | 'differs' | 'stale'

const gone: OperationResult = { outcome: 'conflict', reason: 'claim_deleted', currentRevision: null }

/** Acts after which a claim holds, or frees, what it names: its rivals change too. */
const MAY_CHANGE_RIVALRY: readonly string[] = ['reject', 'reopen']

/**
 * Does what a workstation asks, once. The claim is locked, then looked up whether this id was answered before; role, revision,
 * documents, state and guards are checked anew with what the database says now, and effect and answer are written together.
 * @param fits whether the caller insists on no other revision than this one.
 */
export async function applyOperation(
  ports: OperationPorts,
  claimId: ClaimId,
  userId: UserId,
  request: OperationRequest,
  fits: (revision: number) => boolean = () => true,
): Promise<OperationAnswer> {
  const tenantId = await findTenant(ports.db, claimId)
  if (tenantId === undefined) return gone
  const key = { tenantId, claimId }
  const payloadSha256 = payloadHash(userId, request)
  return transact(ports.db, async (tx) => {
    // Rivals are locked before the first of them is touched.
    if (MAY_CHANGE_RIVALRY.includes(request.action.kind)) await lockTenant(tx, tenantId)
    const claim = await findClaimForUpdate(tx, key)
    if (claim === undefined) return gone
    const known = await findOperation(tx, key, request.operationId)
    if (known !== undefined) return known.payloadSha256 === payloadSha256 ? known.result : 'differs'
    if (!fits(claim.revision)) return 'stale'
    const user = await findTeamMember(tx, userId)
    if (!ports.rules.knows(claim.policy)) await ports.rules.refresh(tx)
    const result = await resultOf(tx, claim, request, { user, ports })
    const receivedAt = new Date(ports.now())
    await insertOperation(tx, key, { userId, request, payloadSha256, result, receivedAt })
    return result
  })
}

interface Asking {
  readonly user: HubUser | undefined
  readonly ports: OperationPorts
}

async function resultOf(
  tx: Tx,
  claim: StoredClaim,
  request: OperationRequest,
  { user, ports }: Asking,
): Promise<OperationResult> {
  const conflict = (
    reason: Extract<OperationResult, { outcome: 'conflict' }>['reason'],
  ): OperationResult => ({
    outcome: 'conflict',
    reason,
    currentRevision: claim.revision,
  })
  if (user === undefined) return conflict('role_lost')
  if (await hasDealings(tx, claim, user, request.action)) return conflict('conflict_of_interest')
  const { policy } = ports.rules.basisOf(claim.policy)
  const now = ports.now()
  const reason = conflictReason(claim, request, user, { policy, now })
  if (reason !== null) return conflict(reason)
  const applied = await applyToClaim(tx, claim, {
    command: commandOf(request.action),
    actor: { side: 'reviewer', userId: user.userId, role: user.role },
    actorName: user.name,
    situation: situationOf(claim, verdictsOf(request.action)),
    rules: ports.rules,
    now,
    beside: { addedComments: commentsOf(request.action, user, Instant.parse(new Date(now).toISOString())) },
  })
  if (applied.outcome === 'refused') return conflict('not_allowed')
  return { outcome: 'applied', revision: applied.claim?.revision ?? claim.revision + 1 }
}

/** Whether the person, or the one to whom they hand the claim, has dealings with its partner (trust.md R4). */
async function hasDealings(
  tx: Tx,
  { form }: StoredClaim,
  { userId }: HubUser,
  action: OperationAction,
): Promise<boolean> {
  const people = action.kind === 'hand_over' ? [userId, action.toUserId] : [userId]
  for (const one of people) if ((await linkedPartners(tx, one)).includes(form.mpnId)) return true
  return false
}

/** A decision's comment is written to the partner, a note to the lead never is. */
function commentsOf(action: OperationAction, user: HubUser, at: Instant): ClaimComment[] {
  const write = (
    text: string,
    visibility: ClaimComment['visibility'],
    inReplyTo: string | null = null,
  ): ClaimComment[] =>
    text.trim() === ''
      ? []
      : [
          {
            commentId: randomUUID(),
            side: 'reviewer',
            authorName: user.name,
            at,
            text,
            visibility,
            inReplyTo,
          },
        ]
  switch (action.kind) {
    case 'start_review':
    case 'take':
    case 'release':
    case 'hand_over':
      return []
    case 'comment':
      return write(action.text, action.visibility, action.inReplyTo)
    case 'approve':
    case 'request_info':
    case 'hold_for_arbitration':
      return write(action.comment, 'partner_visible')
    case 'reject':
      return [...write(action.comment, 'partner_visible'), ...write(action.note, 'internal')]
    case 'reopen':
      return write(action.reason, 'internal')
  }
}

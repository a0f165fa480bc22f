import type { ConflictReason } from '../../../src-preload/contract/vocabulary/words.ts'
import type { JudgedCriterion } from '../../domain/checks/effectiveVerdict.ts'
import { isAssignmentAct } from '../../domain/assignment/lease.ts'
import { blocksOf } from '../../domain/claim/applyAct.ts'
import { commandOf } from '../../domain/claim/commandOf.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import type { Setting } from '../../domain/claim/situation.ts'
import { transitionFor } from '../../domain/claim/transitions.ts'
import type { HubUser } from '../api/people.ts'
import type { OperationAction, OperationRequest } from '../api/operations.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { situationOf } from '../claims/situation.ts'
import type { StoredClaim } from '../store/claimRows.ts'

type Decision = Extract<OperationAction, { verdicts: unknown }>

const isDecision = (action: OperationAction): action is Decision => 'verdicts' in action

/**
 * Why an operation may not be applied to the claim as it stands; null = it may. The role is looked at first: it is the one thing
 * that a reviewer cannot mend by looking at the claim again. Then what changed since the reviewer looked, from the most telling
 * to the most general, then the rules themselves.
 */
export function conflictReason(
  claim: StoredClaim,
  request: OperationRequest,
  user: HubUser,
  setting: Setting,
): ConflictReason | null {
  const { action } = request
  if (!roleMay(user.role, action.kind)) return 'role_lost'
  const stateAllows = transitionFor(claim, action.kind) !== null
  const hasMoved = request.claimRevision !== claim.revision
  if (!stateAllows) return hasMoved ? reasonOfState(claim, user) : 'not_allowed'
  if (restsOnContent(action)) {
    const changed = reasonOfChange(claim, request, user)
    if (changed !== null) return changed
  }
  return reasonOfBlocks(claim, action, user, setting)
}

/** Whether an act was decided on what the claim says; the others only join in, or say who works on it. */
const restsOnContent = ({ kind }: OperationAction): boolean =>
  kind !== 'comment' && kind !== 'start_review' && !isAssignmentAct(kind)

/** Who brought the claim where the operation no longer fits. */
function reasonOfState(claim: HubClaim, user: HubUser): ConflictReason {
  switch (claim.state) {
    case 'editing':
      return 'withdrawn'
    case 'submitted':
    case 'unknown':
      return 'claim_changed'
    case 'under_review':
      return isHeldByOther(claim, user) ? 'reassigned' : 'claim_changed'
    case 'partner_action_required':
    case 'approved':
    case 'rejected':
      return reasonOfMover(claim)
  }
}

function reasonOfMover({ history, state }: HubClaim): ConflictReason {
  const mover = history.findLast(({ toState, fromState }) => toState === state && fromState !== state)
  switch (mover?.side) {
    case 'partner':
    case 'customer':
      return 'withdrawn'
    case 'system':
      return 'clock_expired'
    case 'reviewer':
    case undefined:
      return 'decided_elsewhere'
  }
}

/** What a decision was made on, held against what the hub has. */
function reasonOfChange(claim: HubClaim, request: OperationRequest, user: HubUser): ConflictReason | null {
  const hashes = [...new Set(claim.documents.map(({ sha256 }) => sha256))].sort()
  const seen = [...new Set(request.documentHashes)].sort()
  if (hashes.join() !== seen.join()) return 'document_replaced'
  if (request.claimRevision !== claim.revision) {
    return isHeldByOther(claim, user) ? 'reassigned' : 'claim_changed'
  }
  const { id, version } = claim.policy
  return request.policy.id === id && request.policy.version === version ? null : 'claim_changed'
}

const isHeldByOther = ({ assignedTo }: HubClaim, user: HubUser): boolean =>
  assignedTo !== null && assignedTo.userId !== user.userId

/** The guards of the rules; where one of them is a conflict that people know by name, that name. */
function reasonOfBlocks(
  claim: StoredClaim,
  action: OperationAction,
  { userId, role }: HubUser,
  setting: Setting,
): ConflictReason | null {
  const situation = situationOf(claim, verdictsOf(action))
  const blocks = blocksOf(commandOf(action), situation, { side: 'reviewer', userId, role }, setting)
  if (blocks.length === 0) return null
  if (blocks.some(({ reason }) => reason === 'held_by_other' || reason === 'not_held_by_you'))
    return 'reassigned'
  if (blocks.some(({ reason }) => reason === 'four_eyes')) return 'four_eyes_self'
  return blocks.some(({ reason }) => reason === 'window_closed') ? 'clock_expired' : 'not_allowed'
}

/** The verdicts that came with a decision; none with anything else. */
export const verdictsOf = (action: OperationAction): readonly JudgedCriterion[] =>
  isDecision(action) ? action.verdicts : []

import { CRITERIA, type ConflictReason } from '../../../src-preload/contract/vocabulary/words.ts'
import type { JudgedCriterion } from '../../domain/checks/effectiveVerdict.ts'
import { blocksOf, blocksOfDecision } from '../../domain/claim/blocks.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import { transitionFor } from '../../domain/claim/transitions.ts'
import type { HubUser } from '../api/people.ts'
import type { DecidedVerdict, OperationAction, OperationRequest } from '../api/operations.ts'
import type { HubClaim } from '../claims/hubClaim.ts'

type Decision = Extract<OperationAction, { verdicts: unknown }>

const isDecision = (action: OperationAction): action is Decision => 'verdicts' in action

/**
 * Why an operation may not be applied to the claim as it stands; null = it may. The role is looked at first: it is the one thing
 * that a reviewer cannot mend by looking at the claim again. Then what changed since the reviewer looked, from the most telling
 * to the most general, then the rules themselves.
 */
export function conflictReason(
  claim: HubClaim,
  request: OperationRequest,
  user: HubUser,
): ConflictReason | null {
  const { action } = request
  if (!roleMay(user.role, action.kind)) return 'role_lost'
  const stateAllows = action.kind === 'comment' || transitionFor(claim.state, action.kind) !== null
  const hasMoved = request.claimRevision !== claim.revision
  if (!stateAllows) return hasMoved ? reasonOfState(claim, user) : 'not_allowed'
  if (isDecision(action)) {
    const changed = reasonOfChange(claim, request, user)
    if (changed !== null) return changed
  }
  return isAllowed(claim, action, user) ? null : 'not_allowed'
}

/** Who brought the claim where the operation no longer fits. */
function reasonOfState(claim: HubClaim, user: HubUser): ConflictReason {
  switch (claim.state) {
    case 'editing':
      return 'withdrawn'
    case 'submitted':
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

function isAllowed(claim: HubClaim, action: OperationAction, user: HubUser): boolean {
  const blocks = blocksOf(action.kind, {
    state: claim.state,
    subState: claim.subState,
    documents: claim.documents.length,
    role: user.role,
    criteria: isDecision(action) ? judgedCriteria(claim, action.verdicts) : [],
  })
  const blocksOfText = isDecision(action)
    ? blocksOfDecision({ decision: action.kind, reasons: action.reasons, comment: action.comment })
    : []
  return blocks.length + blocksOfText.length === 0
}

/** What was sent, and every criterion of the claim that was not sent, as open: leaving one out settles nothing. */
function judgedCriteria({ form }: HubClaim, sent: readonly DecidedVerdict[]): JudgedCriterion[] {
  const needed = CRITERIA.flatMap((criterion) => {
    const judged: readonly (string | null)[] =
      criterion === 'products' ? form.items.map(({ id }) => id) : [null]
    return judged.map((item) => ({ criterion, item }))
  })
  const missing = needed.filter(
    ({ criterion, item }) => !sent.some((one) => one.criterion === criterion && one.item === item),
  )
  return [...sent, ...missing.map((one) => ({ ...one, verdict: null }))]
}

import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ConflictReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { isHeldNow, leavesRevision } from '../../domain/assignment/lease.ts'
import type { JudgedCriterion } from '../../domain/checks/effectiveVerdict.ts'
import { blocksOf } from '../../domain/claim/applyAct.ts'
import { commandOf } from '../../domain/claim/commandOf.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import type { Claimant } from '../../domain/letter/guards/rivals.ts'
import type { Setting } from '../../domain/claim/situation.ts'
import { transitionFor } from '../../domain/claim/transitions.ts'
import type { HubUser } from '../api/people.ts'
import type { ClaimRequest, OperationAction } from '../api/operations.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { situationOf } from '../claims/situation.ts'
import type { StoredClaim } from '../store/claimRows.ts'

type Decision = Extract<OperationAction, { verdicts: unknown }>

const isDecision = (action: OperationAction): action is Decision => 'verdicts' in action

/**
 * Where several things stand in the way, the most telling one is named: first that there is nothing to act on, then what this person
 * can't mend, then what became of the claim, who may act on it, and what the act was made on. `schema_too_old` has no place here: what
 * is not understood is not looked at. Of two who moved a claim, the last one tells.
 */
export const MOST_TELLING_FIRST = [
  'claim_deleted',
  'role_lost',
  'conflict_of_interest',
  'withdrawn',
  'clock_expired',
  'decided_elsewhere',
  'four_eyes_self',
  'reassigned',
  'document_replaced',
  'claim_changed',
  'case_moved_on',
  'not_allowed',
] as const satisfies readonly ConflictReason[]

/** Who asks, the partners (MPN ids) that they are linked to, and of the claim, where it matters to the act, what stands beside it. */
export type Asker = HubUser & {
  readonly linked: readonly string[]
  /** Who else claims of the customer. */
  readonly others?: readonly Claimant[]
  /** The living cases in which it is a party. */
  readonly cases?: readonly ArbitrationCase[]
}

/** Why an operation may not be applied to the claim as it stands; null = it may. */
export function conflictReason(
  claim: StoredClaim,
  request: ClaimRequest,
  asker: Asker,
  setting: Setting,
): ConflictReason | null {
  return mostTelling(reasonsOf(claim, request, asker, setting))
}

/** Null = there is none. */
export const mostTelling = (found: readonly ConflictReason[]): ConflictReason | null =>
  MOST_TELLING_FIRST.find((reason) => found.includes(reason)) ?? null

function reasonsOf(
  claim: StoredClaim,
  request: ClaimRequest,
  asker: Asker,
  setting: Setting,
): ConflictReason[] {
  const { action } = request
  const ofPerson: ConflictReason[] = [
    ...when(!roleMay(asker.role, action.kind), 'role_lost'),
    ...when(asker.linked.includes(claim.form.mpnId), 'conflict_of_interest'),
  ]
  if (isNoLongerNeeded(claim, action, setting)) return ofPerson
  return [
    ...ofPerson,
    ...reasonsOfState(claim, request, asker, setting),
    ...(restsOnContent(action) ? reasonsOfChange(claim, request) : []),
    ...reasonsOfBlocks(claim, action, asker, setting),
  ]
}

const when = (isSo: boolean, reason: ConflictReason): ConflictReason[] => (isSo ? [reason] : [])

/** Giving up a claim that nobody holds any more: a lease that ran out refuses nothing. */
export const isNoLongerNeeded = (
  { assignedTo }: HubClaim,
  { kind }: OperationAction,
  { now }: Pick<Setting, 'now'>,
): boolean => kind === 'release' && !isHeldNow(assignedTo, now)

const isOfCase = (kind: OperationAction['kind']): boolean => kind === 'case_ask' || kind === 'case_tell'

/** Whether an act was decided on what the claim says; the others only join in, or say who works on it. */
const restsOnContent = ({ kind }: OperationAction): boolean =>
  kind !== 'comment' && kind !== 'start_review' && !leavesRevision(kind) && !isOfCase(kind)

/** Where the operation no longer fits the state: who brought the claim there, if it has moved at all. */
function reasonsOfState(
  claim: HubClaim,
  { action, claimRevision }: ClaimRequest,
  asker: Asker,
  setting: Setting,
): ConflictReason[] {
  if (transitionFor(claim, action.kind) !== null || claimRevision === claim.revision) return []
  switch (claim.state) {
    case 'editing':
      return ['withdrawn']
    case 'submitted':
    case 'unknown':
      return ['claim_changed']
    case 'under_review':
      return ['claim_changed', ...when(isHeldByOther(claim, asker, setting), 'reassigned')]
    case 'partner_action_required':
    case 'approved':
    case 'rejected':
      return [reasonOfMover(claim)]
  }
}

/** Who brought the claim to where it stands. */
export function reasonOfMover({ history, state }: HubClaim): ConflictReason {
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
export function reasonsOfChange(
  claim: HubClaim,
  request: Pick<ClaimRequest, 'documentHashes' | 'policy' | 'claimRevision'>,
): ConflictReason[] {
  const hashes = [...new Set(claim.documents.map(({ sha256 }) => sha256))].sort()
  const seen = [...new Set(request.documentHashes)].sort()
  const { id, version } = claim.policy
  const isOtherPolicy = request.policy.id !== id || request.policy.version !== version
  return [
    ...when(hashes.join() !== seen.join(), 'document_replaced'),
    ...when(request.claimRevision !== claim.revision || isOtherPolicy, 'claim_changed'),
  ]
}

const isHeldByOther = ({ assignedTo }: HubClaim, { userId }: HubUser, { now }: Setting): boolean =>
  isHeldNow(assignedTo, now) && assignedTo?.userId !== userId

/** The guards of the rules; where one of them is a conflict that people know by name, that name. */
function reasonsOfBlocks(
  claim: StoredClaim,
  action: OperationAction,
  asker: Asker,
  setting: Setting,
): ConflictReason[] {
  const { userId, role } = asker
  const situation = situationOf(claim, verdictsOf(action), asker.others, {
    cases: asker.cases ?? [],
    now: setting.now,
  })
  const blocks = blocksOf(commandOf(action), situation, { side: 'reviewer', userId, role }, setting)
  return blocks.map(({ reason }) => {
    switch (reason) {
      case 'held_by_other':
        return 'reassigned'
      case 'escalated_already':
      case 'not_escalated':
      case 'held_by_nobody':
      case 'nudged_today':
        return 'claim_changed'
      case 'not_held_by_you':
        return isHeldByOther(claim, asker, setting) ? 'reassigned' : 'claim_changed'
      case 'four_eyes':
        return 'four_eyes_self'
      case 'window_closed':
        return 'clock_expired'
      case 'case_closed':
      case 'nothing_to_arbitrate':
      case 'already_asked':
        return 'case_moved_on'
      default:
        return 'not_allowed'
    }
  })
}

/** The verdicts that came with a decision; none with anything else. */
export const verdictsOf = (action: OperationAction): readonly JudgedCriterion[] =>
  isDecision(action) ? action.verdicts : []

import { type ClaimId, Instant, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  type ConflictReason,
  QUALITY_OPERATION_KINDS,
  type QualityOperationKind,
  type SentKind,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { dependsOnCases } from '../../domain/arbitration/proceeding.ts'
import { commandOf } from '../../domain/claim/commandOf.ts'
import {
  type ClaimRequest,
  type OperationAction,
  type OperationRequest,
  type OperationResult,
} from '../api/operations.ts'
import { castVote } from '../arbitration/castVote.ts'
import { decideCases } from '../arbitration/decideCases.ts'
import { noteOutreach } from '../arbitration/noteOutreach.ts'
import { applyToClaim } from '../claims/applyToClaim.ts'
import { situationOf } from '../claims/situation.ts'
import type { Rules } from '../policy/rules.ts'
import { dismissTwins } from '../quality/dismissTwins.ts'
import { sayOfDecision } from '../quality/sayOfDecision.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { type ClaimKey, findClaim, listClaimants, lockClaim, narrowToTenantOf } from '../store/claimsRepo.ts'
import { listCasesWeighing } from '../store/arbitrationRepo.ts'
import { keyOf } from '../store/claimWrites.ts'
import { lockClient, setLastSequence } from '../store/clientsRepo.ts'
import { actingAs, HUB } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { findOperation, insertOperation } from '../store/operationsRepo.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { findTeamMember } from '../store/peopleRepo.ts'
import { hasMissed, keysAroundCases, lockContest } from '../store/thingLocks.ts'
import { transact } from '../store/transact.ts'
import { commentsOf } from './commentsOf.ts'
import { type Asker, conflictReason, isNoLongerNeeded, verdictsOf } from './conflictReason.ts'
import { namedTarget } from './namedTarget.ts'
import { payloadHash } from './payloadHash.ts'

export interface OperationPorts {
  readonly db: Db
  readonly rules: Rules
  /** Epoch milliseconds: the hub decides time. */
  readonly now: () => number
}

/** An operation as it comes in. */
export interface IncomingOperation {
  readonly claimId: ClaimId
  readonly userId: UserId
  readonly request: OperationRequest
  /** Whether the sender still means the claim as it stands, where it asked for that (If-Match). */
  readonly means: (revision: number) => boolean
}

/** Nothing was done and nothing is stored: the workstation's count stays where it is. */
export interface OperationRefusal {
  readonly outcome: 'unanswered'
  /** `operation_differs`: the id was used for another request, or by another person. */
  readonly code: 'operation_differs' | 'sequence_gap' | 'sequence_reused' | 'precondition_failed'
  /** The number that would have been answered. */
  readonly expected: number
}

export type OperationAnswer = OperationResult | OperationRefusal

const gone: OperationResult = { outcome: 'conflict', reason: 'claim_deleted', currentRevision: null }

const isSaidOfDecision = (kind: SentKind): kind is QualityOperationKind =>
  QUALITY_OPERATION_KINDS.some((one) => one === kind)

/**
 * Acts that look at the cases of a claim or write into them, and acts after which a claim holds, or frees, what it names. Two on different
 * parties of one case would each write it as they read it, and the second would undo the first.
 */
const concernsRivals = ({ kind }: OperationRequest['action']): boolean =>
  kind === 'case_decide' ||
  kind === 'case_vote' ||
  kind === 'reopen' ||
  (!isSaidOfDecision(kind) && dependsOnCases(kind))

/** Locks the claim, and its rivals before the first of them is touched. False when it is gone. */
async function lockFor(tx: Tx, key: ClaimKey, action: OperationRequest['action']): Promise<boolean> {
  const { tenantId, claimId } = key
  if (!concernsRivals(action) && !hasMissed(tx)) return lockClaim(tx, key)
  const caseIds = 'cases' in action ? action.cases.map(({ caseId }) => caseId) : []
  const keys = caseIds.length === 0 ? [] : await keysAroundCases(tx, tenantId, caseIds)
  return (await lockContest(tx, { tenantId, claimIds: [claimId], keys })).length > 0
}

/**
 * Does what a workstation asks, once. Its count is locked first, then the claim; then it is looked up whether this id was answered
 * before; role, revision, documents, state and guards are checked anew with what the database says now, and effect, answer and
 * count are written together (trust.md Y4).
 */
export async function applyOperation(
  ports: OperationPorts,
  incoming: IncomingOperation,
): Promise<OperationAnswer> {
  const { clientId, sequence } = incoming.request
  const apply = () =>
    transact(ports.db, async (tx) => {
      const seenAt = new Date(ports.now())
      const last = await lockClient(tx, clientId, seenAt)
      const answer = await answerOf(tx, ports, incoming, last)
      if (answer.outcome !== 'unanswered' && sequence === last + 1)
        await setLastSequence(tx, clientId, sequence, seenAt)
      return answer
    })
  return actingAs(HUB, apply)
}

/** @param last number of the client's last answered operation. */
async function answerOf(
  tx: Tx,
  ports: OperationPorts,
  { claimId, userId, request, means }: IncomingOperation,
  last: number,
): Promise<OperationAnswer> {
  const refuse = (code: OperationRefusal['code']): OperationRefusal => ({
    outcome: 'unanswered',
    code,
    expected: last + 1,
  })
  const tenantId = await narrowToTenantOf(tx, claimId)
  const key = tenantId === undefined ? undefined : { tenantId, claimId }
  // What was answered about a claim went with it, so every operation on it has the same answer, also one that is sent again.
  if (key === undefined || !(await lockFor(tx, key, request.action)))
    return request.sequence > last + 1 ? refuse('sequence_gap') : gone
  const payloadSha256 = payloadHash(userId, claimId, request)
  const known = await findOperation(tx, key, request.operationId)
  if (known !== undefined)
    return known.payloadSha256 === payloadSha256 ? known.result : refuse('operation_differs')
  if (request.sequence !== last + 1)
    return refuse(request.sequence > last + 1 ? 'sequence_gap' : 'sequence_reused')
  const claim = await findClaim(tx, key)
  if (claim === undefined) throw new Error('A claim that is locked is gone')
  if (!means(claim.revision)) return refuse('precondition_failed')
  const result = await resultOf(tx, claim, request, { userId, ports })
  const receivedAt = new Date(ports.now())
  await insertOperation(tx, key, { userId, request, payloadSha256, result, receivedAt })
  return result
}

interface Asking {
  readonly userId: UserId
  readonly ports: OperationPorts
}

/** The claim of an act on whole cases is one of their parties: the others are looked at with it. */
function resultOf(
  tx: Tx,
  claim: StoredClaim,
  { action, ...request }: OperationRequest,
  asking: Asking,
): Promise<OperationResult> {
  const { userId, ports } = asking
  if (action.kind === 'case_decide') return decideCases(tx, claim, action, { userId, ...ports })
  if (action.kind === 'case_vote') return castVote(tx, claim, action, { userId, ...ports })
  if (action.kind === 'dismiss_twins') return dismissTwins(tx, claim, action, { userId, now: ports.now })
  if (action.kind === 'second_review' || action.kind === 'coaching_note')
    return sayOfDecision(tx, claim, action, { userId, operationId: request.operationId, now: ports.now })
  return resultOnClaim(tx, claim, { ...request, action }, asking)
}

async function resultOnClaim(
  tx: Tx,
  claim: StoredClaim,
  request: ClaimRequest,
  { userId, ports }: Asking,
): Promise<OperationResult> {
  const conflict = (reason: ConflictReason): OperationResult => ({
    outcome: 'conflict',
    reason,
    currentRevision: claim.revision,
  })
  const user = await findTeamMember(tx, userId)
  if (user === undefined) return conflict('role_lost')
  if (!ports.rules.knows(claim.policy)) await ports.rules.refresh(tx)
  const said = saidIn(request.action)
  const others = said === null ? [] : await listClaimants(tx, keyOf(claim), said)
  const cases = dependsOnCases(request.action.kind) ? await listCasesWeighing(tx, keyOf(claim)) : []
  const asker: Asker = { ...user, linked: await linkedPartners(tx, userId), others, cases }
  const now = ports.now()
  const { policy } = ports.rules.basisOf(claim.policy)
  const reason = conflictReason(claim, request, asker, { policy, now })
  if (reason !== null) return conflict(reason)
  if (isNoLongerNeeded(claim, request.action, { now })) return applied(claim.revision)
  const action = await namedTarget(tx, claim, request.action)
  if (typeof action === 'string') return conflict(action)
  const addedComments = commentsOf(action, {
    name: user.name,
    at: Instant.parse(new Date(now).toISOString()),
  })
  const done = await applyToClaim(tx, claim, {
    command: commandOf(action),
    actor: { side: 'reviewer', userId, role: user.role },
    actorName: user.name,
    situation: situationOf(claim, verdictsOf(action), others, { cases, now }),
    rules: ports.rules,
    now,
    beside: { addedComments },
  })
  if (done.outcome === 'refused') return conflict('not_allowed')
  const { operationId } = request
  await noteOutreach(
    tx,
    { claim, cases, action, operationId, user, comment: addedComments[0], now },
    ports.rules,
  )
  return applied(done.claim?.revision ?? claim.revision + 1)
}

/** The partner reads it, so it is held against what the partner may not know. Null = nothing is said. */
const saidIn = (action: OperationAction): string | null =>
  'comment' in action ? action.comment : action.kind === 'comment' ? action.text : null

const applied = (revision: number): OperationResult => ({ outcome: 'applied', revision })

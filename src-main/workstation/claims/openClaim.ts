import type { ActionView, ClaimDetail, PendingOperation } from '../../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { OPERATION_KINDS } from '../../../src-preload/contract/vocabulary/words.ts'
import { isLocal } from '../../store/documentsRepo.ts'
import { toInstant, toInstantOrNull } from '../../store/instants.ts'
import type { WaitingOperation } from '../../store/outboxRepo.ts'
import type { Core } from '../core.ts'
import { documentPath } from '../documents/serveDocument.ts'
import { blocksHere } from './commands.ts'
import { getClaimAtHand } from './claimAtHand.ts'

/** Everything that the claim's page shows. `checkFailed` says that the checker could not run on this claim. */
export function openClaim(core: Core, claimId: ClaimId, checkFailed: boolean): ClaimDetail {
  return core.store.read((store) => {
    const claim = getClaimAtHand(store, claimId)
    const { role } = core.session.user()
    return {
      claim: claim.record,
      documents: claim.record.documents.map((document) => ({
        ...document,
        availability: isLocal(store, document.sha256) ? 'local' : 'missing',
        url: documentPath(claimId, document.sha256),
      })),
      checkStatus: claim.report !== null ? 'ready' : checkFailed ? 'failed' : 'waiting',
      report: claim.report,
      criteria: [...claim.criteria],
      actions: OPERATION_KINDS.map(
        (action): ActionView => ({ action, blocks: blocksHere(action, claim, role) }),
      ),
      pending: claim.waiting.map((operation) => pendingView(operation, core.ports.clock.now())),
    }
  })
}

export function pendingView(operation: WaitingOperation, now: number): PendingOperation {
  const { operationId, claimId, kind, madeAt, holdUntil, sequence } = operation
  const held = holdUntil !== null && holdUntil > now
  return {
    operationId,
    claimId,
    kind,
    state: sequence !== null ? 'sending' : held ? 'held' : 'waiting',
    madeAt: toInstant(madeAt),
    holdUntil: toInstantOrNull(holdUntil),
  }
}

import type { Input } from '../../../src-preload/contract/index.ts'
import type { PendingOperation } from '../../../src-preload/contract/claims.ts'
import type { CaseId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { findWaitingDecision, putCaseDraft, removeCaseDraft } from '../../store/caseDecisionsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { listWaiting } from '../../store/outboxRepo.ts'
import { pendingView } from '../claims/openClaim.ts'
import type { Core } from '../core.ts'

/** Keeps what the person who works here has begun to decide; null = it was sent or thrown away. */
export function keepCaseDraft(
  core: Core,
  { caseId, draft }: Input<'arbitration.keepDraft'>,
): Record<string, never> {
  const { userId } = core.session.user()
  const savedAt = core.ports.clock.now()
  core.store.write((store) =>
    draft === null
      ? removeCaseDraft(store, caseId, userId)
      : putCaseDraft(store, caseId, userId, { draft, savedAt }),
  )
  return {}
}

/** The decision of this workstation about a case that is on its way; null = there is none. */
export function waitingDecision(core: Core, store: ReadStore, caseId: CaseId): PendingOperation | null {
  const operationId = findWaitingDecision(store, caseId)
  if (operationId === null) return null
  const waiting = listWaiting(store, null).find((one) => one.operationId === operationId)
  return waiting === undefined ? null : pendingView(waiting, core.ports.clock.now())
}

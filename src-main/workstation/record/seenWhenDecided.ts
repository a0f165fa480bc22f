import type { SeenWhenDecided } from '../../../src-preload/contract/recordShape.ts'
import { putDecided } from '../../store/decidedRepo.ts'
import { toInstant } from '../../store/instants.ts'
import type { WriteStore } from '../../store/openStore.ts'
import type { OutboxOperation } from '../../store/outboxRepo.ts'
import type { ClaimAtHand } from '../claims/claimAtHand.ts'
import { daysRead, detailsSaid } from '../claims/handWordsAtHand.ts'
import { ownEvidenceAtHand } from '../claims/ownEvidenceAtHand.ts'
import type { Core } from '../core.ts'
import type { SentAction } from '../sync/operationRequest.ts'

/** Keeps what stood on the screen for the record: later the claim is edited, checked anew, read by other versions. */
export function keepSeen(
  core: Pick<Core, 'session'>,
  store: WriteStore,
  operation: OutboxOperation,
  claim: ClaimAtHand,
  action: SentAction,
): void {
  const { operationId, claimId, madeAt } = operation
  const { record, report, criteria } = claim
  const { name, role } = core.session.user()
  const seen = {
    operation: {
      operationId,
      kind: operation.kind,
      byUserId: operation.byUserId,
      byName: name,
      role,
      madeAt: toInstant(madeAt),
      claimRevision: operation.claimRevision,
      policy: record.policy,
      documentHashes: record.documents.map(({ sha256 }) => sha256).sort(),
      action,
    },
    claim: record,
    report,
    criteria: [...criteria],
    ownEvidence: ownEvidenceAtHand(store, record),
    detailWords: detailsSaid(store, claim),
    readDays: daysRead(store, claim),
  } satisfies SeenWhenDecided
  putDecided(store, { operationId, claimId, madeAt, seen })
}

import type { CriterionView } from '../../../src-preload/contract/claims.ts'
import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Role } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ClaimSituation } from '../../domain/claim/blocks.ts'
import { shownState } from '../../domain/claim/shownState.ts'
import { findReport } from '../../store/checksRepo.ts'
import { findClaim, type StoredClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { listWaiting, type WaitingOperation } from '../../store/outboxRepo.ts'
import { listVerdicts } from '../../store/verdictsRepo.ts'
import { AppError } from '../appError.ts'
import { criteriaViews } from '../checks/criteriaViews.ts'

/** A claim with all that this workstation knows of it: what a screen shows and what a guard judges. */
export interface ClaimAtHand extends StoredClaim {
  readonly report: CheckReport | null
  readonly criteria: readonly CriterionView[]
  readonly waiting: readonly WaitingOperation[]
}

/** Throws not_found when the feed never brought it or took it away. */
export function getClaimAtHand(store: ReadStore, claimId: ClaimId): ClaimAtHand {
  const stored = findClaim(store, claimId)
  if (stored === null) throw new AppError('not_found', 'This claim is not in the queue of this workstation.')
  const report = findReport(store, claimId, stored.checkKey)
  const said = listVerdicts(store, claimId, stored.checkKey)
  const waiting = listWaiting(store, claimId)
  const status = shownState(
    stored.record,
    waiting.map(({ kind }) => kind),
  )
  return {
    checkKey: stored.checkKey,
    record: { ...stored.record, ...status },
    report,
    criteria: criteriaViews(stored.record.form, report, said),
    waiting,
  }
}

export function situationOf({ record, criteria }: ClaimAtHand, role: Role): ClaimSituation {
  return {
    state: record.state,
    subState: record.subState,
    documents: record.documents.length,
    role,
    criteria: criteria.map(({ criterion, item, effective }) => ({ criterion, item, verdict: effective })),
  }
}

import type { DetailWord, ReadDays } from '../../../src-preload/contract/vocabulary/handWordShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import { listDetailWords, listReadDays } from '../../store/handWordsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { ownEvidenceAtHand } from './ownEvidenceAtHand.ts'

/** What people verified of a claim as it stands here now (S-126): what a decision that rests on it has to carry. */
export function detailsSaid(store: ReadStore, claimId: ClaimId): DetailWord[] {
  const found = findClaim(store, claimId)
  return found === null ? [] : listDetailWords(store, claimId, found.checkKey)
}

/** The days that people read on its papers. A place that went with its paper, or was taken back, is no place of theirs any more. */
export function daysRead(store: ReadStore, claimId: ClaimId): ReadDays[] {
  const found = findClaim(store, claimId)
  if (found === null) return []
  const marked = new Set(ownEvidenceAtHand(store, found.record).map(({ evidenceId }) => evidenceId))
  return listReadDays(store, claimId, found.checkKey).map((one) => ({
    ...one,
    evidenceId: one.evidenceId !== null && marked.has(one.evidenceId) ? one.evidenceId : null,
  }))
}

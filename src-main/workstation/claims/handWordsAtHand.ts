import type { DetailWord, ReadDays } from '../../../src-preload/contract/vocabulary/handWordShape.ts'
import type { StoredClaim } from '../../store/claimsRepo.ts'
import { listDetailWords, listReadDays } from '../../store/handWordsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { ownEvidenceAtHand } from './ownEvidenceAtHand.ts'

/** What people verified of a claim as it stands here now (S-126): what a decision that rests on it has to carry. */
export const detailsSaid = (store: ReadStore, { record, checkKey }: StoredClaim): DetailWord[] =>
  listDetailWords(store, record.form.claimId, checkKey)

/** The days that people read on its papers. A place that went with its paper, or was taken back, is no place of theirs any more. */
export function daysRead(store: ReadStore, { record, checkKey }: StoredClaim): ReadDays[] {
  const marked = new Set(ownEvidenceAtHand(store, record).map(({ evidenceId }) => evidenceId))
  return listReadDays(store, record.form.claimId, checkKey).map((one) => ({
    ...one,
    evidenceId: one.evidenceId !== null && marked.has(one.evidenceId) ? one.evidenceId : null,
  }))
}

import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { OperationBase } from '../../../src-preload/contract/vocabulary/conflictShape.ts'

/** What of a claim an act rests on: kept with the operation, so that a conflict can show what was before the reviewer's eyes. */
export function baseOf(record: ClaimRecord): OperationBase {
  const { revision, state, subState, stateChangedAt, assignedTo, policy, competingClaims } = record
  return {
    revision,
    state,
    subState,
    stateChangedAt,
    assignedTo,
    documents: record.documents.map(({ documentId, sha256, fileName }) => ({ documentId, sha256, fileName })),
    items: record.form.items.map(({ id, name }) => ({ id, name })),
    policy,
    competingClaims,
    lastEntryId: record.history.at(-1)?.entryId ?? null,
  }
}

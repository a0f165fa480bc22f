import type { DecisionDraft } from '../../src-preload/contract/vocabulary/draftShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

export interface KeptDraft {
  readonly draft: DecisionDraft
  readonly savedAt: number
}

/** What this person had begun to say on the claim; null = nothing. */
export function findDraft(store: ReadStore, claimId: ClaimId, userId: UserId): KeptDraft | null {
  const row = statement(
    store,
    'select draft, saved_at as savedAt from drafts where claim_id = ? and user_id = ?',
  ).get(claimId, userId) as { draft: string; savedAt: number } | undefined
  // Written by this program from a parsed value.
  return row === undefined ? null : { draft: JSON.parse(row.draft) as DecisionDraft, savedAt: row.savedAt }
}

export function putDraft(
  store: WriteStore,
  claimId: ClaimId,
  userId: UserId,
  { draft, savedAt }: KeptDraft,
): void {
  statement(
    store,
    `insert into drafts (claim_id, user_id, draft, saved_at) values (?, ?, ?, ?)
     on conflict (claim_id, user_id) do update set draft = excluded.draft, saved_at = excluded.saved_at`,
  ).run(claimId, userId, JSON.stringify(draft), savedAt)
}

export function removeDraft(store: WriteStore, claimId: ClaimId, userId: UserId): void {
  statement(store, 'delete from drafts where claim_id = ? and user_id = ?').run(claimId, userId)
}

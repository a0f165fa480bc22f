import { DecisionDraft } from '../../src-preload/contract/vocabulary/draftShape.ts'
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
  return row === undefined ? null : { draft: readableDraft(JSON.parse(row.draft)), savedAt: row.savedAt }
}

const BLANK: DecisionDraft = {
  act: 'request_info',
  reasons: [],
  comment: '',
  isCommentOwn: true,
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
}

/** Nobody else has these words: where the disk spoilt one part of them, the others are kept. */
function readableDraft(stored: unknown): DecisionDraft {
  const whole = DecisionDraft.safeParse(stored)
  if (whole.success) return whole.data
  const sound = Object.entries(DecisionDraft.shape).flatMap(([name, shape]) => {
    const part = shape.safeParse(Object(stored)[name])
    return part.success ? [[name, part.data] as const] : []
  })
  return DecisionDraft.parse({ ...BLANK, ...Object.fromEntries(sound) })
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

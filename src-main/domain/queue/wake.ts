import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { WakeReason } from '../../../src-preload/contract/vocabulary/words.ts'

/** What a reviewer had before them when they put a claim off. */
export interface SeenOfClaim {
  /** Hashes of its documents. */
  readonly documents: readonly string[]
  /** Ids of what others than reviewers had said and done. */
  readonly words: readonly string[]
}

type Told = Pick<ClaimRecord, 'documents' | 'comments' | 'history'>

/** Comments of the partner, and their acts; what clocks bring about by themselves is no answer. */
export function seenOf({ documents, comments, history }: Told): SeenOfClaim {
  return {
    documents: documents.map(({ sha256 }) => sha256),
    words: [
      ...comments.filter(({ side }) => side === 'partner').map(({ commentId }) => commentId),
      ...history
        .filter(({ side }) => side === 'partner' || side === 'customer')
        .map(({ entryId }) => entryId),
    ],
  }
}

/** Why a claim that was put off comes back before its day; null = it need not. New proof speaks louder than a word about it. */
export function wakeReason(seen: SeenOfClaim, claim: Told): WakeReason | null {
  const now = seenOf(claim)
  if (now.documents.some((sha256) => !seen.documents.includes(sha256))) return 'new_document'
  return now.words.some((id) => !seen.words.includes(id)) ? 'answer' : null
}

export const MOST_SNOOZE_DAYS = 120
const DAY_MS = 86_400_000

/** Whether a claim may be put off until then: some time ahead, and not for ever. */
export function maySnoozeUntil(until: number, now: number): boolean {
  return until > now && until <= now + MOST_SNOOZE_DAYS * DAY_MS
}

import { useRef, useState } from 'react'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { ReviewDraft } from '../../../src-preload/contract/vocabulary/reviewDraftShape.ts'
import type { Client } from '../../bridge/client.ts'
import { useStores } from '../../stores/Stores.tsx'

type Review = NonNullable<ClaimDetail['secondReview']>

/** What somebody says of a decision, kept with the core as it is said: leaving the page loses nothing. */
export function useKeptReview(
  review: Review,
  begun: ReviewDraft,
): readonly [draft: ReviewDraft, change: (draft: ReviewDraft) => void] {
  const { client } = useStores()
  const [draft, setDraft] = useState(begun)
  const keeper = useRef<ReturnType<typeof keeperOf> | null>(null)
  keeper.current ??= keeperOf(client, review)
  const change = (next: ReviewDraft) => {
    setDraft(next)
    keeper.current?.keep(next)
  }
  return [draft, change]
}

/** One write at a time, and of what was said meanwhile the last alone: a slow one neither overtakes nor piles up. */
function keeperOf(client: Client, review: Review) {
  let waiting: ReviewDraft | null = null
  let isWriting = false
  const write = async () => {
    isWriting = true
    while (waiting !== null) {
      const draft = waiting
      waiting = null
      // What could not be kept now is kept with the next word; it stands in the window all the while.
      await client.call('reviewDrafts.keep', { ...review, draft }).catch(() => undefined)
    }
    isWriting = false
  }
  return {
    keep(draft: ReviewDraft): void {
      waiting = draft
      if (!isWriting) void write()
    },
  }
}

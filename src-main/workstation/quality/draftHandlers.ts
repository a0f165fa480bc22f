import type { Handlers, Input } from '../../../src-preload/contract/index.ts'
import type { reviewDrafts } from '../../../src-preload/contract/reviewDrafts.ts'
import { ReviewDraft } from '../../../src-preload/contract/vocabulary/reviewDraftShape.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'
import { draftName, forgetDraft, isUnderWay, pendingReviews } from './keptReviews.ts'

/** What was begun to be said outlives page, window and restart; once it is sent it is gone (`sayOfDecision.ts`). */
export function createDraftHandlers({ store, session }: Core): Pick<Handlers, keyof typeof reviewDrafts> {
  const me = () => session.user().userId
  const isOwed = ({ sampleId, decisionId }: Pick<Input<'reviewDrafts.get'>, 'sampleId' | 'decisionId'>) =>
    store.read((s) =>
      pendingReviews(s, me()).some(
        (one) => one.sampleId === sampleId && one.decisionId === decisionId && !isUnderWay(s, one.claimId),
      ),
    )
  return {
    'reviewDrafts.get': (review) => ({
      draft: isOwed(review) ? store.read((s) => findValue(s, draftName(me(), review), ReviewDraft)) : null,
    }),
    'reviewDrafts.keep': ({ draft, ...review }) => {
      if (!isOwed(review)) return { outcome: 'not_yours' }
      store.write((s) =>
        draft === null ? forgetDraft(s, me(), review) : putValue(s, draftName(me(), review), draft),
      )
      return { outcome: 'kept' }
    },
  }
}

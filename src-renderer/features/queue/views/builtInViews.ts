import { CLAIM_STATES, type ClaimState } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { MessageId } from '../../../format/messages.ts'

export interface BuiltInView {
  readonly messageId: MessageId
  /** In the filter language. */
  readonly query: string
}

/** In the order of a reviewer's day. */
export const DAY_VIEWS: readonly BuiltInView[] = [
  { messageId: 'views.all', query: '' },
  { messageId: 'views.mine', query: 'assignee:me' },
  { messageId: 'views.dueToday', query: 'due:today status:open' },
  { messageId: 'views.over', query: 'sla:over' },
  { messageId: 'views.resubmitted', query: 'status:resubmitted' },
  { messageId: 'views.woken', query: 'is:woken' },
  { messageId: 'views.snoozed', query: 'is:snoozed' },
]

/** Drafts belong to the partner and are not in the list. */
const SHOWN_STATES = CLAIM_STATES.filter((state) => state !== 'editing')

/** Claims with a status of a later year are offered only where there are any, or where they are shown. */
export function statusViews(hasUnknown: boolean): readonly (BuiltInView & { readonly state: ClaimState })[] {
  return SHOWN_STATES.filter((state) => state !== 'unknown' || hasUnknown).map((state) => ({
    state,
    messageId: `state.${state}` as const,
    query: `status:${state}`,
  }))
}

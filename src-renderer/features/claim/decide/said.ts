import type { DecisionInput } from '../../../../src-preload/contract/claims.ts'
import type { DecisionKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { ActDraft } from '../../../stores/claimViewStore.ts'
import { needsNote, type Scene } from './missing.ts'

type Said = Omit<DecisionInput, 'claimId' | 'revision' | 'commandId'>

/**
 * What a decision carries of a draft. A draft may hold more than is on the screen, from another choice before: what the reviewer
 * does not see is not sent.
 */
export function saidBy(decision: DecisionKind, draft: ActDraft, scene: Scene): Said {
  const isRequest = decision === 'request_info'
  const isRejection = decision === 'reject'
  return {
    decision,
    reasons: decision === 'approve' ? [] : [...draft.reasons],
    comment: draft.text.trim(),
    items: isRequest ? [...draft.items] : [],
    mayRemoveItems: isRequest && draft.mayRemoveItems,
    partnerRequestReason: isRejection ? draft.partnerRequestReason : null,
    note: isRejection && needsNote(draft, scene) ? draft.note.trim() : '',
  }
}

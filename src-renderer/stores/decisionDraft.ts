import type { DecisionDraft } from '../../src-preload/contract/vocabulary/draftShape.ts'
import type { ActDraft, StripAct } from './claimViewStore.ts'

/** What the core keeps of a draft. Which choices a drafted letter fits is not kept: it is asked for again. */
export function keptDraftOf(act: StripAct, draft: ActDraft): DecisionDraft {
  const { reasons, items, mayRemoveItems, partnerRequestReason, note, text, origin } = draft
  return {
    act,
    reasons: [...reasons],
    comment: text,
    isCommentOwn: origin.kind === 'own',
    items: [...items],
    mayRemoveItems,
    partnerRequestReason,
    note,
  }
}

/** A letter that was only drafted comes back as none, so that it is drafted for the choices as the claim is now. */
export function actDraftOf(kept: DecisionDraft): ActDraft {
  const { reasons, items, mayRemoveItems, partnerRequestReason, note, comment, isCommentOwn } = kept
  return {
    reasons,
    items,
    mayRemoveItems,
    partnerRequestReason,
    note,
    text: comment,
    origin: isCommentOwn ? { kind: 'own' } : { kind: 'none' },
  }
}

/** Whether the reviewer has said anything of their own; what a strip opens with by itself is worth keeping for nobody. */
export function isWorthKeeping(draft: ActDraft, first: ActDraft): boolean {
  const choices = ({ reasons, items, mayRemoveItems, partnerRequestReason }: ActDraft) =>
    JSON.stringify([reasons.toSorted(), items.toSorted(), mayRemoveItems, partnerRequestReason])
  const hasWords = draft.origin.kind === 'own' && draft.text.trim() !== ''
  return hasWords || draft.note.trim() !== '' || choices(draft) !== choices(first)
}

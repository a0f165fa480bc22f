import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { Input } from '../../../../src-preload/contract/index.ts'
import {
  NEED_INFO_REASONS,
  PRIMARY_REJECT_REASONS,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import type { ActDraft, StripAct } from '../../../stores/claimViewStore.ts'
import { shownVerdict } from '../../../stores/shownVerdict.ts'

/** What the core is to draft a letter for; null = nothing yet: no reason is chosen, or the text is for colleagues. */
export function letterRequest(
  act: StripAct,
  draft: ActDraft,
  detail: ClaimDetail,
): Input<'claims.draftLetter'> | null {
  const { reasons, items, mayRemoveItems, partnerRequestReason } = draft
  if (act === 'reopen') return null
  const wanted = act === 'request_info' ? NEED_INFO_REASONS : act === 'reject' ? PRIMARY_REJECT_REASONS : null
  if (wanted !== null && !wanted.some((reason) => reasons.includes(reason))) return null
  return {
    claimId: detail.claim.form.claimId,
    decision: act,
    reasons: [...reasons],
    items: [...items],
    mayRemoveItems,
    partnerRequestReason,
  }
}

/**
 * Names the choices and facts that a letter is drafted from: another name, another letter. The verdicts count, because the
 * letter says what was not found. Empty = nothing is to be drafted.
 */
export function letterKey(act: StripAct, draft: ActDraft, detail: ClaimDetail): string {
  const request = letterRequest(act, draft, detail)
  if (request === null) return ''
  const verdicts = detail.criteria.map(shownVerdict)
  return JSON.stringify([request, detail.claim.revision, verdicts])
}

/** The letter on the screen does not fit the choices yet: it may not be sent as it stands. */
export function isLetterComing({ origin }: ActDraft, key: string): boolean {
  if (key === '' || origin.kind === 'own') return false
  return origin.kind === 'none' || origin.draftedFor !== key
}

/** The core's draft takes the place of an older one, never of what the reviewer wrote. */
export function withLetter(
  draft: ActDraft,
  key: string,
  letter: { readonly language: string; readonly text: string },
): ActDraft {
  if (draft.origin.kind === 'own') return draft
  return {
    ...draft,
    text: letter.text,
    origin: { kind: 'drafted', draftedFor: key, language: letter.language },
  }
}

/** No draft could be had: the reviewer writes, and what stood there stays. */
export function withoutLetter(draft: ActDraft, key: string): ActDraft {
  return draft.origin.kind === 'own' ? draft : { ...draft, origin: { kind: 'failed', draftedFor: key } }
}

/** Written by hand: from now on nothing drafts over it. */
export function withText(draft: ActDraft, text: string): ActDraft {
  return { ...draft, text, origin: { kind: 'own' } }
}

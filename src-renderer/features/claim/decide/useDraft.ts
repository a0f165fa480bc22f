import { useEffect, useMemo, useRef } from 'react'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { type ActDraft, draftKey, type StripAct } from '../../../stores/claimViewStore.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { firstDraft } from './decisionRules.ts'
import { isLetterComing, letterKey, letterRequest, withLetter, withoutLetter } from './draftedLetter.ts'

/** What was chosen and written for an act on this claim, and how to change it. */
export function useDraft(act: StripAct, detail: ClaimDetail) {
  const { claimView } = useStores()
  const key = draftKey(detail.claim.form.claimId, act)
  const kept = useShared('claimView', (state) => state.drafts[key])
  const draft = useMemo(() => kept ?? firstDraft(act, detail), [kept, act, detail])
  const change = (next: ActDraft) => claimView.getState().setDraft(key, next)
  return [draft, change] as const
}

/** Has the core draft the letter for what is chosen, as long as the reviewer has not written in it. */
export function useDraftedLetter(
  act: StripAct,
  detail: ClaimDetail,
  draft: ActDraft,
  change: (draft: ActDraft) => void,
): void {
  const { client } = useStores()
  const key = letterKey(act, draft, detail)
  const isComing = isLetterComing(draft, key)
  const isStale = key === '' && (draft.origin.kind === 'drafted' || draft.origin.kind === 'failed')
  const newest = useRef({ draft, change, request: letterRequest(act, draft, detail) })
  useEffect(() => {
    newest.current = { draft, change, request: letterRequest(act, draft, detail) }
  })
  useEffect(() => {
    const { request } = newest.current
    if (!isComing || request === null) return
    let isWanted = true
    client.call('claims.draftLetter', request).then(
      (letter) => isWanted && newest.current.change(withLetter(newest.current.draft, key, letter)),
      () => isWanted && newest.current.change(withoutLetter(newest.current.draft, key)),
    )
    return () => {
      isWanted = false
    }
  }, [client, isComing, key])
  useEffect(() => {
    // The last reason was taken away: a letter about nothing is no letter.
    if (isStale) newest.current.change({ ...newest.current.draft, text: '', origin: { kind: 'none' } })
  }, [isStale])
}

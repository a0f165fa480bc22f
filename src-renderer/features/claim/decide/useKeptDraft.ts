import { useEffect, useMemo } from 'react'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { type ActDraft, draftKey, type StripAct } from '../../../stores/claimViewStore.ts'
import { isWorthKeeping, keptDraftOf } from '../../../stores/decisionDraft.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { firstDraft } from './decisionRules.ts'

/** Keeps with the core what stands in the strip, as long as something in it is the reviewer's own. */
export function useKeptDraft(act: StripAct, detail: ClaimDetail, draft: ActDraft): void {
  const { keptDrafts } = useStores()
  const { claimId } = detail.claim.form
  const first = useMemo(() => firstDraft(act, detail), [act, detail])
  useEffect(() => {
    const kept = isWorthKeeping(draft, first) ? keptDraftOf(act, draft) : null
    keptDrafts.getState().say(claimId, act, kept)
  }, [keptDrafts, claimId, act, draft, first])
  useEffect(() => () => void keptDrafts.getState().flush(), [keptDrafts])
}

/** Throws away what was begun for an act, here and with the core. */
export function useStartAfresh({ claim }: ClaimDetail): (act: StripAct) => void {
  const { claimView, keptDrafts } = useStores()
  const { claimId } = claim.form
  return (act) => {
    keptDrafts.getState().forget(claimId)
    claimView.getState().setDraft(draftKey(claimId, act), null)
  }
}

import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ActDraft, StripAct } from '../../../stores/claimViewStore.ts'
import { coverageOf, isSeen } from '../../../stores/coverage.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { useAct } from './useAct.ts'

/** As `useAct`; but the first approval of a claim with pages that nobody looked at asks, and sends nothing. */
export function useAskedAct(detail: ClaimDetail, onGo: (next: ClaimId | null) => void) {
  const { claimView } = useStores()
  const act = useAct(detail, onGo)
  return async (kind: StripAct, draft: ActDraft): Promise<void> => {
    const { seen, unseenQuestion, setUnseenQuestion } = claimView.getState()
    const unseen = coverageOf(detail, seen).filter((page) => !isSeen(page)).length
    if (kind === 'approve' && unseen > 0 && unseenQuestion === 'not_asked') setUnseenQuestion('open')
    else await act(kind, draft, unseen)
  }
}

import { useAnnounce } from '@fluentui/react-components'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { DecisionKind, DecisionReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../format/useText.ts'
import { draftKey } from '../../stores/claimViewStore.ts'
import { useStores } from '../../stores/Stores.tsx'

export interface Decision {
  readonly decision: DecisionKind
  readonly reasons: readonly DecisionReason[]
  readonly comment: string
}

/** Sends a decision; once it is safe on this machine, the next claim of the queue takes its place. */
export function useDecide(detail: ClaimDetail, onGo: (next: ClaimId | null) => void) {
  const say = useText()
  const { announce } = useAnnounce()
  const { openClaim, claimView, undo } = useStores()
  const { claimId, claimName } = detail.claim.form
  return async ({ decision, reasons, comment }: Decision): Promise<void> => {
    // Where to go is settled before: the decision itself may move the claim in the queue.
    const position = openClaim.getState().position
    const accepted = await openClaim
      .getState()
      .send('claims.decide', { decision, reasons: [...reasons], comment })
    if (accepted === null) return
    if (decision !== 'approve') claimView.getState().setDraft(draftKey(claimId, decision), null)
    undo.getState().show({
      operationId: accepted.operationId,
      claimId,
      claimName,
      decision,
      holdUntil: accepted.holdUntil,
    })
    announce(say('announce.decided', { decision: say(`decided.${decision}`), name: claimName }))
    onGo(position?.next ?? position?.previous ?? null)
  }
}

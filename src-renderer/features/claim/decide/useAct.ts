import { useAnnounce } from '@fluentui/react-components'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { useText } from '../../../format/useText.ts'
import { type ActDraft, draftKey, type StripAct } from '../../../stores/claimViewStore.ts'
import type { OpenClaimState } from '../../../stores/openClaimStore.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { type Scene, sceneOf } from './missing.ts'
import { saidBy } from './said.ts'

/** Sends an act; once it is safe on this machine, the next claim of the queue takes its place. A reopened claim stays. */
export function useAct(detail: ClaimDetail, onGo: (next: ClaimId | null) => void) {
  const say = useText()
  const { announce } = useAnnounce()
  const { openClaim, claimView, keptDrafts, seenPapers, undo, now } = useStores()
  const { claimId, claimName } = detail.claim.form
  return async (act: StripAct, draft: ActDraft, unseenPages: number): Promise<void> => {
    // Where to go is settled before: the act itself may move the claim in the queue.
    const position = openClaim.getState().position
    const scene = sceneOf(detail, now.getState().minuteMs)
    // The record of a decision says what was seen before it.
    await seenPapers.flush()
    const isRepeat = act === 'request_info' && claimView.getState().repeatConfirmed !== null
    const accepted = await sendAct(openClaim.getState(), act, draft, { scene, unseenPages, isRepeat })
    if (accepted === null) return
    keptDrafts.getState().forget(claimId)
    claimView.getState().setDraft(draftKey(claimId, act), null)
    claimView.getState().openStrip(null)
    undo.getState().show({
      operationId: accepted.operationId,
      claimId,
      claimName,
      act,
      holdUntil: accepted.holdUntil,
    })
    announce(say('announce.decided', { decision: say(`decided.${act}`), name: claimName }))
    if (act !== 'reopen') onGo(position?.next ?? position?.previous ?? null)
  }
}

function sendAct(
  { send }: OpenClaimState,
  act: StripAct,
  draft: ActDraft,
  also: { readonly scene: Scene; readonly unseenPages: number; readonly isRepeat: boolean },
) {
  if (act === 'hold_for_arbitration') return send('claims.hold', { comment: draft.text.trim() })
  if (act === 'reopen') return send('claims.reopen', { reason: draft.text.trim() })
  const { scene, unseenPages, isRepeat } = also
  return send('claims.decide', {
    ...saidBy(act, draft, scene),
    unseenPages,
    ...(isRepeat && { repeatConfirmed: true }),
  })
}

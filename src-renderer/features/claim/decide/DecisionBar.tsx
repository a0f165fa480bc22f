import type { ReactNode } from 'react'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { HandOverActions, HandOverStrip } from '../assign/HandOver.tsx'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { Actions } from './Actions.tsx'
import { EMPTY_DRAFT } from './decisionRules.ts'
import { ReasonStrip, StripActions } from './ReasonStrip.tsx'
import { UnseenNotice } from './UnseenNotice.tsx'
import { useAskedAct } from './useAskedAct.ts'
import css from './DecisionBar.module.css'

interface DecisionBarProps {
  readonly detail: ClaimDetail
  /** Walker and coverage: they keep their place from claim to claim. */
  readonly children: ReactNode
  readonly onShowPage: (documentId: string, page: number) => void
  /** Null = the queue has no other claim. */
  readonly onGo: (next: ClaimId | null) => void
}

/** The three decisions with equal weight. None is ever bound to Enter or Space, none is filled before it is chosen. */
export function DecisionBar({ detail, children, onShowPage, onGo }: DecisionBarProps) {
  const { claimView } = useStores()
  const strip = useShared('claimView', (state) => state.strip)
  const act = useAskedAct(detail, onGo)
  const key = `${strip} ${detail.claim.form.claimId}`
  return (
    <>
      {strip === 'hand_over' ? (
        <HandOverStrip key={key} detail={detail} />
      ) : (
        strip !== null && <ReasonStrip key={key} act={strip} detail={detail} />
      )}
      <UnseenNotice detail={detail} onShowPage={onShowPage} />
      <div className={css.bar} data-pane="decide" role="group">
        {children}
        <span className={css.grow} />
        {strip === null ? (
          <Actions detail={detail} onApprove={() => void act('approve', EMPTY_DRAFT)} />
        ) : strip === 'hand_over' ? (
          <HandOverActions key={key} detail={detail} />
        ) : (
          <StripActions
            key={key}
            act={strip}
            detail={detail}
            onSend={(draft) => void act(strip, draft)}
            onClose={() => claimView.getState().openStrip(null)}
          />
        )}
      </div>
    </>
  )
}

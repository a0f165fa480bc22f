import { useAnnounce } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { wordsOfBlocks } from './blockWords.ts'
import { blocksOfAction } from './decisionRules.ts'
import { ReasonStrip, StripActions } from './ReasonStrip.tsx'
import { useDecide } from './useDecide.ts'
import css from './DecisionBar.module.css'

interface DecisionBarProps {
  readonly detail: ClaimDetail
  /** Walker and coverage: they keep their place from claim to claim. */
  readonly children: ReactNode
  /** Null = the queue has no other claim. */
  readonly onGo: (next: ClaimId | null) => void
}

/** The three decisions with equal weight. None is ever bound to Enter or Space, none is filled before it is chosen. */
export function DecisionBar({ detail, children, onGo }: DecisionBarProps) {
  const { claimView } = useStores()
  const strip = useShared('claimView', (state) => state.strip)
  const decide = useDecide(detail, onGo)
  return (
    <>
      {strip !== null && (
        <ReasonStrip key={`${strip} ${detail.claim.form.claimId}`} decision={strip} detail={detail} />
      )}
      <div className={css.bar} data-pane="decide" role="group">
        {children}
        <span className={css.grow} />
        {strip === null ? (
          <Actions
            detail={detail}
            onApprove={() => void decide({ decision: 'approve', reasons: [], comment: '' })}
          />
        ) : (
          <StripActions
            key={`${strip} ${detail.claim.form.claimId}`}
            decision={strip}
            detail={detail}
            onSend={(draft) => void decide({ decision: strip, ...draft })}
            onClose={() => claimView.getState().openStrip(null)}
          />
        )}
      </div>
    </>
  )
}

const BLOCKED_ID = 'decision-blocked'

function Actions({ detail, onApprove }: { readonly detail: ClaimDetail; readonly onApprove: () => void }) {
  const say = useText()
  const { locale } = useIntl()
  const { announce } = useAnnounce()
  const { claimView, openClaim } = useStores()
  const busy = useShared('openClaim', (state) => state.busy)
  const blocked = (action: Parameters<typeof blocksOfAction>[1]) => blocksOfAction(detail.actions, action)
  const words = (action: Parameters<typeof blocksOfAction>[1]) =>
    wordsOfBlocks(blocked(action), detail.claim.form.items, locale, say)
  const canStart = blocked('start_review').length === 0
  const isStopped = (action: Parameters<typeof blocksOfAction>[1]) => busy || blocked(action).length > 0
  const run = (action: 'approve' | 'request_info' | 'reject', act: () => void) => () =>
    isStopped(action) ? announce(words(action)) : act()
  useCommand(
    'claim.startReview',
    () => void openClaim.getState().send('claims.startReview', {}),
    canStart && !busy,
  )
  useCommand('decide.approve', run('approve', onApprove))
  useCommand(
    'decide.requestInfo',
    run('request_info', () => claimView.getState().openStrip('request_info')),
  )
  useCommand(
    'decide.reject',
    run('reject', () => claimView.getState().openStrip('reject')),
  )
  const why = canStart ? say('decide.startFirst') : words('approve') || words('request_info')
  const described = why === '' ? undefined : BLOCKED_ID
  return (
    <>
      <span id={BLOCKED_ID} className={css.blocked} title={why}>
        {why}
      </span>
      <span className={css.actions} role="toolbar" aria-label={say('decide.label')}>
        {canStart && (
          <CommandButton command="claim.startReview" appearance="primary" density="decision" withKey>
            {say('command.startReview')}
          </CommandButton>
        )}
        <CommandButton
          command="decide.approve"
          density="decision"
          withKey
          isBlocked={isStopped('approve')}
          describedBy={described}
        >
          {say('command.approve')}
        </CommandButton>
        <CommandButton
          command="decide.requestInfo"
          density="decision"
          withKey
          isBlocked={isStopped('request_info')}
          describedBy={described}
        >
          {say('command.requestInfo')}
        </CommandButton>
        <CommandButton
          command="decide.reject"
          density="decision"
          withKey
          isBlocked={isStopped('reject')}
          describedBy={described}
        >
          {say('command.reject')}
        </CommandButton>
      </span>
    </>
  )
}

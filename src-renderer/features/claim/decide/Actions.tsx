import { Menu, MenuList, MenuPopover, MenuTrigger, useAnnounce } from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { OperationKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { CommandId } from '../../../app/commands.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { useText } from '../../../format/useText.ts'
import type { StripAct } from '../../../stores/claimViewStore.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CommandButton } from '../../../ui/CommandButton.tsx'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { ActItem } from '../ActItem.tsx'
import { barWords } from './barWords.ts'
import { blocksOfAction } from './decisionRules.ts'
import { hasPlace } from './places.ts'
import css from './DecisionBar.module.css'

const BLOCKED_ID = 'decision-blocked'

interface ActionsProps {
  readonly detail: ClaimDetail
  readonly onApprove: () => void
}

/** What may be done now. Blocked decisions keep their place and say why; the rarer acts show only where they have one. */
export function Actions({ detail, onApprove }: ActionsProps) {
  const say = useText()
  const { locale } = useIntl()
  useActionCommands({ detail, onApprove })
  const isStopped = (action: OperationKind) => blocksOfAction(detail.actions, action).length > 0
  const why = barWords(detail, locale, say)
  const describedBy = why === '' ? undefined : BLOCKED_ID
  const decision = (command: CommandId, action: OperationKind, name: string) => (
    <CommandButton
      command={command}
      density="decision"
      withKey
      isBlocked={isStopped(action)}
      describedBy={describedBy}
    >
      {name}
    </CommandButton>
  )
  return (
    <>
      <span id={BLOCKED_ID} className={css.blocked} title={why}>
        {why}
      </span>
      <span className={css.actions} role="toolbar" aria-label={say('decide.label')}>
        {blocksOfAction(detail.actions, 'start_review').length === 0 && (
          <CommandButton command="claim.startReview" appearance="primary" density="decision" withKey>
            {say('command.startReview')}
          </CommandButton>
        )}
        {detail.claim.state === 'under_review' && <More detail={detail} />}
        {hasPlace('reopen', detail.claim) && decision('decide.reopen', 'reopen', say('command.reopen'))}
        {decision('decide.approve', 'approve', say('command.approve'))}
        {decision('decide.requestInfo', 'request_info', say('command.requestInfo'))}
        {decision('decide.reject', 'reject', say('command.reject'))}
      </span>
    </>
  )
}

/** Every act by its key. A blocked one says why instead of doing nothing. */
function useActionCommands({ detail, onApprove }: ActionsProps): void {
  const say = useText()
  const { locale } = useIntl()
  const { announce } = useAnnounce()
  const { claimView, openClaim } = useStores()
  const why = (action: OperationKind) =>
    wordsOfBlocks(blocksOfAction(detail.actions, action), detail.claim.form.items, locale, say)
  const run = (action: OperationKind, act: () => void) => () => {
    const words = why(action)
    if (words !== '') announce(words)
    else act()
  }
  const open = (act: StripAct) => run(act, () => claimView.getState().openStrip(act))
  const canStart = blocksOfAction(detail.actions, 'start_review').length === 0
  const start = async () => {
    const accepted = await openClaim.getState().send('claims.startReview', {})
    if (accepted !== null) announce(say('announce.started', { name: detail.claim.form.claimName }))
  }
  useCommand('claim.startReview', () => void start(), canStart)
  useCommand('decide.approve', run('approve', onApprove), true, why('approve'))
  useCommand('decide.approveWithLetter', open('approve'), true, why('approve'))
  useCommand('decide.requestInfo', open('request_info'), true, why('request_info'))
  useCommand('decide.reject', open('reject'), true, why('reject'))
  useCommand('decide.hold', open('hold_for_arbitration'), hasPlace('hold_for_arbitration', detail.claim))
  useCommand('decide.reopen', open('reopen'), hasPlace('reopen', detail.claim))
}

const MORE = [
  { command: 'decide.approveWithLetter', action: 'approve' },
  { command: 'decide.hold', action: 'hold_for_arbitration' },
] as const satisfies readonly { command: CommandId; action: OperationKind }[]

interface MoreProps {
  readonly detail: ClaimDetail
}

/** The rarer acts of a review. What is blocked says why in its own line. */
function More({ detail }: MoreProps) {
  const say = useText()
  const acts = MORE.filter(({ action }) => action === 'approve' || hasPlace(action, detail.claim))
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          density="decision"
          className={`${css.more}`}
          icon={<MoreHorizontal20Regular />}
          aria-label={say('decide.more')}
          title={say('decide.more')}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {acts.map((act) => (
            <ActItem key={act.command} {...{ detail, ...act }} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

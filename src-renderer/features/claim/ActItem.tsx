import { MenuItem } from '@fluentui/react-components'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { OperationKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { commandOf, type CommandId } from '../../app/commands.ts'
import { wordsOfBlocks } from '../../format/blockWords.ts'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { CommandKeys } from '../../ui/CommandKeys.tsx'
import css from './ActItem.module.css'
import { blocksOfAction } from './decide/decisionRules.ts'

interface ActItemProps {
  readonly detail: ClaimDetail
  readonly command: CommandId
  readonly action: OperationKind
}

/** An act on the claim in a menu. What is blocked keeps its place and says why in its own line. */
export function ActItem({ detail, command, action }: ActItemProps) {
  const say = useText()
  const { locale } = useIntl()
  const { commands } = useStores()
  const { messageId } = commandOf(command)
  const why = wordsOfBlocks(blocksOfAction(detail.actions, action), detail.claim.form.items, locale, say)
  return (
    <MenuItem
      className={`${css.item}`}
      disabled={why !== ''}
      secondaryContent={<CommandKeys command={command} />}
      {...(why !== '' && { subText: why })}
      onClick={() => commands.getState().run(command)}
    >
      {say(messageId)}
    </MenuItem>
  )
}

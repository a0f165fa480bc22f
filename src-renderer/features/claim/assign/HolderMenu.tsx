import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { PersonAdd20Regular } from '@fluentui/react-icons/svg/person-add'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { OperationKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { CommandId } from '../../../app/commands.ts'
import { type Holding, holdingWords } from '../../../format/holding.ts'
import { useText } from '../../../format/useText.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CommandButton } from '../../../ui/CommandButton.tsx'
import { Initials } from '../../../ui/Initials.tsx'
import { CommandKeys } from '../../../ui/CommandKeys.tsx'
import { useHolding } from '../../../ui/useHolding.ts'
import { ActItem } from '../ActItem.tsx'
import { blocksOfAction } from '../decide/decisionRules.ts'
import { useAssignmentCommands } from './useAssignmentCommands.ts'
import css from './assign.module.css'

const ACTS = [
  { command: 'claim.take', action: 'take' },
  { command: 'claim.release', action: 'release' },
  { command: 'claim.handOver', action: 'hand_over' },
] as const satisfies readonly { command: CommandId; action: OperationKind }[]

/** What is asked of the lead, or by them: named to whose role it is. */
const WORDS = [
  { command: 'claim.raise', action: 'escalate' },
  { command: 'claim.remind', action: 'nudge' },
] as const satisfies readonly { command: CommandId; action: OperationKind }[]

/** Who works on the claim and for how long yet, and what can be done about it. */
export function HolderMenu({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { commands } = useStores()
  const holding = useHolding(detail.claim.assignedTo)
  useAssignmentCommands(detail)
  const isOpen = (action: OperationKind) => blocksOfAction(detail.actions, action).length === 0
  const isMine = holding.kind === 'held' && holding.isMine
  const words = WORDS.filter(({ action }) => mayAtAll(detail, action))
  if (holding.kind === 'free' && ![...ACTS, ...words].some(({ action }) => isOpen(action))) return null
  return (
    <span className={css.holder}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" className={`${css.chip}`} title={say('holding.menu')}>
            <Who holding={holding} />
            <span className="pd-num">{holdingWords(holding, locale, say)}</span>
            <ChevronDown16Regular />
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {ACTS.filter(({ action }) => action !== 'take' || !isMine).map((act) => (
              <ActItem key={act.command} detail={detail} {...act} />
            ))}
            {words.length > 0 && <MenuDivider />}
            {words.map((act) => (
              <ActItem key={act.command} detail={detail} {...act} />
            ))}
            <MenuDivider />
            <MenuItem
              secondaryContent={<CommandKeys command="takeNext" />}
              onClick={() => commands.getState().run('takeNext')}
            >
              {say('command.takeNext')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {!isMine && isOpen('take') && (
        <CommandButton command="claim.take" withKey icon={<PersonAdd20Regular />}>
          {say('command.take')}
        </CommandButton>
      )}
    </span>
  )
}

const mayAtAll = ({ actions }: ClaimDetail, action: OperationKind): boolean =>
  !blocksOfAction(actions, action).some(({ reason }) => reason === 'role_may_not')

function Who({ holding }: { readonly holding: Holding }) {
  if (holding.kind === 'free') return null
  return <Initials name={holding.name} isMine={holding.isMine && holding.kind === 'held'} />
}

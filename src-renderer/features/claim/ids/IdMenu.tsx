import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { EXTERNAL_PLACES } from '../../../../src-preload/contract/vocabulary/externalPlaces.ts'
import { commandOf, type CommandId } from '../../../app/commands.ts'
import { useText } from '../../../format/useText.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import { KeyCaps } from '../../../ui/KeyCaps.tsx'
import { subscriptionsOf } from './claimIds.ts'
import { ID_COMMANDS, useIdCommands } from './useIdCommands.ts'
import css from './IdMenu.module.css'

/** Everything by which the claim is known elsewhere, to be copied whole, and the way to Partner Center. */
export function IdMenu({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const said = useIdCommands(detail)
  const hasSubscriptions = subscriptionsOf(detail.claim).length > 0
  return (
    <span className={css.ids}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            data-icon-only=""
            aria-label={say('ids.menu')}
            title={say('ids.menu')}
          />
        </MenuTrigger>
        <MenuPopover className={`${css.menu}`}>
          <MenuList>
            {ID_COMMANDS.filter((id) => id !== 'claim.copySubscriptions' || hasSubscriptions).map((id) => (
              <CommandItem key={id} id={id} />
            ))}
            <MenuDivider />
            <CommandItem id="claim.openOutside" subText={EXTERNAL_PLACES.partnerCenterClaims} />
          </MenuList>
        </MenuPopover>
      </Menu>
      {said !== null && (
        // Announced when it happened; here for the eye alone.
        <span className={css.said} aria-hidden="true">
          <Checkmark16Regular />
          <span>{said}</span>
        </span>
      )}
    </span>
  )
}

function CommandItem({ id, subText }: { readonly id: CommandId; readonly subText?: string }) {
  const say = useText()
  const { commands } = useStores()
  const { messageId, keys } = commandOf(id)
  return (
    <MenuItem
      secondaryContent={<KeyCaps binding={keys[0] ?? ''} />}
      {...(subText !== undefined && { subText })}
      onClick={() => commands.getState().run(id)}
    >
      {say(messageId)}
    </MenuItem>
  )
}

import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { Navigation20Regular } from '@fluentui/react-icons/svg/navigation'
import type { MenuEntry } from '../../../src-preload/contract/host.ts'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { KeyCaps } from '../../ui/KeyCaps.tsx'
import { ariaKeysOf, isApple } from '../keyNames.ts'
import { useKeys } from '../keys/useKeys.ts'
import { chooseInMenu, useMenuTree } from './useMenuTree.ts'
import css from './WindowMenu.module.css'

interface WindowMenuProps {
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
}

/** The menu bar behind one button, where the system has no bar for it. */
export function WindowMenu({ isOpen, setOpen }: WindowMenuProps) {
  const say = useText()
  const keys = ariaKeysOf(useKeys('menu'), isApple)
  return (
    <Menu open={isOpen} onOpenChange={(_, data) => setOpen(data.open)}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="transparent"
          className={css.button}
          icon={<Navigation20Regular />}
          menuIcon={null}
          aria-label={say('command.menu')}
          title={say('command.menu')}
          {...(keys && { 'aria-keyshortcuts': keys })}
        />
      </MenuTrigger>
      <MenuPopover>{isOpen && <Titles />}</MenuPopover>
    </Menu>
  )
}

function Titles() {
  const titles = useMenuTree(false)
  return (
    <MenuList>
      {titles.map(({ label, entries }) => (
        <Below key={label} label={label} entries={entries} />
      ))}
    </MenuList>
  )
}

function Below({ label, entries }: { readonly label: string; readonly entries: readonly MenuEntry[] }) {
  const chosen = entries.flatMap((entry) =>
    entry.kind === 'command' && entry.isChosen === true ? entry.command : [],
  )
  return (
    // In a narrow window there is no room beside the titles: what is below then covers them.
    <Menu checkedValues={{ chosen }} positioning={{ shiftToCoverTarget: true }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>{label}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {entries.map((entry, at) => (
            <Entry key={entry.kind === 'line' ? at : entry.label} entry={entry} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const stores = useStores()
  if (entry.kind === 'line') return <MenuDivider />
  // What the system does by itself is in its own menus.
  if (entry.kind === 'role') return null
  if (entry.kind === 'group') return <Below label={entry.label} entries={entry.entries} />
  const { command, label, keys, isEnabled, isChosen } = entry
  // The menu gives the focus back first: a command may look at what has it.
  const run = () => requestAnimationFrame(() => chooseInMenu(stores, command))
  if (isChosen !== null)
    return (
      <MenuItemRadio name="chosen" value={command} onClick={run}>
        {label}
      </MenuItemRadio>
    )
  return (
    <MenuItem
      disabled={!isEnabled}
      secondaryContent={keys === null ? null : <KeyCaps binding={keys} />}
      onClick={run}
    >
      {label}
    </MenuItem>
  )
}

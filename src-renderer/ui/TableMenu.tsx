import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { useText } from '../format/useText.ts'
import { useStores } from '../stores/Stores.tsx'

/** The way to the files of the list on the screen for whoever does not know the command. */
export function TableMenu() {
  const say = useText()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" size="small" icon={<ArrowDownload20Regular />}>
          {say('table.export')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <TableMenuItems />
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** For a list that has a menu of its own. */
export function TableMenuItems() {
  const say = useText()
  const { commands } = useStores()
  return (
    <>
      <MenuItem onClick={() => commands.getState().run('table.xlsx')}>{say('table.export.xlsx')}</MenuItem>
      <MenuItem onClick={() => commands.getState().run('table.csv')}>{say('table.export.csv')}</MenuItem>
    </>
  )
}

import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  type MenuProps,
} from '@fluentui/react-components'
import type { User } from '../../src-preload/contract/session.ts'
import { useText } from '../format/useText.ts'
import { valueOf } from '../stores/load.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { Initials } from '../ui/Initials.tsx'
import css from './UserMenu.module.css'

/** Who works here, and the way to their settings. */
export function UserMenu() {
  const say = useText()
  const { commands, session: sessionStore } = useStores()
  const session = useShared('session', (state) => valueOf(state.session))
  if (session === null) return null
  const { user } = session
  const people = [user, ...session.others].toSorted(byName)
  const change: MenuProps['onCheckedValueChange'] = (_, { checkedItems }) => {
    const person = people.find(({ userId }) => userId === checkedItems[0])
    // A refused change leaves the old mark in the menu: the screen never claims what the core did not keep.
    if (person !== undefined)
      sessionStore
        .getState()
        .switchUser(person.userId)
        .catch(() => undefined)
  }
  const name = say('user.menu', { name: user.name, role: say(`role.${user.role}`) })
  return (
    <Menu checkedValues={{ person: [user.userId] }} onCheckedValueChange={change}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="transparent"
          className={css.me}
          aria-label={name}
          title={name}
          menuIcon={null}
        >
          <Initials name={user.name} />
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{say('user.people')}</MenuGroupHeader>
            {people.map((person) => (
              <MenuItemRadio key={person.userId} name="person" value={person.userId}>
                {person.name} <span className={css.role}>{say(`role.${person.role}`)}</span>
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          {/* The menu gives the focus back first: the page may want it. */}
          <MenuItem onClick={() => requestAnimationFrame(() => commands.getState().run('go.settings'))}>
            {say('page.settings')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function byName(a: User, b: User): number {
  return a.name.localeCompare(b.name)
}

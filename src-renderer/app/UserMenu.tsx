import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  type MenuProps,
} from '@fluentui/react-components'
import { LOCALES, THEMES, type User } from '../../src-preload/contract/session.ts'
import { useText } from '../format/useText.ts'
import { valueOf } from '../stores/load.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { Initials } from '../ui/Initials.tsx'
import css from './UserMenu.module.css'

const UNDO_SECONDS = [5, 8, 10, 20, 30] as const

/** Who works here, and how the window looks and speaks. */
export function UserMenu() {
  const say = useText()
  const { session: sessionStore, settings: settingsStore } = useStores()
  const session = useShared('session', (state) => valueOf(state.session))
  const settings = useShared('settings', (state) => state.settings)
  if (session === null) return null
  const { user } = session
  const people = [user, ...session.others].toSorted(byName)
  const change: MenuProps['onCheckedValueChange'] = (_, { name, checkedItems }) => {
    const wished = checkedItems[0]
    const person = people.find((each) => each.userId === wished)
    const theme = THEMES.find((each) => each === wished)
    const locale = (['system', ...LOCALES] as const).find((each) => each === wished)
    const undoHoldSeconds = UNDO_SECONDS.find((each) => String(each) === wished)
    const done = (() => {
      if (name === 'person' && person) return sessionStore.getState().switchUser(person.userId)
      if (name === 'theme' && theme) return settingsStore.getState().change({ theme })
      if (name === 'locale' && locale) return settingsStore.getState().change({ locale })
      if (name === 'undo' && undoHoldSeconds) return settingsStore.getState().change({ undoHoldSeconds })
      return undefined
    })()
    // A refused change leaves the old mark in the menu: the screen never claims what the core did not keep.
    done?.catch(() => undefined)
  }
  const checked = {
    person: [user.userId],
    theme: [settings.theme],
    locale: [settings.locale],
    undo: [String(settings.undoHoldSeconds)],
  }
  const name = say('user.menu', { name: user.name, role: say(`role.${user.role}`) })
  return (
    <Menu checkedValues={checked} onCheckedValueChange={change}>
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
          <Choices title={say('user.people')}>
            {people.map((person) => (
              <MenuItemRadio key={person.userId} name="person" value={person.userId}>
                {person.name} <span className={css.role}>{say(`role.${person.role}`)}</span>
              </MenuItemRadio>
            ))}
          </Choices>
          <MenuDivider />
          <Choices title={say('settings.theme')}>
            {THEMES.map((theme) => (
              <MenuItemRadio key={theme} name="theme" value={theme}>
                {say(`theme.${theme}`)}
              </MenuItemRadio>
            ))}
          </Choices>
          <MenuDivider />
          <Choices title={say('settings.language')}>
            {(['system', ...LOCALES] as const).map((locale) => (
              <MenuItemRadio key={locale} name="locale" value={locale}>
                {say(`language.${locale}`)}
              </MenuItemRadio>
            ))}
          </Choices>
          <MenuDivider />
          <Choices title={say('settings.undo')}>
            {UNDO_SECONDS.map((seconds) => (
              <MenuItemRadio key={seconds} name="undo" value={String(seconds)}>
                {say('settings.undo.seconds', { seconds })}
              </MenuItemRadio>
            ))}
          </Choices>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function Choices({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <MenuGroup>
      <MenuGroupHeader>{title}</MenuGroupHeader>
      {children}
    </MenuGroup>
  )
}

function byName(a: User, b: User): number {
  return a.name.localeCompare(b.name)
}

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
import { lazy, Suspense, useState } from 'react'
import { useIntl } from 'react-intl'
import type { User } from '../../src-preload/contract/session.ts'
import { formatInstant } from '../../src-preload/words/dates.ts'
import { useText } from '../format/useText.ts'
import { valueOf } from '../stores/load.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { Initials } from '../ui/Initials.tsx'
import css from './UserMenu.module.css'

const SignOutDialog = lazy(async () => ({
  default: (await import('../features/signIn/SignOutDialog.tsx')).SignOutDialog,
}))

/** Who works here, and the way to their settings. */
export function UserMenu() {
  const say = useText()
  const { commands, session: sessionStore } = useStores()
  const session = useShared('session', (state) => valueOf(state.session))
  const [asked, setAsked] = useState<Asked | null>(null)
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
    <>
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
            <SignOut onAsk={setAsked} />
            {/* The menu gives the focus back first: the page may want it. */}
            <MenuItem onClick={() => requestAnimationFrame(() => commands.getState().run('go.settings'))}>
              {say('page.settings')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asked !== null && (
        <Suspense fallback={null}>
          <SignOutDialog {...asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  )
}

interface Asked {
  readonly count: number
  readonly hasFailed: boolean
}

/** Who is signed in until when, and the way out; nothing where nobody has to sign in. */
function SignOut({ onAsk }: { readonly onAsk: (asked: Asked) => void }) {
  const say = useText()
  const { locale } = useIntl()
  const { signIn: store } = useStores()
  const signIn = useShared('signIn', (state) => state.signIn)
  if (signIn === null || signIn.person === null) return null
  const signOut = async () => {
    try {
      const answer = await store.getState().signOut(false)
      if (answer.outcome === 'unsent') onAsk({ count: answer.count, hasFailed: false })
    } catch {
      onAsk({ count: 0, hasFailed: true })
    }
  }
  return (
    <MenuGroup>
      <MenuGroupHeader className={css.standing}>
        {say('signIn.as', { account: signIn.person.account || signIn.person.name })}
        {signIn.offline !== null && !signIn.offline.isOver && (
          <span className={css.until}>
            {say('signIn.offlineUntil', { time: formatInstant(locale, signIn.offline.until, 'stamp') })}
          </span>
        )}
      </MenuGroupHeader>
      <MenuItem onClick={() => void signOut()}>{say('signIn.out')}</MenuItem>
      <MenuDivider />
    </MenuGroup>
  )
}

function byName(a: User, b: User): number {
  return a.name.localeCompare(b.name)
}

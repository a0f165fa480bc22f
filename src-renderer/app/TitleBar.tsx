import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../format/useText.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { CommandKeys } from '../ui/CommandKeys.tsx'
import { Initials } from '../ui/Initials.tsx'
import { useIsNative } from './menu/useIsNative.ts'
import { useCommand } from './useCommand.ts'
import css from './TitleBar.module.css'

const WindowMenu = lazy(async () => ({ default: (await import('./menu/WindowMenu.tsx')).WindowMenu }))
const NoticeBell = lazy(async () => ({
  default: (await import('../features/notices/NoticeBell.tsx')).NoticeBell,
}))
const UserMenu = lazy(async () => ({ default: (await import('./UserMenu.tsx')).UserMenu }))

export function TitleBar({ section }: { readonly section: string }) {
  const say = useText()
  const { commands } = useStores()
  const isNative = useIsNative() === true
  const [isMenuOpen, setMenuOpen] = useState(false)
  // Lent here: the menu itself comes later than the first key that may ask for it.
  useCommand('menu', () => setMenuOpen(true), !isNative)
  return (
    <header className={css.bar} data-pane="title">
      <span className={css.brand}>
        <Suspense fallback={<span className={css.menuPlace} />}>
          {!isNative && <WindowMenu isOpen={isMenuOpen} setOpen={setMenuOpen} />}
        </Suspense>
        <span className={css.name}>{say('app.name')}</span>
        <span className={css.section}>{section}</span>
      </span>
      <button
        type="button"
        className={css.search}
        aria-label={say('title.search')}
        onClick={() => commands.getState().run('palette')}
      >
        <Search20Regular className={`${css.icon}`} />
        <span className="pd-cut">{say('title.search')}</span>
        <CommandKeys command="palette" />
      </button>
      <span className={css.me}>
        <Suspense fallback={<span className={css.menuPlace} />}>
          <NoticeBell />
        </Suspense>
        <Suspense fallback={<UserInitials />}>
          <UserMenu />
        </Suspense>
      </span>
    </header>
  )
}

/** Stands in until the menu's chunk is there. */
function UserInitials() {
  const name = useShared('session', ({ session }) =>
    session.status === 'ready' ? session.value.user.name : '',
  )
  return <Initials name={name} />
}

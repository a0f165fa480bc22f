import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { lazy, Suspense } from 'react'
import { useText } from '../format/useText.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { KeyCaps } from '../ui/KeyCaps.tsx'
import { Initials } from '../ui/Initials.tsx'
import css from './TitleBar.module.css'

const UserMenu = lazy(async () => ({ default: (await import('./UserMenu.tsx')).UserMenu }))

export function TitleBar({ section }: { readonly section: string }) {
  const say = useText()
  const { commands } = useStores()
  return (
    <header className={css.bar} data-pane="title">
      <span className={css.brand}>{say('app.name')}</span>
      <span className={css.section}>{section}</span>
      <button
        type="button"
        className={css.search}
        aria-label={say('title.search')}
        onClick={() => commands.getState().run('queue.filter')}
      >
        <Search20Regular className={`${css.icon}`} />
        <span className="pd-cut">{say('title.search')}</span>
        <KeyCaps binding="/" />
      </button>
      <span className={css.me}>
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

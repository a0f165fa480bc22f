import { useIntl } from 'react-intl'
import type { SignInState } from '../../../src-preload/contract/signIn.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { useShared } from '../../stores/Stores.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SignInButton } from './SignInButton.tsx'

type Standing = 'over' | 'lapsed' | 'soon'

/** Null = nothing that one has to know. */
function standingOf({ is, offline }: SignInState): Standing | null {
  if (offline?.isOver === true) return 'over'
  if (is === 'lapsed') return 'lapsed'
  return offline?.isSoon === true ? 'soon' : null
}

/** How long there may be work without the hub, when that is near, and that there is only reading, when it is over. */
export function OfflineNotice() {
  const say = useText()
  const { locale } = useIntl()
  const signIn = useShared('signIn', (state) => state.signIn)
  const standing = signIn === null ? null : standingOf(signIn)
  if (signIn === null || standing === null) return null
  const until = signIn.offline?.until
  const time = until === undefined ? '' : formatInstant(locale, until, 'stamp')
  return (
    <Notice tone={standing === 'over' ? 'danger' : 'warning'}>
      <span>{standing === 'over' ? say('signIn.over') : say(`signIn.${standing}`, { time })}</span>
      <SignInButton />
    </Notice>
  )
}

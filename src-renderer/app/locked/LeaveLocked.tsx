import { useEffect, useState } from 'react'
import type { SignInState } from '../../../src-preload/contract/signIn.ts'
import type { ErrorCode } from '../../../src-preload/contract/errors.ts'
import { failureOf } from '../../bridge/bridgeError.ts'
import type { Client } from '../../bridge/client.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import css from './LockedPage.module.css'

interface LeaveLockedProps {
  readonly client: Client
  readonly reload: () => void
  readonly onFailed: (code: ErrorCode) => void
}

/** Gives the place to somebody else, whose profile has another key; the locked one stays as it is. Nothing where nobody signs in. */
export function LeaveLocked({ client, reload, onFailed }: LeaveLockedProps) {
  const say = useText()
  const [person, setPerson] = useState<SignInState['person']>(null)
  useEffect(() => {
    client.call('signIn.state', {}).then(
      (state) => setPerson(state.person),
      // Who it is does not help with the lock.
      () => undefined,
    )
  }, [client])
  if (person === null) return null
  const leave = async () => {
    try {
      await client.call('signIn.out', { evenUnsent: true })
      reload()
    } catch (thrown) {
      onFailed(failureOf(thrown).code)
    }
  }
  return (
    <div className={css.aside}>
      <p>{say('signIn.as', { account: person.account || person.name })}</p>
      <Button onClick={() => void leave()}>{say('signIn.out')}</Button>
    </div>
  )
}

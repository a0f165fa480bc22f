import { Spinner } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ErrorCode } from '../../../src-preload/contract/errors.ts'
import type { Output } from '../../../src-preload/contract/index.ts'
import type { KeyTrouble } from '../../../src-preload/contract/vocabulary/keyWords.ts'
import { failureOf } from '../../bridge/bridgeError.ts'
import type { Client } from '../../bridge/client.ts'
import { useText } from '../../format/useText.ts'
import type { Load } from '../../stores/load.ts'
import { Button } from '../../ui/Button.tsx'
import css from './LockedPage.module.css'
import { LeaveLocked } from './LeaveLocked.tsx'
import { SetAside } from './SetAside.tsx'
import { Unlock } from './Unlock.tsx'
import { WipedPage } from './WipedPage.tsx'

interface LockedPageProps {
  readonly client: Client
  readonly load: Load<Output<'vault.state'>>
  /** Begins with an open profile. */
  readonly reload: () => void
}

/** What happened, what is at stake, and the ways on: the key again, its passphrase, or a new beginning that deletes nothing. Or that it was wiped. */
export function LockedPage({ client, load, reload }: LockedPageProps) {
  const say = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isWiped = load.status === 'ready' && load.value.state === 'wiped'
  return (
    <main className={css.page} aria-busy={load.status === 'loading'}>
      <h1 ref={heading} tabIndex={-1}>
        {say(isWiped ? 'wiped.title' : 'locked.title')}
      </h1>
      {load.status === 'loading' && <Spinner size="tiny" label={say('locked.looking')} />}
      {load.status === 'failed' && <p role="alert">{say(`error.${load.error.code}`)}</p>}
      {load.status === 'ready' && load.value.state === 'locked' && (
        <Locked client={client} state={load.value} reload={reload} />
      )}
      {load.status === 'ready' && load.value.state === 'wiped' && (
        <WipedPage client={client} state={load.value} reload={reload} />
      )}
      {load.status === 'ready' && load.value.state === 'open' && (
        <Button appearance="primary" data-filled="" onClick={reload}>
          {say('locked.open')}
        </Button>
      )}
    </main>
  )
}

type LockedState = Extract<Output<'vault.state'>, { state: 'locked' }>

interface LockedProps {
  readonly client: Client
  readonly state: LockedState
  readonly reload: () => void
}

function Locked({ client, state, reload }: LockedProps) {
  const say = useText()
  const [trouble, setTrouble] = useState<KeyTrouble>(state.trouble)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const [tries, setTries] = useState(0)
  /** Answers whether the page goes on. */
  const attempt = async (passphrase: string | null) => {
    setFailed(null)
    try {
      const said = await client.call('vault.unlock', { passphrase })
      if (said.outcome === 'opened') return reload()
      setTrouble(said.trouble)
      setTries((count) => count + 1)
    } catch (thrown) {
      setFailed(failureOf(thrown).code)
    }
  }
  const { unsent } = state
  return (
    <>
      <p>{say(`locked.why.${trouble}`)}</p>
      <p className={css.stake}>
        {unsent === null ? say('locked.unsent.unknown') : say('locked.unsent', { unsent })}
      </p>
      <Unlock wantsPassphrase={state.keptBy === 'passphrase'} attempt={attempt} />
      <p role="status" className={css.answer}>
        {tries > 0 && failed === null ? say('locked.still', { tries }) : ''}
      </p>
      {failed !== null && <p role="alert">{say(`error.${failed}`)}</p>}
      <SetAside client={client} reload={reload} onFailed={setFailed} />
      <LeaveLocked client={client} reload={reload} onFailed={setFailed} />
    </>
  )
}

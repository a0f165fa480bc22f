import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ErrorCode } from '../../../src-preload/contract/errors.ts'
import { failureOf } from '../../bridge/bridgeError.ts'
import type { Client } from '../../bridge/client.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import css from './LockedPage.module.css'

/** As the core asks of a new one. */
const SHORTEST = 12

interface SetAsideProps {
  readonly client: Client
  readonly reload: () => void
  readonly onFailed: (code: ErrorCode) => void
}

/** A new beginning, behind a second question that says what becomes of the old profile. */
export function SetAside({ client, reload, onFailed }: SetAsideProps) {
  const say = useText()
  const [isAsked, setAsked] = useState(false)
  const [wantsPassphrase, setWants] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isMissing = wantsPassphrase && passphrase.length < SHORTEST
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault()
    if (isBusy || isMissing) return
    setBusy(true)
    try {
      const said = await client.call('vault.setAside', { passphrase: wantsPassphrase ? passphrase : null })
      if (said.outcome !== 'passphrase_wanted') return reload()
      setWants(true)
    } catch (thrown) {
      onFailed(failureOf(thrown).code)
    }
    setBusy(false)
  }
  return (
    <section className={css.aside} aria-labelledby="set-aside">
      <h2 id="set-aside">{say('locked.aside.title')}</h2>
      <p>{say('locked.aside.text')}</p>
      {!isAsked && <Button onClick={() => setAsked(true)}>{say('locked.aside.begin')}</Button>}
      {isAsked && (
        <form className={css.ways} onSubmit={(event) => void submit(event)}>
          {wantsPassphrase && (
            <Field label={say('locked.aside.passphrase', { signs: SHORTEST })} className={`${css.field}`}>
              <Input
                type="password"
                autoComplete="new-password"
                value={passphrase}
                onChange={(_, { value }) => setPassphrase(value)}
              />
            </Field>
          )}
          <Button type="submit" disabledFocusable={isBusy || isMissing}>
            {say('locked.aside.sure')}
          </Button>
          <Button appearance="subtle" onClick={() => setAsked(false)}>
            {say('locked.aside.not')}
          </Button>
        </form>
      )}
    </section>
  )
}

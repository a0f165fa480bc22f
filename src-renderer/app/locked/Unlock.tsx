import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import css from './LockedPage.module.css'

interface UnlockProps {
  readonly wantsPassphrase: boolean
  readonly attempt: (passphrase: string | null) => Promise<void>
}

/** The key once more; with its passphrase where it is kept under one. What was typed stays until it was right. */
export function Unlock({ wantsPassphrase, attempt }: UnlockProps) {
  const say = useText()
  const [passphrase, setPassphrase] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isMissing = wantsPassphrase && passphrase === ''
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault()
    if (isBusy || isMissing) return
    setBusy(true)
    await attempt(wantsPassphrase ? passphrase : null)
    setBusy(false)
  }
  return (
    <form className={css.ways} onSubmit={(event) => void submit(event)}>
      {wantsPassphrase && (
        <Field label={say('locked.passphrase')} className={`${css.field}`}>
          <Input
            type="password"
            autoComplete="current-password"
            value={passphrase}
            onChange={(_, { value }) => setPassphrase(value)}
          />
        </Field>
      )}
      <Button type="submit" appearance="primary" data-filled="" disabledFocusable={isBusy || isMissing}>
        {say(wantsPassphrase ? 'locked.unlock' : 'locked.again')}
      </Button>
    </form>
  )
}

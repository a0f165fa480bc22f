import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from './Section.tsx'

/** How the key of the profile is kept, and what was set aside locked. Nothing while it is not known. */
export function Storage() {
  const say = useText()
  const [load, again] = useRead('vault.state', {})
  const [taken, setTaken] = useState<Taken | null>(null)
  if (load.status !== 'ready' || load.value.state !== 'open') return null
  const { keptBy, setAside } = load.value
  return (
    <Section id="storage" title={say('settings.storage')} hint={say('settings.storage.hint')}>
      <p>{say(`settings.storage.${keptBy ?? 'none'}`)}</p>
      {setAside > 0 && (
        <TakeIn
          count={setAside}
          onTaken={(what) => {
            setTaken(what)
            again()
          }}
        />
      )}
      <p role="status">{taken === null ? '' : say('settings.storage.taken', { ...taken })}</p>
    </Section>
  )
}

interface Taken {
  readonly profiles: number
  readonly operations: number
}

function TakeIn({ count, onTaken }: { readonly count: number; readonly onTaken: (taken: Taken) => void }) {
  const say = useText()
  const { client } = useStores()
  const [passphrase, setPassphrase] = useState('')
  const takeIn = async () => {
    try {
      onTaken(await client.call('vault.takeIn', { passphrase: passphrase === '' ? null : passphrase }))
    } catch {
      onTaken({ profiles: 0, operations: 0 })
    }
  }
  return (
    <>
      <p>{say('settings.storage.aside', { count })}</p>
      <Field label={say('settings.storage.passphraseOf')}>
        <Input
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={(_, { value }) => setPassphrase(value)}
        />
      </Field>
      <div>
        <Button onClick={() => void takeIn()}>{say('settings.storage.takeIn')}</Button>
      </div>
    </>
  )
}

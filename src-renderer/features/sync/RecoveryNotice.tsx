import { useState } from 'react'
import { useIntl } from 'react-intl'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** The database was put together anew: what was brought back, and where the damaged one lies. Stays until it is understood. */
export function RecoveryNotice() {
  const say = useText()
  const { locale } = useIntl()
  const { client, sync } = useStores()
  const [hasFailed, setFailed] = useState(false)
  const recovery = useShared('sync', (state) => valueOf(state.sync)?.recovery ?? null)
  if (recovery === null) return null
  const understood = () => {
    client.call('sync.readRecovery', {}).then(
      () => sync.getState().load(),
      () => setFailed(true),
    )
  }
  return (
    <Notice tone="warning">
      <span>
        {say('recovery.text', {
          time: formatInstant(locale, recovery.at, 'stamp'),
          count: recovery.operations,
          file: recovery.keptAs,
        })}
        {hasFailed && <b> {say('recovery.failed')}</b>}
      </span>
      <Button onClick={understood}>{say('recovery.understood')}</Button>
    </Notice>
  )
}

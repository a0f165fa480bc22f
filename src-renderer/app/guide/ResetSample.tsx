import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useCommand } from '../useCommand.ts'

/** Asks once before everything in the sample workspace is thrown away. */
export function ResetSample() {
  const say = useText()
  const { client, desk } = useStores()
  const isSample = useShared('session', ({ host }) => valueOf(host)?.isSample ?? false)
  const [state, setState] = useState<'closed' | 'asks' | 'works' | 'failed'>('closed')
  useCommand('sample.reset', () => setState('asks'), isSample)
  const reset = () => {
    setState('works')
    // What was not kept yet belongs to the workspace that goes.
    desk.getState().flush()
    client.call('sample.reset', {}).then(
      ({ outcome }) => {
        if (outcome !== 'reset') return setState('failed')
        window.location.hash = '#/queue'
        window.location.reload()
      },
      () => setState('failed'),
    )
  }
  const isBusy = state === 'works'
  return (
    <Dialog
      open={state !== 'closed'}
      modalType="alert"
      onOpenChange={(_, data) => !data.open && !isBusy && setState('closed')}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('sample.title')}</DialogTitle>
          <DialogContent>
            <p>{say('sample.text')}</p>
            {state === 'failed' && <Notice tone="danger">{say('sample.failed')}</Notice>}
          </DialogContent>
          <DialogActions>
            <Button autoFocus disabledFocusable={isBusy} onClick={() => setState('closed')}>
              {say('sample.keep')}
            </Button>
            <Button appearance="primary" disabledFocusable={isBusy} onClick={reset}>
              {say('sample.reset')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

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
import { useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'

interface SignOutProps {
  /** So many acts have not left. */
  readonly count: number
  readonly hasFailed: boolean
  readonly onClose: () => void
}

/** Asked only where something has not left yet, or signing out did not work. */
export function SignOutDialog({ count, hasFailed, onClose }: SignOutProps) {
  const say = useText()
  const { signIn } = useStores()
  const [state, setState] = useState<'asks' | 'works' | 'failed'>(hasFailed ? 'failed' : 'asks')
  const isBusy = state === 'works'
  const signOut = () => {
    setState('works')
    signIn
      .getState()
      .signOut(true)
      .catch(() => setState('failed'))
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && !isBusy && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('signIn.out.title')}</DialogTitle>
          <DialogContent>
            {count > 0 && <p>{say('signIn.out.unsent', { count })}</p>}
            {state === 'failed' && <Notice tone="danger">{say('signIn.out.failed')}</Notice>}
          </DialogContent>
          <DialogActions>
            <Button autoFocus disabledFocusable={isBusy} onClick={onClose}>
              {say('signIn.out.stay')}
            </Button>
            <Button appearance="primary" disabledFocusable={isBusy} onClick={signOut}>
              {say('signIn.out')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

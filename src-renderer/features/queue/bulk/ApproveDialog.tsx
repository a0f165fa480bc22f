import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useIntl } from 'react-intl'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import type { BulkPlan } from './BulkBar.tsx'
import css from './bulk.module.css'

interface ApproveDialogProps {
  readonly plan: BulkPlan
  readonly onApprove: () => void
  readonly onClose: () => void
}

/** Asks once before many claims are approved or some of them left out, and names each that is left out with the reason. */
export function ApproveDialog({ plan, onApprove, onClose }: ApproveDialogProps) {
  const say = useText()
  const { locale } = useIntl()
  const { able, leftOut } = plan
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('bulk.ask', { count: able.length })}</DialogTitle>
          <DialogContent tabIndex={0} className={`${css.scroller}`}>
            <p>{say('bulk.ask.text')}</p>
            {leftOut.length > 0 && (
              <>
                <h3 className={css.heading}>{say('bulk.leftOut', { count: leftOut.length })}</h3>
                <ul className={css.refused}>
                  {leftOut.map(({ claimId, claimName, blocks }) => (
                    <li key={claimId}>
                      <b>{claimName}</b>{' '}
                      {blocks.length === 0 ? say('bulk.gone') : wordsOfBlocks(blocks, [], locale, say)}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{say('command.cancel')}</Button>
            <Button appearance="primary" data-filled="" onClick={onApprove}>
              {say('bulk.approve', { count: able.length })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

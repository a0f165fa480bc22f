import { Button } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { FormattedMessage, useIntl } from 'react-intl'
import type { TakingModel } from './useTaking.ts'
import type { ViewerState } from './viewerState.ts'
import { useViewerStyles } from './viewerStyles.ts'

/** One line each, between the tools and the pages: what is shown, what is being done, what came of it. */
export function ViewerNotes({
  state,
  taking,
  isPicking,
}: {
  readonly state: ViewerState
  readonly taking: TakingModel
  readonly isPicking: boolean
}) {
  const intl = useIntl()
  const styles = useViewerStyles()
  const shown = state.status === 'ready' ? state : null
  return (
    <>
      {shown?.isLaid && (
        <p className={styles.note}>
          <FormattedMessage id="viewer.laid" />
        </p>
      )}
      {shown?.hasTwoTexts && (
        <p className={styles.note}>
          <FormattedMessage id="viewer.twoTexts" />
        </p>
      )}
      <div role="status">
        {isPicking && (
          <p className={styles.note}>
            <FormattedMessage id="viewer.picking" />
          </p>
        )}
        {shown !== null && shown.printing !== null && (
          <p className={styles.note}>
            <FormattedMessage id="viewer.printing" values={{ page: shown.printing, pages: shown.pages }} />
          </p>
        )}
        {taking.text !== null && (
          <p className={styles.note}>
            <span className={styles.noteText}>{taking.text}</span>
            <Button
              appearance="subtle"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={intl.formatMessage({ id: 'viewer.note.close' })}
              onClick={taking.dismiss}
            />
          </p>
        )}
      </div>
    </>
  )
}

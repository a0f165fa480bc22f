import { Button, mergeClasses } from '@fluentui/react-components'
import { CloudArrowDownRegular } from '@fluentui/react-icons/svg/cloud-arrow-down'
import { DocumentErrorRegular } from '@fluentui/react-icons/svg/document-error'
import type { ReactElement } from 'react'
import { FormattedMessage } from 'react-intl'
import type { ShownFailure, ViewerState } from './viewerState.ts'
import { useViewerStyles } from './viewerStyles.ts'

/** Why, and what to do. Every reason has both: a reviewer must be able to go on with the claim. */
const FAILURES = {
  encrypted: { why: 'viewer.failed.encrypted', act: 'viewer.act.askUnlocked' },
  corrupt: { why: 'viewer.failed.corrupt', act: 'viewer.act.askAgain' },
  empty: { why: 'viewer.failed.empty', act: 'viewer.act.askAgain' },
  type: { why: 'viewer.failed.type', act: 'viewer.act.askPdf' },
  too_large: { why: 'viewer.failed.tooLarge', act: 'viewer.act.askSmaller' },
  time: { why: 'viewer.failed.time', act: 'viewer.act.tryOrAsk' },
  internal: { why: 'viewer.failed.internal', act: 'viewer.act.tryAgain' },
  unreachable: { why: 'viewer.failed.unreachable', act: 'viewer.act.tryAgain' },
  viewer: { why: 'viewer.failed.viewer', act: 'viewer.act.restart' },
} as const satisfies Record<ShownFailure, { why: string; act: string }>

const WORTH_ANOTHER_TRY: readonly ShownFailure[] = ['time', 'internal', 'unreachable']

/** What stands in the place of the pages while there are none. */
export function ViewerMessage({
  state,
  hasAhead,
  fileName,
  theme,
  onRetry,
}: {
  readonly state: ViewerState
  /** The page was drawn ahead and stands there already. */
  readonly hasAhead: boolean
  readonly fileName: string
  readonly theme: 'light' | 'dark'
  readonly onRetry: () => void
}) {
  const styles = useViewerStyles()
  if (state.status === 'ready') return null
  if (state.status === 'loading') return hasAhead ? null : <LoadingSheet theme={theme} />
  if (state.status === 'missing') {
    return (
      <CalmMessage
        icon={<CloudArrowDownRegular className={styles.messageIcon} />}
        title={<FormattedMessage id="viewer.missing.title" values={{ fileName }} />}
        lines={['viewer.missing.why', 'viewer.missing.act']}
      />
    )
  }
  const { why, act } = FAILURES[state.reason]
  return (
    <CalmMessage
      icon={<DocumentErrorRegular className={styles.messageIcon} />}
      title={<FormattedMessage id="viewer.failed.title" values={{ fileName }} />}
      lines={[why, act]}
    >
      {WORTH_ANOTHER_TRY.includes(state.reason) && (
        <Button className={styles.messageAction} onClick={onRetry}>
          <FormattedMessage id="viewer.retry" />
        </Button>
      )}
    </CalmMessage>
  )
}

export function NoDocuments() {
  const styles = useViewerStyles()
  return (
    <CalmMessage
      icon={<DocumentErrorRegular className={styles.messageIcon} />}
      title={<FormattedMessage id="viewer.none.title" />}
      lines={['viewer.none.why']}
    />
  )
}

function CalmMessage({
  icon,
  title,
  lines,
  children,
}: {
  readonly icon: ReactElement
  readonly title: ReactElement
  readonly lines: readonly string[]
  readonly children?: ReactElement | false
}) {
  const styles = useViewerStyles()
  return (
    <div className={styles.message} role="status">
      {icon}
      <span className={styles.messageTitle}>{title}</span>
      {lines.map((id) => (
        <span key={id} className={styles.messageText}>
          <FormattedMessage id={id} />
        </span>
      ))}
      {children}
    </div>
  )
}

const LINES = ['40%', '92%', '88%', '95%', '64%', '90%', '35%'] as const

function LoadingSheet({ theme }: { readonly theme: 'light' | 'dark' }) {
  const styles = useViewerStyles()
  return (
    <div className={styles.loading} role="status">
      <span className="pd-sr">
        <FormattedMessage id="viewer.loading" />
      </span>
      <div className={mergeClasses(styles.sheet, theme === 'dark' && styles.sheetDark)} aria-hidden>
        {LINES.map((width) => (
          <span key={width} className={styles.sheetLine} style={{ width }} />
        ))}
      </div>
    </div>
  )
}

import { mergeClasses } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { AutoFitHeight20Regular } from '@fluentui/react-icons/svg/auto-fit-height'
import { DocumentOnePage20Regular } from '@fluentui/react-icons/svg/document-one-page'
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off'
import { Highlight20Regular } from '@fluentui/react-icons/svg/highlight'
import { LayoutColumnTwo20Regular } from '@fluentui/react-icons/svg/layout-column-two'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { AutoFitWidth20Regular } from '@fluentui/react-icons/svg/auto-fit-width'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { Subtract20Regular } from '@fluentui/react-icons/svg/subtract'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ZoomOrder } from '../../viewer-frame/messages.ts'
import { ToolButton } from './ToolButton.tsx'
import type { Taking } from './viewerProps.ts'
import { useViewerStyles } from './viewerStyles.ts'
import type { ReadyPages, ViewerState } from './viewerState.ts'

interface ViewerToolsProps {
  readonly state: ViewerState
  readonly isFinding: boolean
  readonly onPage: (page: number) => void
  readonly onZoom: (order: ZoomOrder) => void
  readonly onRotate: () => void
  readonly onFind: () => void
  readonly hasThumbnails: boolean
  readonly onThumbnails: () => void
  /** Null = this document hides nothing. */
  readonly showsHidden: boolean | null
  readonly onHidden: () => void
  /** The two texts of a mail stand side by side; null = there is one text. */
  readonly isBeside: boolean | null
  readonly onBeside: () => void
  readonly isPicking: boolean
  /** Left out: places cannot be marked here. */
  readonly onPick: (() => void) | undefined
  readonly onTake: (taking: Taking) => void
}

/** Pages, zoom, turn, search, print and copy. The row stays in its place while no document is shown. */
export function ViewerTools(props: ViewerToolsProps) {
  const { state, isFinding, onPage, onZoom, onRotate, onFind, hasThumbnails, onThumbnails, onTake } = props
  const { showsHidden, onHidden, isBeside, onBeside, isPicking, onPick } = props
  const intl = useIntl()
  const styles = useViewerStyles()
  const shown = state.status === 'ready' ? state : undefined
  const off = shown === undefined
  return (
    <div className={styles.bar} role="toolbar" aria-label={intl.formatMessage({ id: 'viewer.tools' })}>
      <ToolButton
        nameId="viewer.thumbnails"
        icon={<DocumentOnePage20Regular />}
        disabled={off}
        pressed={hasThumbnails}
        onClick={onThumbnails}
      />
      <PageTools shown={shown} onPage={onPage} />
      <span className={styles.separator} />
      <ZoomTools shown={shown} onZoom={onZoom} />
      <ToolButton
        nameId="viewer.rotate"
        icon={<ArrowClockwise20Regular />}
        disabled={off}
        onClick={onRotate}
      />
      <span className={styles.separator} />
      <ToolButton
        nameId="viewer.find"
        icon={<Search20Regular />}
        disabled={off}
        pressed={isFinding}
        onClick={onFind}
      />
      {onPick && (
        <ToolButton
          nameId="viewer.pick"
          icon={<Highlight20Regular />}
          disabled={off}
          pressed={isPicking}
          onClick={onPick}
        />
      )}
      {showsHidden !== null && (
        <ToolButton
          nameId="viewer.hidden"
          icon={<EyeOff20Regular />}
          disabled={off}
          pressed={showsHidden}
          onClick={onHidden}
        />
      )}
      {isBeside !== null && (
        <ToolButton
          nameId="viewer.beside"
          icon={<LayoutColumnTwo20Regular />}
          disabled={off}
          pressed={isBeside}
          onClick={onBeside}
        />
      )}
      <span className={styles.separator} />
      <ToolButton
        nameId="viewer.print"
        icon={<Print20Regular />}
        disabled={off || shown.printing !== null}
        onClick={() => onTake('print')}
      />
      <ToolButton
        nameId="viewer.saveCopy"
        icon={<ArrowDownload20Regular />}
        disabled={state.status === 'loading' || state.status === 'missing'}
        onClick={() => onTake('copy')}
      />
    </div>
  )
}

function ZoomTools({
  shown,
  onZoom,
}: {
  readonly shown: ReadyPages | undefined
  readonly onZoom: (order: ZoomOrder) => void
}) {
  const intl = useIntl()
  const styles = useViewerStyles()
  const off = shown === undefined
  return (
    <>
      <ToolButton
        nameId="viewer.zoomOut"
        icon={<Subtract20Regular />}
        disabled={off}
        onClick={() => onZoom({ to: 'out' })}
      />
      <span className={mergeClasses(styles.figure, styles.zoomFigure)}>
        {shown && intl.formatNumber(shown.scale, { style: 'percent', maximumFractionDigits: 0 })}
      </span>
      <ToolButton
        nameId="viewer.zoomIn"
        icon={<Add20Regular />}
        disabled={off}
        onClick={() => onZoom({ to: 'in' })}
      />
      <ToolButton
        nameId="viewer.fitWidth"
        icon={<AutoFitWidth20Regular />}
        disabled={off}
        pressed={shown?.fit === 'width'}
        onClick={() => onZoom({ to: 'fit_width' })}
      />
      <ToolButton
        nameId="viewer.fitPage"
        icon={<AutoFitHeight20Regular />}
        disabled={off}
        pressed={shown?.fit === 'page'}
        onClick={() => onZoom({ to: 'fit_page' })}
      />
    </>
  )
}

function PageTools({
  shown,
  onPage,
}: {
  readonly shown: ReadyPages | undefined
  readonly onPage: (page: number) => void
}) {
  const styles = useViewerStyles()
  const page = shown?.page ?? 1
  const pages = shown?.pages ?? 1
  return (
    <>
      <ToolButton
        nameId="viewer.previousPage"
        icon={<ChevronUp20Regular />}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <ToolButton
        nameId="viewer.nextPage"
        icon={<ChevronDown20Regular />}
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      />
      <span className={styles.figure} aria-live="off">
        {shown && <FormattedMessage id="viewer.pageOf" values={{ page, pages }} />}
      </span>
    </>
  )
}

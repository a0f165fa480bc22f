import { mergeClasses } from '@fluentui/react-components'
import { useEffect, useImperativeHandle, useMemo, useRef, useSyncExternalStore } from 'react'
import type { PaneHandle, PaneProps } from '../../stores/panes.ts'
import type { KeyPress, ZoomOrder } from '../../viewer-frame/messages.ts'
import { useViewerSession } from './useViewerSession.ts'
import { ViewerMessage } from './ViewerMessage.tsx'
import type { PageSight } from './viewerProps.ts'
import { type ViewerShortcut, viewerShortcut } from './viewerShortcut.ts'
import { useViewerStyles } from './viewerStyles.ts'

interface PaperPaneProps extends PaneProps {
  readonly viewerUrl: string
  readonly theme: 'light' | 'dark'
  /** Its changes are differences to the paper of another party. */
  readonly ofParties?: boolean
  /** Of the frame, for screen readers. */
  readonly title: string
  readonly onPageSeen: (sight: PageSight) => void
  readonly onKey: (press: KeyPress) => void
}

/** One paper beside another: its pages and marks, without tabs and tools. */
export function PaperPane(props: PaperPaneProps) {
  const { ref, viewerUrl, document, marks, theme, title, onPage } = props
  const { onMarkActivated, onPageSeen, onNews, onKey } = props
  const styles = useViewerStyles()
  const zooming = useRef<(zoom: ZoomOrder) => void>(() => {})
  const listeners = useMemo(
    () => ({
      onMarkActivated: ({ markId }: { readonly markId: string }) => onMarkActivated(markId),
      onPageSeen,
      onPicked: () => undefined,
      onAhead: () => undefined,
      onKey(press: KeyPress): void {
        const zoom = ZOOMS[viewerShortcut(press) ?? 'find']
        if (zoom === undefined) onKey(press)
        else zooming.current({ to: zoom })
      },
      onVersionNews: onNews,
    }),
    [onMarkActivated, onPageSeen, onKey, onNews],
  )
  const documents = useMemo(() => [document], [document])
  const { documentId } = document
  const marked = useMemo(() => ({ [documentId]: marks }), [documentId, marks])
  const { session, frameRef } = useViewerSession(
    { documents, marks: marked, activeMark: null, theme, viewerUrl, ofParties: props.ofParties },
    listeners,
  )
  const { state } = useSyncExternalStore(session.subscribe, session.snapshot)
  useImperativeHandle(zooming, () => (zoom) => session.send({ type: 'zoom', zoom }), [session])
  useEffect(() => session.watchScroll(true), [session])
  const { page, pages } = state.status === 'ready' ? state : NO_PAGES
  useEffect(() => {
    if (page !== null) onPage(page, pages)
  }, [page, pages, onPage])
  useImperativeHandle(
    ref,
    (): PaneHandle => ({
      activate: (markId) => session.activate(markId === null ? null : { documentId, markId }),
      goToPage: (number) => session.showPage(documentId, number),
      scrollTo: (place) => session.send({ type: 'scrollTo', documentId, place }),
      zoom: (zoom) => session.send({ type: 'zoom', zoom }),
      paintPage: (number, widthPx) => session.send({ type: 'paintPage', documentId, page: number, widthPx }),
      overlay: (older) => session.send({ type: 'overlay', documentId, older }),
    }),
    [session, documentId],
  )
  return (
    <div className={styles.desk}>
      <iframe
        ref={frameRef}
        className={mergeClasses(styles.frame, state.status !== 'ready' && styles.hidden)}
        title={title}
        // As in DocumentViewer; nothing is printed from here.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        sandbox="allow-scripts allow-same-origin"
        referrerPolicy="no-referrer"
      />
      <ViewerMessage
        state={state}
        hasAhead={false}
        fileName={document.fileName}
        theme={theme}
        onRetry={() => session.retry()}
      />
    </div>
  )
}

/** Searching and printing belong to the claim's own page. */
const ZOOMS: Partial<Record<ViewerShortcut, 'in' | 'out' | 'fit_width'>> = {
  zoom_in: 'in',
  zoom_out: 'out',
  fit_width: 'fit_width',
}

const NO_PAGES = { page: null, pages: 0 } as const

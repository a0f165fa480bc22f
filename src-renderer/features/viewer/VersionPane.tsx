import { mergeClasses } from '@fluentui/react-components'
import { type Ref, useEffect, useImperativeHandle, useMemo, useSyncExternalStore } from 'react'
import type { KeyPress, ScrollPlace, ViewerMark, ZoomOrder } from '../../viewer-frame/messages.ts'
import { useViewerSession } from './useViewerSession.ts'
import { ViewerMessage } from './ViewerMessage.tsx'
import type { PageSight, ShownDocument } from './viewerProps.ts'
import type { VersionNews } from './viewerSession.ts'
import { useViewerStyles } from './viewerStyles.ts'

export type { VersionNews } from './viewerSession.ts'

/** For commands of the app. Every call is safe at any time; without a document it does nothing. */
export interface VersionPaneHandle {
  /** Null = no mark is current. */
  activate(markId: string | null): void
  scrollTo(place: ScrollPlace): void
  zoom(order: ZoomOrder): void
  /** The answer comes as news. */
  paintPage(page: number, widthPx: number): void
  /** Takes the bitmap over; null takes the overlay away. */
  overlay(older: { readonly page: number; readonly bitmap: ImageBitmap } | null): void
}

interface VersionPaneProps {
  readonly ref: Ref<VersionPaneHandle>
  readonly viewerUrl: string
  readonly document: ShownDocument
  readonly marks: readonly ViewerMark[]
  readonly theme: 'light' | 'dark'
  /** Of the frame, for screen readers. */
  readonly title: string
  readonly onMarkActivated: (markId: string) => void
  readonly onPageSeen: (sight: PageSight) => void
  readonly onPage: (page: number) => void
  readonly onNews: (news: VersionNews) => void
  readonly onKey: (press: KeyPress) => void
}

/** One version of a paper: its pages and marks, without tabs and tools. */
export function VersionPane(props: VersionPaneProps) {
  const { ref, viewerUrl, document, marks, theme, title, onPage } = props
  const { onMarkActivated, onPageSeen, onNews, onKey } = props
  const styles = useViewerStyles()
  const listeners = useMemo(
    () => ({
      onMarkActivated: ({ markId }: { readonly markId: string }) => onMarkActivated(markId),
      onPageSeen,
      onPicked: () => undefined,
      onAhead: () => undefined,
      onKey,
      onVersionNews: onNews,
    }),
    [onMarkActivated, onPageSeen, onKey, onNews],
  )
  const documents = useMemo(() => [document], [document])
  const { documentId } = document
  const marked = useMemo(() => ({ [documentId]: marks }), [documentId, marks])
  const { session, frameRef } = useViewerSession(
    { documents, marks: marked, activeMark: null, theme, viewerUrl },
    listeners,
  )
  const { state } = useSyncExternalStore(session.subscribe, session.snapshot)
  useEffect(() => session.watchScroll(true), [session])
  const page = state.status === 'ready' ? state.page : null
  useEffect(() => {
    if (page !== null) onPage(page)
  }, [page, onPage])
  useImperativeHandle(
    ref,
    (): VersionPaneHandle => ({
      activate: (markId) => session.activate(markId === null ? null : { documentId, markId }),
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

import { mergeClasses } from '@fluentui/react-components'
import {
  type KeyboardEvent,
  type RefObject,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useIntl } from 'react-intl'
import type { KeyPress } from '../../viewer-frame/messages.ts'
import { AheadPage } from './AheadPage.tsx'
import { DocumentTabs } from './DocumentTabs.tsx'
import { FindBar } from './FindBar.tsx'
import { type FindModel, useFind } from './useFind.ts'
import { type TakingModel, useTaking } from './useTaking.ts'
import { useViewerSession } from './useViewerSession.ts'
import { NoDocuments, ViewerMessage } from './ViewerMessage.tsx'
import { ViewerNotes } from './ViewerNotes.tsx'
import type { DocumentViewerHandle, DocumentViewerProps, PageAhead, PickedPlace } from './viewerProps.ts'
import type { ViewerSession } from './viewerSession.ts'
import { type ViewerShortcut, viewerShortcut } from './viewerShortcut.ts'
import { useViewerStyles } from './viewerStyles.ts'
import { ViewerTools } from './ViewerTools.tsx'

export type { DocumentViewerHandle, DocumentViewerProps, MarkPlace, PageSight } from './viewerProps.ts'

/** The documents of one claim: tabs, tools and the pages, which stand in a frame of another origin. */
export function DocumentViewer(props: DocumentViewerProps) {
  const intl = useIntl()
  const styles = useViewerStyles()
  const panelId = useId()
  const findField = useRef<HTMLInputElement>(null)
  const shortcuts = useRef<(shortcut: ViewerShortcut) => void>(() => {})
  const { ref, documents, pageCounts, theme, onMarkActivated, onPageSeen, onPicked, onAhead, onKey } = props
  const listeners = useMemo(
    () => ({
      onMarkActivated,
      onPageSeen,
      onPicked: (place: PickedPlace | null) => onPicked?.(place),
      onAhead: (ahead: PageAhead) => onAhead?.(ahead),
      onKey(press: KeyPress): void {
        const shortcut = viewerShortcut(press)
        if (shortcut) shortcuts.current(shortcut)
        else onKey(press)
      },
    }),
    [onMarkActivated, onPageSeen, onPicked, onAhead, onKey],
  )
  const { session, frameRef } = useViewerSession(props, listeners)
  const { current, state, knownPages, isPicking } = useSyncExternalStore(session.subscribe, session.snapshot)
  const find = useFind(session, findField)
  const taking = useTaking(session, props.onTake)
  const [hasThumbnails, setThumbnails] = useState(false)
  const [showsBeside, setShowsBeside] = useState(false)
  const [showsHidden, setShowsHidden] = useState(true)
  const hasHidden = (props.marks[current?.documentId ?? ''] ?? []).some(({ tone }) => tone === 'hidden')
  const isReady = state.status === 'ready'
  useImperativeHandle(shortcuts, () => (shortcut) => run(shortcut, session, find, taking))
  useImperativeHandle(ref, () => handleOf(session, find, frameRef))

  function onKeyDown(event: KeyboardEvent): void {
    const shortcut = viewerShortcut({ key: event.key, modifiers: modifiersOf(event) })
    if (!shortcut || !isReady) return
    event.preventDefault()
    run(shortcut, session, find, taking)
  }
  function closeFind(): void {
    find.close()
    focusPages(session, frameRef)
  }

  return (
    <section
      className={styles.root}
      aria-label={intl.formatMessage({ id: 'viewer.title' })}
      onKeyDown={onKeyDown}
    >
      {current && (
        <DocumentTabs
          documents={documents}
          current={current.documentId}
          pages={{ ...pageCounts, ...knownPages }}
          panelId={panelId}
          onChoose={(documentId) => session.choose(documentId)}
        />
      )}
      <ViewerTools
        state={state}
        isFinding={find.isOpen}
        onPage={(page) => session.send({ type: 'goToPage', page })}
        onZoom={(zoom) => session.send({ type: 'zoom', zoom })}
        onRotate={() => session.send({ type: 'rotate', by: 90 })}
        onFind={find.isOpen ? closeFind : find.open}
        hasThumbnails={hasThumbnails}
        onThumbnails={() => {
          setThumbnails(!hasThumbnails)
          session.showThumbnails(!hasThumbnails)
        }}
        showsHidden={hasHidden ? showsHidden : null}
        onHidden={() => {
          setShowsHidden(!showsHidden)
          session.showHidden(!showsHidden)
        }}
        isBeside={isReady && state.hasTwoTexts ? showsBeside : null}
        onBeside={() => {
          setShowsBeside(!showsBeside)
          session.showBeside(!showsBeside)
        }}
        isPicking={isPicking}
        onPick={onPicked && (() => pickPlace(session, frameRef, !isPicking))}
        onTake={taking.take}
      />
      {find.isOpen && (
        <FindBar
          inputRef={findField}
          query={find.query}
          count={isReady ? state.find : null}
          onQuery={find.search}
          onAgain={find.again}
          onClose={closeFind}
        />
      )}
      <ViewerNotes state={state} taking={taking} isPicking={isPicking} />
      <div className={styles.desk} id={panelId} role={current && 'tabpanel'} aria-label={current?.fileName}>
        <iframe
          ref={frameRef}
          className={mergeClasses(styles.frame, !isReady && styles.hidden)}
          title={intl.formatMessage({ id: 'viewer.frame.title' })}
          // It has an origin of its own, so its scripts reach nothing of ours: that makes the first two safe. The third lets it print.
          // oxlint-disable-next-line react/iframe-missing-sandbox
          sandbox="allow-scripts allow-same-origin allow-modals"
          referrerPolicy="no-referrer"
        />
        <AheadPage ahead={props.ahead ?? null} sha256={current?.sha256} state={state} theme={theme} />
        {current ? (
          <ViewerMessage
            state={state}
            hasAhead={props.ahead?.sha256 === current.sha256}
            fileName={current.fileName}
            theme={theme}
            onRetry={() => session.retry()}
          />
        ) : (
          <NoDocuments />
        )}
      </div>
    </section>
  )
}

function run(shortcut: ViewerShortcut, session: ViewerSession, find: FindModel, taking: TakingModel): void {
  switch (shortcut) {
    case 'find':
      return find.open()
    case 'find_next':
      return find.again('next')
    case 'find_previous':
      return find.again('previous')
    case 'zoom_in':
      return session.send({ type: 'zoom', zoom: { to: 'in' } })
    case 'zoom_out':
      return session.send({ type: 'zoom', zoom: { to: 'out' } })
    case 'print':
      return taking.take('print')
    case 'fit_width':
      return session.send({ type: 'zoom', zoom: { to: 'fit_width' } })
  }
}

function handleOf(
  session: ViewerSession,
  find: FindModel,
  frameRef: RefObject<HTMLIFrameElement | null>,
): DocumentViewerHandle {
  return {
    activate: (place) => session.activate(place),
    openDocument: (documentId) => session.choose(documentId),
    showPage: (documentId, page) => session.showPage(documentId, page),
    goToPage: (page) => session.send({ type: 'goToPage', page }),
    zoom: (zoom) => session.send({ type: 'zoom', zoom }),
    rotate: () => session.send({ type: 'rotate', by: 90 }),
    pick: () => pickPlace(session, frameRef, true),
    find: find.open,
    focus: () => focusPages(session, frameRef),
  }
}

/** The keys go to the pages: they move the rectangle. */
function pickPlace(
  session: ViewerSession,
  frameRef: RefObject<HTMLIFrameElement | null>,
  wanted: boolean,
): void {
  if (wanted) frameRef.current?.focus()
  session.pick(wanted)
}

function focusPages(session: ViewerSession, frameRef: RefObject<HTMLIFrameElement | null>): void {
  frameRef.current?.focus()
  session.send({ type: 'focus' })
}

function modifiersOf(event: KeyboardEvent): KeyPress['modifiers'] {
  return { ctrl: event.ctrlKey, alt: event.altKey, shift: event.shiftKey, meta: event.metaKey }
}

import { mergeClasses } from '@fluentui/react-components'
import { type KeyboardEvent, useId, useImperativeHandle } from 'react'
import { useIntl } from 'react-intl'
import type { KeyPress } from '../../viewer-frame/messages.ts'
import { DocumentTabs } from './DocumentTabs.tsx'
import { FindBar } from './FindBar.tsx'
import { type DocumentViewerModel, useDocumentViewer } from './useDocumentViewer.ts'
import { type FindModel, useFind } from './useFind.ts'
import { NoDocuments, ViewerMessage } from './ViewerMessage.tsx'
import type { DocumentViewerHandle, DocumentViewerProps } from './viewerProps.ts'
import { type ViewerShortcut, viewerShortcut } from './viewerShortcut.ts'
import { useViewerStyles } from './viewerStyles.ts'
import { ViewerTools } from './ViewerTools.tsx'

export type { DocumentViewerHandle, DocumentViewerProps, MarkPlace, PageSight } from './viewerProps.ts'

/** The documents of one claim: tabs, tools and the pages, which stand in a frame of another origin. */
export function DocumentViewer(props: DocumentViewerProps) {
  const intl = useIntl()
  const styles = useViewerStyles()
  const panelId = useId()
  const model = useDocumentViewer(props, onFrameKey)
  const find = useFind(model)
  const { current, state, link } = model
  useImperativeHandle(props.ref, () => handleOf(model, find))

  function onFrameKey(press: KeyPress): void {
    const shortcut = viewerShortcut(press)
    if (shortcut) runShortcut(shortcut, model, find)
    else props.onKey(press)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const shortcut = viewerShortcut({ key: event.key, modifiers: modifiersOf(event) })
    if (!shortcut || state.status !== 'ready') return
    event.preventDefault()
    runShortcut(shortcut, model, find)
  }

  return (
    <section
      className={styles.root}
      aria-label={intl.formatMessage({ id: 'viewer.title' })}
      onKeyDown={onKeyDown}
    >
      {current && (
        <DocumentTabs
          documents={props.documents}
          current={current.documentId}
          pages={{ ...props.pageCounts, ...model.knownPages }}
          panelId={panelId}
          onChoose={model.choose}
        />
      )}
      <ViewerTools
        state={state}
        isFinding={find.isOpen}
        onPage={(page) => link.send({ type: 'goToPage', page })}
        onZoom={(zoom) => link.send({ type: 'zoom', zoom })}
        onRotate={() => link.send({ type: 'rotate', by: 90 })}
        onFind={find.isOpen ? find.close : find.open}
      />
      {find.isOpen && state.status === 'ready' && (
        <FindBar
          inputRef={find.inputRef}
          query={find.query}
          count={state.find}
          onQuery={find.setQuery}
          onAgain={find.again}
          onClose={find.close}
        />
      )}
      <div className={styles.desk} id={panelId} role={current && 'tabpanel'} aria-label={current?.fileName}>
        <iframe
          ref={link.frameRef}
          className={mergeClasses(styles.frame, state.status !== 'ready' && styles.hidden)}
          title={intl.formatMessage({ id: 'viewer.frame.title' })}
          sandbox="allow-scripts allow-same-origin"
          referrerPolicy="no-referrer"
        />
        {current ? (
          <ViewerMessage
            state={state}
            fileName={current.fileName}
            theme={props.theme}
            onRetry={model.retry}
          />
        ) : (
          <NoDocuments />
        )}
      </div>
    </section>
  )
}

function runShortcut(shortcut: ViewerShortcut, { link }: DocumentViewerModel, find: FindModel): void {
  switch (shortcut) {
    case 'find':
      return find.open()
    case 'find_next':
      return find.again('next')
    case 'find_previous':
      return find.again('previous')
    case 'zoom_in':
      return link.send({ type: 'zoom', zoom: { to: 'in' } })
    case 'zoom_out':
      return link.send({ type: 'zoom', zoom: { to: 'out' } })
    case 'fit_width':
      return link.send({ type: 'zoom', zoom: { to: 'fit_width' } })
  }
}

function handleOf(model: DocumentViewerModel, find: FindModel): DocumentViewerHandle {
  const { link } = model
  return {
    activate: model.activate,
    openDocument: model.choose,
    goToPage: (page) => link.send({ type: 'goToPage', page }),
    zoom: (zoom) => link.send({ type: 'zoom', zoom }),
    rotate: () => link.send({ type: 'rotate', by: 90 }),
    find: find.open,
    focus() {
      link.frameRef.current?.focus()
      link.send({ type: 'focus' })
    },
  }
}

function modifiersOf(event: KeyboardEvent): KeyPress['modifiers'] {
  return { ctrl: event.ctrlKey, alt: event.altKey, shift: event.shiftKey, meta: event.metaKey }
}

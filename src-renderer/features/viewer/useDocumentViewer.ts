import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DocumentView } from '../../../src-preload/contract/claims.ts'
import type { FrameMessage, KeyPress } from '../../viewer-frame/messages.ts'
import { promisedKind, readDocumentBytes } from './documentBytes.ts'
import { useFrameAppearance } from './useFrameAppearance.ts'
import { useViewerFrame, type ViewerFrameLink } from './useViewerFrame.ts'
import type { DocumentViewerProps, MarkPlace } from './viewerProps.ts'
import { afterMessage, LOADING, type ViewerState } from './viewerState.ts'

export interface DocumentViewerModel {
  readonly link: ViewerFrameLink
  /** Undefined when the claim has no documents. */
  readonly current: DocumentView | undefined
  readonly state: ViewerState
  /** Pages of the documents that were opened here, by `documentId`. */
  readonly knownPages: Readonly<Record<string, number>>
  readonly choose: (documentId: string) => void
  readonly activate: (place: MarkPlace | null) => void
  readonly retry: () => void
}

/** Chooses the document, brings its bytes into the frame and keeps marks, walk and state in step with it. */
export function useDocumentViewer(
  props: DocumentViewerProps,
  onKey: (press: KeyPress) => void,
): DocumentViewerModel {
  const { documents, marks, activeMark } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const [state, setState] = useState<ViewerState>(LOADING)
  const [attempt, setAttempt] = useState(0)
  const [walk, setWalk] = useState<MarkPlace | null>(null)
  const [knownPages, setKnownPages] = useState<Readonly<Record<string, number>>>({})
  const lastPages = useRef(new Map<string, number>())
  const current = documents.find((document) => document.documentId === chosen) ?? documents[0]
  const documentId = current?.documentId
  const currentMarks = documentId === undefined ? undefined : marks[documentId]

  function hear(message: FrameMessage): void {
    if (message.type === 'key') onKey(message.press)
    if (message.type === 'key' || message.type === 'ready' || message.documentId !== documentId) return
    if (message.type === 'markActivated') {
      props.onMarkActivated({ documentId: message.documentId, markId: message.id })
    } else if (message.type === 'pageSeen') {
      props.onPageSeen({ documentId: message.documentId, page: message.page, share: message.share })
    } else {
      if (message.type === 'opened') setKnownPages((known) => ({ ...known, [documentId]: message.pages }))
      if (message.type === 'pageChanged') lastPages.current.set(documentId, message.page)
      setState((before) => afterMessage(before, message))
    }
  }
  const link = useViewerFrame(props.viewerUrl, hear)
  useFrameAppearance(link, props.theme)

  function activate(place: MarkPlace | null): void {
    if (place) setChosen(place.documentId)
    setWalk(place && { ...place })
  }

  const sendMarks = useEffectEvent((): void => {
    if (documentId === undefined) return
    link.send({ type: 'setMarks', documentId, marks: [...(currentMarks ?? [])] })
  })
  const sendWalk = useEffectEvent((): void => {
    if (documentId === undefined) return
    link.send({ type: 'activate', documentId, id: walk?.documentId === documentId ? walk.markId : null })
  })
  const open = useEffectEvent(async (document: DocumentView, signal: AbortSignal): Promise<void> => {
    const read = await readDocumentBytes(document.url, signal)
    if (signal.aborted) return
    if (read.outcome !== 'read') {
      setState(
        read.outcome === 'missing' ? { status: 'missing' } : { status: 'failed', reason: 'unreachable' },
      )
      return
    }
    link.send({
      type: 'open',
      documentId: document.documentId,
      bytes: read.bytes,
      fileName: document.fileName,
      kind: promisedKind(document.mediaType),
      page: lastPages.current.get(document.documentId) ?? 1,
    })
    sendMarks()
    sendWalk()
  })
  const openCurrent = useEffectEvent((signal: AbortSignal): void => {
    setState(current?.availability === 'missing' ? { status: 'missing' } : LOADING)
    link.send({ type: 'close' })
    if (!current || current.availability === 'missing') return
    open(current, signal).catch((error: unknown) => {
      if (!signal.aborted) reportError(error)
    })
  })

  useEffect(() => activate(activeMark), [activeMark?.documentId, activeMark?.markId])
  useEffect(() => {
    if (link.starts === 0) return undefined
    const abort = new AbortController()
    openCurrent(abort.signal)
    return () => abort.abort()
  }, [link.starts, documentId, current?.sha256, current?.availability, attempt])
  useEffect(() => sendMarks(), [currentMarks])
  useEffect(() => sendWalk(), [walk])

  return {
    link,
    current,
    state: link.overdue ? { status: 'failed', reason: 'viewer' } : state,
    knownPages,
    choose: setChosen,
    activate,
    retry: () => setAttempt((count) => count + 1),
  }
}

import { type RefObject, useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { useMedia } from '../../ui/useMedia.ts'
import { frameLocale } from './frameLocale.ts'
import type { DocumentViewerProps } from './viewerProps.ts'
import { ViewerSession, type ViewerListeners } from './viewerSession.ts'

interface SessionLink {
  readonly session: ViewerSession
  readonly frameRef: RefObject<HTMLIFrameElement | null>
}

/** Hands the props to a session that lives as long as the component. */
export function useViewerSession(
  props: Pick<DocumentViewerProps, 'documents' | 'marks' | 'activeMark' | 'theme' | 'viewerUrl' | 'next'> & {
    readonly ofParties?: boolean | undefined
  },
  listeners: ViewerListeners,
): SessionLink {
  const { documents, marks, activeMark, theme, viewerUrl, next = null, ofParties } = props
  const intl = useIntl()
  const [session] = useState(() => new ViewerSession())
  const frameRef = useRef<HTMLIFrameElement>(null)
  const isForced = useMedia('(forced-colors: active)')

  useEffect(() => session.setListeners(listeners), [session, listeners])
  useEffect(() => session.setTheme(isForced ? 'forced' : theme), [session, isForced, theme])
  useEffect(() => session.setLocale(frameLocale(intl, { ofParties })), [session, intl, ofParties])
  useEffect(() => session.setMarks(marks), [session, marks])
  useEffect(() => session.setNext(next), [session, next])
  useEffect(() => session.setDocuments(documents), [session, documents])
  useEffect(() => session.walkTo(activeMark), [session, activeMark])
  useEffect(
    () => (frameRef.current ? session.attach(frameRef.current, viewerUrl) : undefined),
    [session, viewerUrl],
  )
  return { session, frameRef }
}

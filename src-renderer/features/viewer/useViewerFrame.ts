import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { AppMessage, FrameMessage, Unversioned } from '../../viewer-frame/messages.ts'
import { type FrameLine, openFrameLine } from './frameLine.ts'

/** A frame that has not spoken by then will not: its files are missing or its page was refused. */
const STARTS_WITHIN_MS = 10_000

export interface ViewerFrameLink {
  readonly frameRef: RefObject<HTMLIFrameElement | null>
  /** How often the frame has started; 0 = not yet. A frame that starts again has forgotten everything. */
  readonly starts: number
  readonly overdue: boolean
  readonly send: (message: Unversioned<AppMessage>) => void
}

/** Keeps the line to the frame for as long as the component lives. */
export function useViewerFrame(
  viewerUrl: string,
  onMessage: (message: FrameMessage) => void,
): ViewerFrameLink {
  const frameRef = useRef<HTMLIFrameElement>(null)
  const line = useRef<FrameLine>(null)
  const [starts, setStarts] = useState(0)
  const [overdue, setOverdue] = useState(false)
  const hear = useEffectEvent((message: FrameMessage) => {
    if (message.type === 'ready') setStarts((count) => count + 1)
    else onMessage(message)
  })

  useEffect(() => {
    const frame = frameRef.current
    if (!frame) return undefined
    const opened = openFrameLine(frame, viewerUrl, hear)
    line.current = opened
    // The address is set when somebody listens, so that the frame's first word is not missed.
    frame.src = viewerUrl
    return () => {
      line.current = null
      opened.end()
    }
  }, [viewerUrl])

  useEffect(() => {
    if (starts > 0) return undefined
    const timer = setTimeout(() => setOverdue(true), STARTS_WITHIN_MS)
    return () => clearTimeout(timer)
  }, [starts])

  return {
    frameRef,
    starts,
    overdue: overdue && starts === 0,
    send: (message) => line.current?.send(message),
  }
}

import {
  type AppMessage,
  type FrameMessage,
  readFrameMessage,
  type Unversioned,
  VIEWER_PROTOCOL,
} from '../../viewer-frame/messages.ts'

export interface FrameLine {
  send(message: Unversioned<AppMessage>): void
  end(): void
}

/**
 * The line to the viewer frame, and to nobody else: only messages of this very window, from the viewer's origin,
 * that parse are heard; what is sent is delivered only while the frame still shows that origin.
 */
export function openFrameLine(
  frame: HTMLIFrameElement,
  viewerUrl: string,
  onMessage: (message: FrameMessage) => void,
): FrameLine {
  const origin = originOf(viewerUrl)
  function hear(event: MessageEvent): void {
    if (event.source !== frame.contentWindow || event.origin !== origin) return
    const message = readFrameMessage(event.data)
    if (message) onMessage(message)
  }
  window.addEventListener('message', hear)
  return {
    send(message) {
      frame.contentWindow?.postMessage({ v: VIEWER_PROTOCOL, ...message }, origin, transferOf(message))
    },
    end: () => window.removeEventListener('message', hear),
  }
}

/** URL gives schemes of our own the origin "null"; the browser, which knows them as standard, names scheme and host. */
export function originOf(viewerUrl: string): string {
  const url = new URL(viewerUrl, window.location.href)
  return url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin
}

/** Bytes and pictures go over, they are not copied. */
function transferOf(message: Unversioned<AppMessage>): Transferable[] {
  if (message.type === 'open' || message.type === 'paintAhead') return [message.bytes]
  return message.type === 'overlay' && message.older ? [message.older.bitmap] : []
}

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
      const transfer = message.type === 'open' || message.type === 'paintAhead' ? [message.bytes] : []
      frame.contentWindow?.postMessage({ v: VIEWER_PROTOCOL, ...message }, origin, transfer)
    },
    end: () => window.removeEventListener('message', hear),
  }
}

/** URL gives schemes of our own the origin "null"; the browser, which knows them as standard, names scheme and host. */
export function originOf(viewerUrl: string): string {
  const url = new URL(viewerUrl, window.location.href)
  return url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin
}

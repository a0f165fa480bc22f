import {
  type AppMessage,
  type FrameMessage,
  readAppMessage,
  type Unversioned,
  VIEWER_PROTOCOL,
} from './messages.ts'

/**
 * The line to the page that embeds this one, and to nobody else: its window by identity, its origin as the
 * browser reports it. Who may embed the frame at all is settled by `frame-ancestors` of the server.
 */
export function openAppChannel(onMessage: (message: AppMessage) => void) {
  const [appOrigin, ...others] = [...location.ancestorOrigins]
  if (window.parent === window || appOrigin === undefined || others.length > 0) return undefined

  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== appOrigin) return
    const message = readAppMessage(event.data)
    if (message) onMessage(message)
  })
  return {
    send(message: Unversioned<FrameMessage>): void {
      const transfer = isPainted(message) ? [message.bitmap] : []
      window.parent.postMessage({ v: VIEWER_PROTOCOL, ...message }, appOrigin, transfer)
    },
  }
}

function isPainted(message: Unversioned<FrameMessage>) {
  return message.type === 'paintedAhead' || message.type === 'paintedPage'
}

import type { FeedWatch } from './watchFeed.ts'

/** Milliseconds until a client tries again after a broken connection. */
const RETRY_MS = 3_000
/** How much may wait for a client that reads nothing, in pieces. */
const MAX_WAITING = 100

const CHANGED = 'event: changed\ndata: {}\n\n'

/**
 * Server-sent events of one listener: `changed` when the feed may have something new, a comment now and then so that whoever stands
 * between keeps the line open.
 * @param pingMs milliseconds between comments.
 * @param onClosed called once, whoever ended it.
 */
export function eventStream(
  watch: FeedWatch,
  pingMs: number,
  onClosed: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let close = (): void => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true
      close = () => {
        if (!isOpen) return
        isOpen = false
        clearInterval(pings)
        stopListening()
        onClosed()
      }
      const end = (): void => {
        if (!isOpen) return
        close()
        controller.close()
      }
      const send = (text: string): void => {
        if (!isOpen) return
        if ((controller.desiredSize ?? 0) < -MAX_WAITING) end()
        else controller.enqueue(encoder.encode(text))
      }
      let stopListening = (): void => {}
      const pings = setInterval(() => send(': still here\n\n'), pingMs)
      pings.unref()
      send(`retry: ${RETRY_MS}\n\n`)
      stopListening = watch.listen({ changed: () => send(CHANGED), ended: end })
    },
    cancel: () => close(),
  })
}

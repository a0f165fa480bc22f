import type { HubPort } from '../../../src-main/workstation/ports.ts'

/** A way to the hub that knows how much is under way on it, and that can be cut. */
export interface CountedPort extends HubPort {
  /** Requests without an answer and answers whose body has not ended. */
  open(): number
  /** False: nothing gets through any more, and what is under way is lost. */
  isUp: boolean
  /** Loses what is under way. */
  cut(): void
}

export function countedPort(port: HubPort): CountedPort {
  let open = 0
  let line = new AbortController()
  const counted: CountedPort = {
    isUp: true,
    open: () => open,
    cut() {
      line.abort(new Error('The line was cut.'))
      line = new AbortController()
    },
    state: () => port.state(),
    onChange: (listener) => port.onChange(listener),
    async request(user, path, init = {}) {
      if (!counted.isUp) throw new Error('There is no line.')
      open += 1
      const close = () => void (open -= 1)
      const signal = init.signal ? AbortSignal.any([init.signal, line.signal]) : line.signal
      try {
        return followed(await port.request(user, path, { ...init, signal }), close)
      } catch (error) {
        close()
        throw error
      }
    },
  }
  return counted
}

/** The same answer; its body is read on whether or not somebody wants it, so that its end is always noticed. */
function followed(response: Response, onEnd: () => void): Response {
  const reader = response.body?.getReader()
  if (reader === undefined) {
    onEnd()
    return response
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        try {
          for (let part = await reader.read(); !part.done; part = await reader.read())
            controller.enqueue(part.value)
          controller.close()
        } catch (error) {
          controller.error(error)
        } finally {
          onEnd()
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: Number.POSITIVE_INFINITY },
  )
  return new Response(body, { status: response.status, headers: response.headers })
}

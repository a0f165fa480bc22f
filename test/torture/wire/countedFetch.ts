/** What is under way on a line: requests without an answer, and answers whose body has not ended. */
export interface CountedFetch {
  open(): number
  /** Puts the process's own `fetch` back. */
  end(): void
}

/** Counts what this process fetches from `origin`: requests themselves, since several callers may wait for one sign-in. */
export function countFetches(origin: string): CountedFetch {
  const real = globalThis.fetch
  let open = 0
  const close = () => void (open -= 1)
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.origin !== origin) return real(input, init)
    open += 1
    try {
      return followed(await real(input, init), close)
    } catch (error) {
      close()
      throw error
    }
  }
  return {
    open: () => open,
    end() {
      globalThis.fetch = real
    },
  }
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

/** What is under way on a line: requests without an answer, and answers whose body has not ended. */
export interface CountedFetch {
  /** By the name that each carries in LINE_ID. */
  open(): ReadonlySet<string>
  /** Puts the process's own `fetch` back. */
  end(): void
}

/** Head by which the line knows which of the requests under way it holds. */
export const LINE_ID = 'x-line-id'

/** Counts what this process fetches from `origin`: requests themselves, since several callers may wait for one sign-in. */
export function countFetches(origin: string): CountedFetch {
  const real = globalThis.fetch
  const open = new Set<string>()
  let asked = 0
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.origin !== origin) return real(input, init)
    asked += 1
    const id = String(asked)
    const close = () => void open.delete(id)
    open.add(id)
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
    headers.set(LINE_ID, id)
    try {
      return followed(await real(input, { ...init, headers }), close)
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

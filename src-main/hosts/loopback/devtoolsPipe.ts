import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'

const Message = z.object({
  id: z.int().optional(),
  method: z.string().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
})

export interface DevtoolsPipe {
  /** @param sessionId of the page that it is for; none = the browser itself. */
  ask(method: string, params: object, sessionId?: string): Promise<unknown>
  /** Resolves when events of these names have come, one after the other. */
  inOrder(...events: string[]): Promise<void>
}

/** A browser's own protocol over the pipe that holds it: JSON texts, each ended by a zero. Everything rejects once the pipe is gone. */
export function openDevtools(input: Writable, output: Readable): DevtoolsPipe {
  const asked = new Map<number, { done: (result: unknown) => void; fail: (error: Error) => void }>()
  const awaited = new Set<{ left: string[]; done: () => void; fail: (error: Error) => void }>()
  let lastId = 0
  let end: Error | null = null
  const give = (error: Error): void => {
    end = error
    for (const { fail } of [...asked.values(), ...awaited]) fail(error)
  }
  const happened = (event: string): void => {
    for (const one of awaited) {
      if (one.left[0] === event) one.left.shift()
      if (one.left.length > 0) continue
      awaited.delete(one)
      one.done()
    }
  }
  const take = (text: string): void => {
    const { id, method, result, error } = Message.parse(JSON.parse(text))
    if (method !== undefined) return happened(method)
    const question = asked.get(id ?? 0)
    asked.delete(id ?? 0)
    if (error === undefined) question?.done(result)
    else question?.fail(new Error(error.message))
  }
  input.on('error', give)
  output.on('error', give)
  output.once('close', () => give(new Error('The browser is gone')))
  readTexts(output, take, give)
  return {
    ask: (method, params, sessionId) =>
      new Promise((done, fail) => {
        if (end !== null) return fail(end)
        const id = (lastId += 1)
        asked.set(id, { done, fail })
        input.write(
          `${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`,
        )
      }),
    inOrder: (...events) =>
      new Promise((done, fail) => {
        if (end !== null) return fail(end)
        awaited.add({ left: [...events], done, fail })
      }),
  }
}

/** Parts are put together once a text is whole: an answer may come in thousands of them. */
function readTexts(output: Readable, take: (text: string) => void, fail: (error: Error) => void): void {
  let parts: Buffer[] = []
  output.on('data', (data: Buffer) => {
    let from = 0
    for (let at = data.indexOf(0); at >= 0; at = data.indexOf(0, from)) {
      const text = Buffer.concat([...parts, data.subarray(from, at)]).toString('utf8')
      parts = []
      from = at + 1
      try {
        take(text)
      } catch (error) {
        fail(new Error('The browser answered what cannot be read', { cause: error }))
      }
    }
    parts.push(data.subarray(from))
  })
}

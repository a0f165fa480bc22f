// oxlint-disable unicorn/require-post-message-target-origin -- ports inside one process, not windows
import { MessageChannel, type MessagePort } from 'node:worker_threads'

type Handler = (event: { readonly senderFrame: unknown }, ...args: unknown[]) => unknown

/**
 * Electron's IPC between one page and the main process over a real MessageChannel: everything that crosses is structured-cloned,
 * and what cannot be cloned rejects in the page, as it does there.
 */
export function createIpcChannel() {
  const { port1: page, port2: main } = new MessageChannel()
  const handlers = new Map<string, Handler>()
  const waiting = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>()
  const pageListeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>()
  const frame = { senderFrame: {} as unknown }
  let nextId = 1

  main.on('message', ({ id, channel, args }: { id: number; channel: string; args: unknown[] }) => {
    const handler = handlers.get(channel)
    const answer = handler
      ? Promise.resolve().then(() => handler({ senderFrame: frame.senderFrame }, ...args))
      : Promise.reject(new Error(`No handler registered for '${channel}'`))
    answer.then(
      (value) => main.postMessage({ id, value }),
      (error: unknown) => main.postMessage({ id, failed: String(error) }),
    )
  })
  page.on(
    'message',
    (message: { id?: number; value?: unknown; failed?: string; channel?: string; args?: unknown[] }) => {
      if (message.id !== undefined) {
        const call = waiting.get(message.id)
        waiting.delete(message.id)
        if (message.failed === undefined) call?.done(message.value)
        else call?.fail(new Error(message.failed))
        return
      }
      for (const listener of pageListeners.get(message.channel ?? '') ?? [])
        listener({}, ...(message.args ?? []))
    },
  )

  return {
    /** What the page's preload sees. */
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) =>
        new Promise((done, fail) => {
          const id = nextId++
          page.postMessage({ id, channel, args })
          waiting.set(id, { done, fail })
        }),
      on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
        const known = pageListeners.get(channel) ?? new Set()
        pageListeners.set(channel, known.add(listener))
      },
      off: (channel: string, listener: (event: object, ...args: unknown[]) => void) =>
        pageListeners.get(channel)?.delete(listener),
    },
    /** What the main process sees. */
    ipcMain: {
      handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
      channels: () => [...handlers.keys()],
    },
    /** Sends to the page, as webContents.send does. */
    sendToPage: (channel: string, ...args: unknown[]) => main.postMessage({ channel, args }),
    /** The frame that calls come from. */
    setSender: (senderFrame: unknown) => {
      frame.senderFrame = senderFrame
    },
    /** Breaks the line: calls under way fail. */
    close() {
      for (const port of [page, main] satisfies MessagePort[]) port.close()
      for (const { fail } of waiting.values()) fail(new Error('The renderer was torn down'))
      waiting.clear()
    },
  }
}
export type IpcChannel = ReturnType<typeof createIpcChannel>

/**
 * Runs an entry that was written for a forked Node process inside a utility process: `process.send` and `message` go over the
 * port that Electron gives instead. First argument: the entry; the rest is the entry's own.
 */
import { pathToFileURL } from 'node:url'
import type { ParentPort } from 'electron'

// Only Electron's utility processes have the port, so Node's types do not know it.
const { parentPort } = process as typeof process & { readonly parentPort: ParentPort }

type Sent = (error: Error | null) => void

process.send = (message: unknown, ...rest: readonly unknown[]): boolean => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port to the parent, not a window
  parentPort.postMessage(message)
  const sent = rest.find((value): value is Sent => typeof value === 'function')
  if (sent) queueMicrotask(() => sent(null))
  return true
}
parentPort.on('message', ({ data }) => void process.emit('message', data, undefined))

const [entry = '', ...args] = process.argv.slice(2)
process.argv.splice(1, process.argv.length - 1, entry, ...args)
await import(pathToFileURL(entry).href)

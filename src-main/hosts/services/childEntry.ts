import { fork } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

/** A process of ours that was started from a built entry. Hosts differ in how they start one. */
export interface EntryProcess {
  onMessage(listener: (message: unknown) => void): void
  /** Runs once; also when it never came up. */
  onExit(listener: () => void): void
  /** Asks it to end and kills it when it has not within `graceMs`. Resolves when it is gone. */
  end(graceMs: number): Promise<void>
}

/** What the process writes to stderr goes to the end of `logFile`. */
export type StartEntry = (entry: string, args: readonly string[], logFile: string) => EntryProcess

/** Starts an entry under this same Node. It ends with us: its channel closes even when we are killed. */
export const startNodeEntry: StartEntry = (entry, args, logFile) => {
  const log = openSync(logFile, 'a', 0o600)
  const child = fork(entry, [...args], {
    execArgv: [],
    // Its stdout is not ours: that belongs to whoever reads our JSON line.
    stdio: ['ignore', 'ignore', log, 'ipc'],
  })
  closeSync(log)
  let exited = false
  child.once('exit', () => {
    exited = true
  })
  return {
    onMessage: (listener) => void child.on('message', listener),
    onExit(listener) {
      let told = false
      const tell = () => {
        if (!told) listener()
        told = true
      }
      child.once('exit', tell)
      child.once('error', tell)
    },
    end: (graceMs) =>
      new Promise((done) => {
        if (exited) return done()
        const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
        child.once('exit', () => {
          clearTimeout(timer)
          done()
        })
        child.kill('SIGTERM')
      }),
  }
}

import type { LogEntry } from './ports.ts'

/** Work that is asked for again and again, and never runs twice at once. */
export interface Worker {
  /** Runs now, or once more when it is running. */
  kick(): void
  /** Resolves when it rests. */
  rest(): Promise<void>
}

export function createWorker(
  name: string,
  log: (entry: LogEntry) => void,
  work: () => Promise<unknown>,
): Worker {
  let running: Promise<void> | null = null
  let again = false
  const run = async () => {
    do {
      again = false
      await work().catch((error: unknown) => log({ level: 'error', event: `${name} failed`, error }))
    } while (again)
    running = null
  }
  return {
    kick() {
      if (running === null) running = run()
      else again = true
    },
    rest: () => running ?? Promise.resolve(),
  }
}

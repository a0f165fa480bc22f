import { z } from 'zod'
import type { Clock } from '../../workstation/ports.ts'
import type { EntryProcess, StartEntry } from './childEntry.ts'
import { type Log, rollOver } from './fileLog.ts'
import type { HubAddress } from './hubLink.ts'

export interface EmbeddedHubOptions {
  /** Built entry of the hub. */
  readonly entry: string
  readonly dataDir: string
  /** Takes what the hub has to say. */
  readonly logFile: string
  readonly startEntry: StartEntry
  readonly clock: Clock
  readonly log: Log
}

export interface EmbeddedHub extends HubAddress {
  /** Starts the process; it says later where it listens. */
  start(): void
  /** Resolves when its process is gone. */
  stop(): Promise<void>
}

const Listening = z.object({ type: z.literal('listening'), url: z.url() })

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** A hub that ran this long was well: its next fall is not the same fall again. */
const WELL_AFTER_MS = 60_000
const END_GRACE_MS = 5_000

/** The demo hub in a process of its own, started again with growing waits whenever it dies. */
export function createEmbeddedHub(options: EmbeddedHubOptions): EmbeddedHub {
  const { clock, log } = options
  const listeners = new Set<() => void>()
  let address: URL | undefined
  let running: EntryProcess | undefined
  let stopped = true
  let waitMs = FIRST_WAIT_MS
  let cancelWait = () => {}

  function moveTo(next: URL | undefined): void {
    address = next
    for (const listener of listeners) listener()
  }

  function launch(): void {
    const startedAt = clock.now()
    rollOver(options.logFile)
    const args = ['--embedded', '--data-dir', options.dataDir, '--demo']
    const child = options.startEntry(options.entry, args, options.logFile)
    running = child
    child.onMessage((message) => {
      const said = Listening.safeParse(message)
      if (!said.success || running !== child) return
      log({ level: 'info', event: 'hub.listening', facts: { afterMs: clock.now() - startedAt } })
      moveTo(new URL(said.data.url))
    })
    child.onExit(() => {
      if (running !== child) return
      running = undefined
      const upMs = clock.now() - startedAt
      if (upMs >= WELL_AFTER_MS) waitMs = FIRST_WAIT_MS
      if (address !== undefined) moveTo(undefined)
      if (stopped) return
      log({ level: 'warn', event: 'hub.ended', facts: { upMs, againInMs: waitMs } })
      cancelWait = clock.after(waitMs, launch)
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    })
  }

  return {
    current: () => address,
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start() {
      stopped = false
      launch()
    },
    async stop() {
      stopped = true
      cancelWait()
      await running?.end(END_GRACE_MS)
    },
  }
}

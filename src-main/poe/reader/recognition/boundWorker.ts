import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { residentBytes } from '../readerRun.ts'

export interface WorkerBounds {
  readonly startMs: number
  readonly residentBytes: number
}

const POLL_MS = 200
/** Where the processor time of the process is known, a busy machine may take so many times longer by the clock. */
const SLOW_MACHINE = 4

/** A process that answers one order after the other and is killed when it takes too long or too much. */
export class BoundWorker {
  readonly #child: ChildProcess
  readonly #bounds: WorkerBounds
  readonly #ready: Promise<unknown>

  constructor(child: ChildProcess, bounds: WorkerBounds) {
    this.#child = child
    this.#bounds = bounds
    this.#ready = this.#answer(bounds.startMs)
    this.#ready.catch(() => undefined)
  }

  /**
   * `limitMs` is processor time of the process where the system tells it, else time by the clock: how busy the machine is should not
   * decide what is read. Null = it was killed or died; it answers no more. Nothing of an answer is believed before a schema parsed it.
   */
  async ask(order: object, limitMs: number): Promise<unknown> {
    try {
      await this.#ready
      const answer = this.#answer(limitMs)
      this.#child.send(order, () => undefined)
      return await answer
    } catch {
      this.kill()
      return null
    }
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && !this.#child.killed
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  #answer(limitMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const child = this.#child
      if (!this.isAlive) {
        reject(new Error('It has ended'))
        return
      }
      const settle = (act: () => void): void => {
        clearTimeout(timer)
        clearInterval(watch)
        child.off('message', hear)
        child.off('exit', die)
        child.off('error', die)
        act()
      }
      const hear = (message: unknown): void => settle(() => resolve(message))
      const die = (): void => settle(() => reject(new Error('It ended')))
      const before = processorMs(child.pid)
      const timer = setTimeout(die, Math.max(0, before === null ? limitMs : limitMs * SLOW_MACHINE))
      const watch = setInterval(() => {
        const resident = residentBytes(child.pid)
        if (resident !== null && resident > this.#bounds.residentBytes) die()
        const now = processorMs(child.pid)
        if (before !== null && now !== null && now - before > limitMs) die()
      }, POLL_MS)
      child.on('message', hear)
      child.once('exit', die)
      child.once('error', die)
    })
  }
}

/** Clock ticks a second of Linux's process table. */
const TICKS = 100

function processorMs(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in brackets may hold spaces; user and system time are the 12th and 13th after it.
    const parts = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return ((Number(parts[11]) + Number(parts[12])) * 1000) / TICKS
  } catch {
    return null // It ended between two looks.
  }
}

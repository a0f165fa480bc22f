import type { ChildProcess } from 'node:child_process'
import { watchProcess } from '../processBounds.ts'

export interface WorkerBounds {
  readonly startMs: number
  readonly residentBytes: number
}

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
   * `limitMs` is processor time where the system tells it. Null = it was killed or died; it answers no more. Nothing of an answer is
   * believed before a schema parsed it.
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
        stop()
        child.off('message', hear)
        child.off('exit', die)
        child.off('error', die)
        act()
      }
      const hear = (message: unknown): void => settle(() => resolve(message))
      const die = (): void => settle(() => reject(new Error('It ended')))
      const stop = watchProcess(child, { limitMs, residentBytes: this.#bounds.residentBytes }, die)
      child.on('message', hear)
      child.once('exit', die)
      child.once('error', die)
    })
  }
}

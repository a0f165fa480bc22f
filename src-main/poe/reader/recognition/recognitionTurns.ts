import type { RecognitionLimits } from './recognitionLimits.ts'
import type { RecognitionPlace } from './recognitionPlace.ts'
import { DocumentRecognition, type Recognition, type RecognitionTask } from './recognise.ts'
import { SpareWorkers, startWorker } from './spareWorkers.ts'

/** Who reads pictures, one document of a kind at a time: its pages are what is read side by side. */
export class RecognitionTurns {
  readonly #place: () => RecognitionPlace
  readonly #limits: RecognitionLimits
  readonly #spares: SpareWorkers | null
  readonly #running = new Set<DocumentRecognition>()
  /** The last of those that are read ahead, and of those that somebody waits for. */
  readonly #last = { ahead: Promise.resolve<unknown>(null), awaited: Promise.resolve<unknown>(null) }
  /** How many recognisers the last document that somebody waited for had use for; 0 = there was none with pictures. */
  #recognisers = 0
  #closed = false

  /** @param standsBy spare processes wait for the next document, once there was one with pictures: each keeps some 100 MB. */
  constructor(place: () => RecognitionPlace, limits: RecognitionLimits, standsBy: boolean) {
    this.#place = place
    this.#limits = limits
    this.#spares = standsBy
      ? new SpareWorkers((kind) => startWorker(kind, place(), limits, { isAwaited: true, rehearses: true }))
      : null
  }

  run(task: RecognitionTask, isAwaited: boolean): Promise<Recognition> {
    const kind = isAwaited ? 'awaited' : 'ahead'
    const next = this.#last[kind].then(() => this.#run(task, isAwaited))
    this.#last[kind] = next.catch(() => undefined)
    return next
  }

  /** Only when nothing is read: getting ready for the next paper must not slow this one. */
  standBy(): void {
    if (this.#recognisers > 0 && !this.#closed && this.#running.size === 0)
      this.#spares?.standBy(this.#recognisers)
  }

  /** Documents under way reject. */
  close(): void {
    this.#closed = true
    this.#spares?.close()
    for (const run of this.#running) run.close()
  }

  async #run(task: RecognitionTask, isAwaited: boolean): Promise<Recognition> {
    if (this.#closed) throw new Error('The reader is closed')
    const spares = isAwaited ? this.#spares : null
    const run = new DocumentRecognition(this.#place(), this.#limits, { isAwaited, spares })
    this.#running.add(run)
    this.#recognisers = Math.max(1, this.#recognisers)
    try {
      const recognition = await run.run(task)
      if (isAwaited) this.#recognisers = run.recognisers
      return recognition
    } finally {
      this.#running.delete(run)
    }
  }
}

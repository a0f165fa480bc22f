import { startReader } from '../startReader.ts'
import { BoundWorker } from './boundWorker.ts'
import type { RecognitionLimits } from './recognitionLimits.ts'
import type { RecognitionPlace } from './recognitionPlace.ts'

export type WorkerKind = 'painter' | 'recogniser'

/** A fresh process of its kind, within its limits. `rehearses`: it gets ready for a page yet to come. */
export function startWorker(
  kind: WorkerKind,
  place: RecognitionPlace,
  limits: RecognitionLimits,
  { isAwaited, rehearses = false }: { readonly isAwaited: boolean; readonly rehearses?: boolean },
): BoundWorker {
  const isPainter = kind === 'painter'
  const role = isPainter ? place.painterRole : place.recogniserRole
  const spoken = rehearses ? { ...role, arguments: [...role.arguments, '--rehearse'] } : role
  return new BoundWorker(startReader(place[kind], spoken, isAwaited), {
    startMs: limits.startMs,
    residentBytes: isPainter ? limits.painterBytes : limits.recogniserBytes,
  })
}

/** A painter and recognisers that never saw a paper, for the next document with pictures that somebody waits for. */
export class SpareWorkers {
  readonly #start: (kind: WorkerKind) => BoundWorker
  readonly #workers: Readonly<Record<WorkerKind, BoundWorker[]>> = { painter: [], recogniser: [] }

  constructor(start: (kind: WorkerKind) => BoundWorker) {
    this.#start = start
  }

  /** So many recognisers as the last document had use for: the next one is mostly like it. */
  standBy(recognisers: number): void {
    this.#fill('painter', 1)
    this.#fill('recogniser', recognisers)
  }

  /** Null when none stands by. Whoever takes one ends it. */
  take(kind: WorkerKind): BoundWorker | null {
    for (let worker = this.#workers[kind].shift(); worker; worker = this.#workers[kind].shift())
      if (worker.isAlive) return worker
    return null
  }

  close(): void {
    for (const workers of Object.values(this.#workers)) for (const worker of workers.splice(0)) worker.kill()
  }

  #fill(kind: WorkerKind, wanted: number): void {
    const alive = this.#workers[kind].filter((worker) => worker.isAlive)
    while (alive.length < wanted) alive.push(this.#start(kind))
    for (const spare of alive.splice(wanted)) spare.kill()
    this.#workers[kind].splice(0, this.#workers[kind].length, ...alive)
  }
}

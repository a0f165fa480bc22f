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

/** One painter and one recogniser that never saw a paper, for the next document with pictures that somebody waits for. */
export class SpareWorkers {
  readonly #start: (kind: WorkerKind) => BoundWorker
  readonly #workers = new Map<WorkerKind, BoundWorker>()

  constructor(start: (kind: WorkerKind) => BoundWorker) {
    this.#start = start
  }

  standBy(): void {
    for (const kind of ['painter', 'recogniser'] as const)
      if (!this.#workers.get(kind)?.isAlive) this.#workers.set(kind, this.#start(kind))
  }

  /** Null when none stands by. Whoever takes one ends it. */
  take(kind: WorkerKind): BoundWorker | null {
    const worker = this.#workers.get(kind)
    this.#workers.delete(kind)
    return worker?.isAlive ? worker : null
  }

  close(): void {
    for (const worker of this.#workers.values()) worker.kill()
    this.#workers.clear()
  }
}

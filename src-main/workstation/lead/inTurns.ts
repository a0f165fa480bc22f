import type { ReadStore, Store } from '../../store/openStore.ts'
import type { Clock } from '../ports.ts'

/** A reading that stops between two queries and goes on when it is asked to. */
export type Steps<T> = Generator<undefined, T, undefined>

/** Reads step by step: between two of them rows of the window, pages of the feed and commands get their turn. */
export async function readInTurns<T>(store: Store, begin: (store: ReadStore) => Steps<T>): Promise<T> {
  const steps = store.read(begin)
  for (;;) {
    const step = store.read(() => steps.next())
    if (step.done === true) return step.value
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Nobody looks at an older picture for longer because of a rest. */
const MOST_REST_MS = 2_000

/**
 * After each round others have as long for themselves as it took: what is asked again with every page of a resync would else be all that
 * is done. Where rounds are short nobody waits.
 */
export function withRests<Asked, T>(
  { now, after }: Clock,
  round: (asked: Asked) => Promise<T>,
): (asked: Asked) => Promise<T> {
  let free = Promise.resolve()
  return async (asked) => {
    await free
    const begun = now()
    try {
      return await round(asked)
    } finally {
      const rest = Math.min(now() - begun, MOST_REST_MS)
      if (rest > 0) free = new Promise((resolve) => void after(rest, resolve))
    }
  }
}

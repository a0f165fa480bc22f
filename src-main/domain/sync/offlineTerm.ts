/** How long there may be work without a word of the hub or the directory that the person is still one of the team (trust.md K6). */
export const OFFLINE_TERM_MS = 7 * 86_400_000
/** So long before its end the person is told. */
export const TOLD_BEFORE_MS = 2 * 86_400_000

/** What of the term is used up. Time is added and never taken away, so a clock that is turned back wins nothing that was used before. */
export interface OfflineTerm {
  /** From 0 to the whole term. */
  readonly usedMs: number
  /** What the machine’s clock said when it was looked at last. Epoch milliseconds. */
  readonly seenAt: number
}

export const beginTerm = (now: number): OfflineTerm => ({ usedMs: 0, seenAt: now })

/** Of a person of whom nothing is known here: nobody has confirmed them. */
export const noTerm = (now: number): OfflineTerm => ({ usedMs: OFFLINE_TERM_MS, seenAt: now })

/**
 * The term some time later. Of clock and counter the one that says more counts: the counter stands still while the machine sleeps or
 * the program is closed, the clock can be turned back.
 * @param elapsedMs what a counter that nobody can set has counted since the last look; 0 at the first look after a start.
 */
export function passTime(term: OfflineTerm, now: number, elapsedMs: number): OfflineTerm {
  const passed = Math.max(0, now - term.seenAt, elapsedMs)
  return { usedMs: Math.min(OFFLINE_TERM_MS, term.usedMs + passed), seenAt: now }
}

export const isTermOver = ({ usedMs }: OfflineTerm): boolean => usedMs >= OFFLINE_TERM_MS

/** By this machine’s clock. Epoch milliseconds. */
export const termEnd = ({ usedMs, seenAt }: OfflineTerm): number => seenAt + OFFLINE_TERM_MS - usedMs

export const isTermSoonOver = ({ usedMs }: OfflineTerm): boolean => usedMs >= OFFLINE_TERM_MS - TOLD_BEFORE_MS

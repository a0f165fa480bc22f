import type { SyncStatus } from '../../src-preload/contract/sync.ts'

const MINUTE_MS = 60_000
/** From then on an unsent operation is worth a warning. */
const OLD_MS = 15 * MINUTE_MS
/** From then on times on the screen mislead, and a lease may end sooner than it seems. */
const SKEWED_MS = 5 * MINUTE_MS

export interface OldestUnsent {
  readonly ageMs: number
  readonly isOld: boolean
}

/** How long the oldest operation waits; null = none waits. `nowMs`: epoch milliseconds. */
export function oldestUnsent({ outbox }: Pick<SyncStatus, 'outbox'>, nowMs: number): OldestUnsent | null {
  if (outbox.oldestAt === null) return null
  const ageMs = Math.max(0, nowMs - Date.parse(outbox.oldestAt))
  return { ageMs, isOld: ageMs >= OLD_MS }
}

export interface Skew {
  /** Of this machine's clock against the hub's. */
  readonly is: 'slow' | 'fast'
  readonly ms: number
}

/** Null = the clocks agree well enough, or nobody knows. */
export function skewOf({ clockOffsetMs }: Pick<SyncStatus, 'clockOffsetMs'>): Skew | null {
  if (clockOffsetMs === null || Math.abs(clockOffsetMs) <= SKEWED_MS) return null
  return { is: clockOffsetMs > 0 ? 'slow' : 'fast', ms: Math.abs(clockOffsetMs) }
}

import type { Assignment, HistoryEntry } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { UNTIL_BEGUN } from '../../src-preload/contract/vocabulary/leaseWords.ts'
import { formatDuration } from './duration.ts'
import type { Say } from './useText.ts'

/** Who works on a claim, as a screen tells it. */
export type Holding =
  | { readonly kind: 'free' }
  /** A lease runs; `leftMs` null = a lead gave it to them, and no clock takes it away before they begin. */
  | { readonly kind: 'held'; readonly name: string; readonly isMine: boolean; readonly leftMs: number | null }
  /** The lease ran out, or none was ever needed: nobody is in the way. */
  | { readonly kind: 'ended' | 'last'; readonly name: string; readonly isMine: boolean }

/** `nowMs`: epoch milliseconds; `myId` null = not known yet. */
export function holdingOf(
  assigned: Pick<Assignment, 'userId' | 'name' | 'until'> | null,
  myId: string | null,
  nowMs: number,
): Holding {
  if (assigned === null) return { kind: 'free' }
  const { userId, name, until } = assigned
  const isMine = userId === myId
  if (until === null) return { kind: 'last', name, isMine }
  if (until === UNTIL_BEGUN) return { kind: 'held', name, isMine, leftMs: null }
  const leftMs = Date.parse(until) - nowMs
  return leftMs > 0 ? { kind: 'held', name, isMine, leftMs } : { kind: 'ended', name, isMine }
}

/** "Yours · 24m", "Anouk Kessler · 12m", "Yours until you begin", "Your lease ended", "Last held by Anouk Kessler". */
export function holdingWords(holding: Holding, locale: string, say: Say): string {
  if (holding.kind === 'free') return say('holding.free')
  const { name, isMine } = holding
  if (holding.kind !== 'held') {
    const { kind } = holding
    return isMine ? say(`holding.${kind}.mine`) : say(`holding.${kind}`, { name })
  }
  const { leftMs } = holding
  if (leftMs === null) return isMine ? say('holding.given.mine') : say('holding.given', { name })
  const time = leftMs < 60_000 ? say('holding.lastMinute') : formatDuration(locale, leftMs)
  return isMine ? say('holding.mine', { time }) : say('holding.other', { name, time })
}

const OF_ASSIGNMENT = ['review_started', 'taken', 'released', 'handed_over', 'lease_ended'] as const

/** This person had the claim, and their time with it ran out: nobody took it from them, and they did not give it back. */
export function hasLeaseEnded(
  assigned: Assignment | null,
  history: readonly HistoryEntry[],
  myId: string | null,
  nowMs: number,
): boolean {
  const holding = holdingOf(assigned, myId, nowMs)
  if (holding.kind === 'ended') return holding.isMine
  if (holding.kind !== 'free') return false
  const last = history
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .findLast(({ kind }) => OF_ASSIGNMENT.some((each) => each === kind))
  return last?.kind === 'lease_ended'
}

import type { Clock } from '../../../../src-preload/contract/vocabulary/clockShape.ts'

/** The clock that asks for action first; a paused one when none runs; null when there is none. */
export function leadingClock(clocks: readonly Clock[]): Clock | null {
  const running = clocks.filter(({ dueAt }) => dueAt !== null)
  const byDue = running.toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
  return byDue[0] ?? clocks[0] ?? null
}

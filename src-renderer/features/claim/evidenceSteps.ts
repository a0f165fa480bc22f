import type { NumberedEvidence } from '../../stores/evidence.ts'

/** The next place after (1) or before (-1) the active one, around the ends; from none, the first or the last. */
export function stepFrom(
  all: readonly NumberedEvidence[],
  active: number | null,
  by: 1 | -1,
): NumberedEvidence | undefined {
  if (all.length === 0) return undefined
  const at = all.findIndex(({ number }) => number === active)
  if (at < 0) return by === 1 ? all[0] : all.at(-1)
  return all[(at + by + all.length) % all.length]
}

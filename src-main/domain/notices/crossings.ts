import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Crossing } from '../../../src-preload/contract/vocabulary/noticeShape.ts'

/** A mark of a clock. Instants are epoch milliseconds. */
export interface Mark {
  readonly share: Crossing['share']
  readonly at: number
}

/** When half, three quarters, nine tenths and all of a clock are used, in this order; none while it stands still. */
export function marksOf(clock: Clock): Mark[] {
  const { halfAt, threeQuartersAt, nineTenthsAt, dueAt } = clock
  const marks = [
    { share: 50, at: halfAt },
    { share: 75, at: threeQuartersAt },
    { share: 90, at: nineTenthsAt },
    { share: 100, at: dueAt },
  ] as const
  return marks.flatMap(({ share, at }) => (at === null ? [] : [{ share, at: Date.parse(at) }]))
}

/** Names a mark for good: a clock that begins anew is another one, one that is paused or moved is the same. */
export interface MarkKey {
  readonly claimId: ClaimId
  readonly timer: Clock['timer']
  readonly startedAt: number
  readonly share: Crossing['share']
}

/** Of a digest, one line for each clock: that it is half used need not be said where it has run out since. */
export function gravestOf(crossings: readonly Crossing[]): Crossing[] {
  const gravest = new Map<string, Crossing>()
  for (const one of crossings) {
    const key = `${one.claimId} ${one.timer}`
    const known = gravest.get(key)
    if (known === undefined || known.share < one.share) gravest.set(key, one)
  }
  return [...gravest.values()].sort(
    (a, b) => b.share - a.share || Date.parse(a.at) - Date.parse(b.at) || (a.claimId < b.claimId ? -1 : 1),
  )
}

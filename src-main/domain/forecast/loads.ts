import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OpenWork } from './forecast.ts'

export interface LoadChange {
  readonly userId: UserId
  readonly held: number
  readonly after: number
}

/**
 * What people hold of the work, and would hold if claims went to others; of those who give or get one, in no order. What does not wait
 * for a reviewer is no load of anybody, also when it is handed over.
 */
export function loadsAfter(
  work: readonly OpenWork[],
  moves: ReadonlyMap<ClaimId, UserId>,
): readonly LoadChange[] {
  const before = new Map<UserId, number>()
  const after = new Map<UserId, number>()
  const touched = new Set<UserId>(moves.values())
  const count = (of: Map<UserId, number>, userId: UserId | null) => {
    if (userId !== null) of.set(userId, (of.get(userId) ?? 0) + 1)
  }
  for (const { claimId, heldBy } of work) {
    const to = moves.get(claimId)
    if (to !== undefined && heldBy !== null) touched.add(heldBy)
    count(before, heldBy)
    count(after, to ?? heldBy)
  }
  return [...touched].map((userId) => {
    return { userId, held: before.get(userId) ?? 0, after: after.get(userId) ?? 0 }
  })
}

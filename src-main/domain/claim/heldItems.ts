import type { ClaimMatters } from '../../../src-preload/contract/vocabulary/matterShape.ts'

/** The claimed items but those whose association an arbitration ended. */
export function heldItems(claim: {
  readonly items: readonly string[]
  readonly matters: Pick<ClaimMatters, 'endedItems'>
}): string[] {
  const ended = claim.matters.endedItems ?? []
  return claim.items.filter((id) => !ended.some(({ item }) => item === id))
}

import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { hashOfText, mixed } from '../evidence/mixedHash.ts'

/**
 * The order in which one person sees the parties of a case, from left to right: drawn, so that nobody stands first by right, and for this
 * person always the same. Whoever joins later takes a place of their own and leaves the order of the others as it was.
 */
export function boardOrder<Party extends { readonly claimId: ClaimId }>(
  parties: readonly Party[],
  orderSeed: number,
  userId: UserId,
): Party[] {
  const place = ({ claimId }: Party): number => mixed(hashOfText(`${userId} ${claimId}`), orderSeed)
  return parties.toSorted((a, b) => place(a) - place(b) || (a.claimId < b.claimId ? -1 : 1))
}

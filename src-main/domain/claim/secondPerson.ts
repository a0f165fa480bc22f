import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { Role } from '../../../src-preload/contract/vocabulary/words.ts'
import { roleMay } from './roles.ts'
import type { ClaimSituation } from './situation.ts'

/** T13: whoever rejected a claim does not decide its dispute, where the profile says so. */
export function isOwnDispute(
  { subState, matters }: Pick<ClaimSituation, 'subState' | 'matters'>,
  userId: UserId,
  { dispute }: Pick<PolicyProfile, 'dispute'>,
): boolean {
  return subState === 'dispute_review' && dispute.fourEyes && matters.rejection?.byUserId === userId
}

/** Those of a team who may decide a dispute: by their role, and because they did not reject. */
export function decidersOf<P extends { readonly userId: UserId; readonly role: Role }>(
  claim: Pick<ClaimSituation, 'subState' | 'matters'>,
  team: readonly P[],
  policy: Pick<PolicyProfile, 'dispute'>,
): P[] {
  return team.filter(({ userId, role }) => roleMay(role, 'approve') && !isOwnDispute(claim, userId, policy))
}

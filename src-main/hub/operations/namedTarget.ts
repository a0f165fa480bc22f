import type { ConflictReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import type { OperationAction } from '../api/operations.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import type { Tx } from '../store/database.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { findTeamMember } from '../store/peopleRepo.ts'

/** A hand-over with the name that the hub has for the person, every other act as it is; or why that person may not have the claim. */
export async function namedTarget(
  tx: Tx,
  claim: HubClaim,
  action: OperationAction,
): Promise<OperationAction | ConflictReason> {
  if (action.kind !== 'hand_over') return action
  const target = await findTeamMember(tx, action.toUserId)
  if (target === undefined || !roleMay(target.role, 'take')) return 'not_allowed'
  const linked = await linkedPartners(tx, target.userId)
  return linked.includes(claim.form.mpnId) ? 'conflict_of_interest' : { ...action, toName: target.name }
}

import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import type { OperationResult } from '../api/operations.ts'
import type { TwinsDismissed } from '../api/qualityActs.ts'
import { mostTelling } from '../operations/conflictReason.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import type { Tx } from '../store/database.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { findTeamMember } from '../store/peopleRepo.ts'
import { dismissTwins as keepDismissal } from '../store/twinsRepo.ts'

interface Dismissing {
  readonly userId: UserId
  /** Epoch milliseconds: the hub decides time. */
  readonly now: () => number
}

/** Keeps why a lead finds it right that two near-identical claims were decided otherwise. Both claims stay as they are. */
export async function dismissTwins(
  tx: Tx,
  claim: StoredClaim,
  { approvedId, otherId, reason }: TwinsDismissed,
  { userId, now }: Dismissing,
): Promise<OperationResult> {
  const { revision, form } = claim
  const user = await findTeamMember(tx, userId)
  const linked = await linkedPartners(tx, userId)
  const refusal = mostTelling([
    ...(user === undefined || !roleMay(user.role, 'dismiss_twins') ? (['role_lost'] as const) : []),
    ...(linked.includes(form.mpnId) ? (['conflict_of_interest'] as const) : []),
  ])
  if (refusal !== null || user === undefined)
    return { outcome: 'conflict', reason: refusal ?? 'role_lost', currentRevision: revision }
  const by = { userId, name: user.name }
  const pair = { approvedId, otherId, otherClaimId: form.claimId }
  const isKept = await keepDismissal(tx, pair, { by, at: new Date(now()), reason })
  return isKept
    ? { outcome: 'applied', revision }
    : { outcome: 'conflict', reason: 'not_allowed', currentRevision: revision }
}

import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ConflictReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { mayEver } from '../../domain/arbitration/voteBlocks.ts'
import type { CaseAct } from '../api/caseDecision.ts'
import type { OperationResult } from '../api/operations.ts'
import type { HubUser } from '../api/people.ts'
import { mostTelling } from '../operations/conflictReason.ts'
import type { Rules } from '../policy/rules.ts'
import { listCases } from '../store/arbitrationRepo.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import type { Tx } from '../store/database.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { findTeamMember } from '../store/peopleRepo.ts'
import { changesSince } from './outcomeConflict.ts'
import { type Side, sidesOf } from './sidesOfOutcome.ts'

export interface ActingOnCases {
  readonly userId: UserId
  readonly rules: Rules
  /** Epoch milliseconds: the hub decides time. */
  readonly now: () => number
}

/** Cases and parties as they stand now, for somebody who may act on them and saw them so. */
export interface CasesLookedAt {
  readonly user: HubUser
  readonly cases: readonly ArbitrationCase[]
  readonly sides: readonly Side[]
  /** Answers the operation with a conflict. */
  readonly conflict: (reason: ConflictReason) => OperationResult
}

/**
 * What an act on whole cases was made on, and who made it, held against what the database says now.
 * @param claim the party on which the operation came.
 */
export async function lookAtCases(
  tx: Tx,
  claim: StoredClaim,
  act: CaseAct,
  { userId, rules }: Pick<ActingOnCases, 'userId' | 'rules'>,
): Promise<CasesLookedAt | { readonly refused: OperationResult }> {
  const conflict = (reason: ConflictReason): OperationResult => ({
    outcome: 'conflict',
    reason,
    currentRevision: claim.revision,
  })
  const user = await findTeamMember(tx, userId)
  if (user === undefined) return { refused: conflict('role_lost') }
  if (!rules.knows(claim.policy)) await rules.refresh(tx)
  const { tenantId } = claim.form.customer
  const cases = await listCases(
    tx,
    act.cases.map(({ caseId }) => ({ tenantId, caseId })),
  )
  const sides = await sidesOf(tx, cases, act, rules)
  const linked = await linkedPartners(tx, userId)
  const isAllowed = mayEver(user.role, act.kind)
  const changed = mostTelling(changesSince({ act, isAllowed, cases, sides, linked }))
  return changed === null ? { user, cases, sides, conflict } : { refused: conflict(changed) }
}

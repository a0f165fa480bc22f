import type {
  ArbitrationCase,
  OutreachEntry,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimComment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { Instant, type OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { afterOutreach, askDueAt } from '../../domain/arbitration/outreach.ts'
import type { OperationAction } from '../api/operations.ts'
import type { HubUser } from '../api/people.ts'
import { basisName, type ClockBasis } from '../claims/clockBasis.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import type { Rules } from '../policy/rules.ts'
import { insertOutreach, updateCase } from '../store/arbitrationWrites.ts'
import { listLivingCasesOf } from '../store/arbitrationRepo.ts'
import { keyOf } from '../store/claimWrites.ts'
import type { Tx } from '../store/database.ts'
import { settleCases } from './settleCases.ts'

/** An act that was carried out on a party, and what of it was written to the partner. */
export interface Approaching {
  /** As it stood before. */
  readonly claim: HubClaim
  /** Its living cases as they stood before. */
  readonly cases: readonly ArbitrationCase[]
  readonly action: OperationAction
  readonly operationId: OperationId
  readonly user: HubUser
  /** Undefined = nothing was written. */
  readonly comment: ClaimComment | undefined
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * Writes into the party's log what it was asked or told: by an ask or a tell in the case that this is about, and by the comment of a hold
 * in each (S-130). Other acts leave nothing there.
 */
export async function noteOutreach(tx: Tx, approaching: Approaching, rules: Rules): Promise<void> {
  const { claim, action, comment, now } = approaching
  if (comment === undefined) return
  const meant = casesMeant(approaching)
  if (meant.length === 0) return
  // Writing the claim may have changed where they stand.
  const known = await listLivingCasesOf(tx, keyOf(claim))
  for (const one of known.filter(({ caseId }) => meant.includes(caseId))) {
    const basis = rules.basisOf(one.policy)
    const entry = entryOf(action, { ...approaching, comment }, rules.basisOf(claim.policy))
    const outreach = { claimId: claim.form.claimId, entry, role: approaching.user.role }
    await updateCase(tx, afterOutreach(one, outreach), { clocksBasis: basisName(basis), lookAt: null })
    await insertOutreach(tx, one, outreach)
    const { tenantId, contested } = one
    const at = new Date(now).toISOString()
    await settleCases(tx, [{ tenantId, key: contested.key, contested }], { basisOf: rules.basisOf, at })
  }
}

function casesMeant({ action, cases }: Approaching): ArbitrationCase['caseId'][] {
  if (action.kind === 'case_ask' || action.kind === 'case_tell') return [action.caseId]
  return action.kind === 'hold_for_arbitration' ? cases.map(({ caseId }) => caseId) : []
}

function entryOf(
  action: OperationAction,
  { claim, operationId, user, comment, now }: Approaching & { readonly comment: ClaimComment },
  { policy, calendar }: ClockBasis,
): OutreachEntry {
  const asked = action.kind === 'case_ask' ? action : null
  return {
    entryId: operationId,
    kind: asked === null ? 'tell' : 'ask',
    asks: asked === null ? [] : [...new Set(asked.asks)],
    at: Instant.parse(new Date(now).toISOString()),
    byUserId: user.userId,
    byName: user.name,
    commentId: comment.commentId,
    dueAt:
      asked === null
        ? null
        : askDueAt({ state: claim.state, businessDays: asked.businessDays, policy, calendar, at: now }),
    answeredAt: null,
    answer: null,
  }
}

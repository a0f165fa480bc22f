import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type CaseAct, CaseDecision, CaseVoteCast } from '../../../src-main/hub/api/caseDecision.ts'
import { OperationRequest, type OperationResult } from '../../../src-main/hub/api/operations.ts'
import { listCases } from '../../../src-main/hub/store/arbitrationRepo.ts'
import { arbitrationCases } from '../../../src-main/hub/store/schema.ts'
import { livingParties } from '../../../src-main/domain/arbitration/parties.ts'
import { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { OutcomeActName } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { CaseId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { allMet, anOperation, startReview } from './hubClaim.ts'
import type { TestCaller, TestHub } from './testHub.ts'

/** Every case of the hub, the first opened first. */
export async function allCases(hub: TestHub): Promise<ArbitrationCase[]> {
  const { db } = hub.ports
  const rows = await db
    .select({ tenantId: arbitrationCases.tenantId, caseId: arbitrationCases.caseId })
    .from(arbitrationCases)
    .where(sql`tenant_id in (select tenant_id from claims)`)
  const keys = rows.map((row) => ({ tenantId: row.tenantId as TenantId, caseId: row.caseId as CaseId }))
  const found = (await listCases(db, keys)).map((one) => ArbitrationCase.parse(one))
  return found.sort((a, b) => (a.openedAt + a.contested.key < b.openedAt + b.contested.key ? -1 : 1))
}

export interface DecisionWish {
  /** By the key of what is contested: the claim that gets it; null = nobody. */
  readonly winners: Readonly<Record<string, string | null>>
  /** By claim: what is written to it; a second one, after a plus, once the winner is approved. */
  readonly letters: Readonly<Record<string, OutcomeActName | `+${OutcomeActName}`>>
  /** Claims whose proof names no product. */
  readonly unproved?: readonly string[]
  readonly reason?: string
  readonly words?: Readonly<Record<string, string>>
}

/** What a lead decides on the cases and claims as they stand now, every criterion met unless wished otherwise. */
export async function aDecision(hub: TestHub, wish: DecisionWish): Promise<CaseDecision> {
  const cases = (await allCases(hub)).filter(({ contested: { key } }) => Object.hasOwn(wish.winners, key))
  const ids = [
    ...new Set(cases.flatMap(({ parties }) => livingParties(parties).map(({ claimId }) => claimId))),
  ]
  const claims = await Promise.all(ids.map((claimId) => hub.record(claimId)))
  return decisionOn(cases, claims, {
    winners: wish.winners,
    reason: wish.reason ?? 'The newer proof names the workload.',
    unproved: wish.unproved ?? [],
    letters: Object.entries(wish.letters).map(([claimId, act]) => ({
      claimId,
      act: act.replace('+', ''),
      isLater: act.startsWith('+'),
      comment: wish.words?.[claimId] ?? 'Please see what was decided.',
    })),
  })
}

export interface MadeDecision extends Pick<DecisionWish, 'winners'> {
  readonly reason: string
  readonly unproved: readonly string[]
  readonly letters: readonly {
    readonly claimId: string
    readonly act: string
    readonly isLater: boolean
    readonly comment: string
  }[]
}

/** The decision of these cases between these claims, as whoever made it had them before their eyes. */
export function decisionOn(
  cases: readonly ArbitrationCase[],
  claims: readonly ClaimRecord[],
  { winners, reason, unproved, letters }: MadeDecision,
): CaseDecision {
  return CaseDecision.parse({
    kind: 'case_decide',
    cases: cases.map(({ caseId, revision, contested }) => ({
      caseId,
      caseRevision: revision,
      winner: winners[contested.key],
      rung: 'recency',
    })),
    reason,
    parties: claims.map((claim) => ({
      claimId: claim.form.claimId,
      claimRevision: claim.revision,
      policy: claim.policy,
      documentHashes: claim.documents.map(({ sha256 }) => sha256).sort(),
      verdicts: allMet(claim).map((one) =>
        one.criterion === 'products' && unproved.includes(claim.form.claimId)
          ? { ...one, verdict: 'not_met' }
          : one,
      ),
      details: claim.form.items.map(({ id }) => ({ item: id, check: 'matrix', verdict: 'met' })),
    })),
    letters,
  })
}

/** What a lead would decide, of the same wish; `resolver`: whom they name. */
export function voteOf(
  { cases, reason, parties }: CaseDecision,
  resolver: string | null = 'team_lead',
): CaseVoteCast {
  return CaseVoteCast.parse({
    kind: 'case_vote',
    cases: cases.map(({ caseId, winner }) => ({ caseId, winner })),
    reason,
    resolver,
    parties,
  })
}

/** The operation of a decision or vote, on the first of its parties. */
export async function aDecisionRequest(
  hub: TestHub,
  decision: CaseAct,
): Promise<{ readonly claimId: string; readonly request: OperationRequest }> {
  const [first] = decision.parties
  if (first === undefined) throw new Error('A decision has parties')
  const claim = await hub.record(first.claimId)
  const { action: _action, ...rest } = anOperation(claim, startReview)
  return {
    claimId: first.claimId,
    request: OperationRequest.parse({ ...rest, operationId: randomUUID(), action: decision }),
  }
}

/** Decides or votes, and gives back what the hub says. */
export async function decideAtHub(
  hub: TestHub,
  decision: CaseAct,
  who: TestCaller = 'arbitration_lead',
): Promise<OperationResult> {
  const { claimId, request } = await aDecisionRequest(hub, decision)
  return hub.operate(who, claimId, request)
}

import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type {
  ClaimId,
  OperationId,
  TenantId,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { DECISIONS } from '../../../src-preload/contract/vocabulary/words.ts'
import { partyToLookAt } from '../../domain/quality/partyToLookAt.ts'
import type { CaseDecision } from '../api/caseDecision.ts'
import type { Db, Tx } from './database.ts'
import type { DecisionRow } from './qualityRepo.ts'
import { operations } from './schema.ts'

const columns = {
  tenantId: operations.tenantId,
  decisionId: operations.operationId,
  deciderId: operations.userId,
  decidedAt: operations.receivedAt,
  parties: sql<unknown>`${operations.request} -> 'action' -> 'parties'`,
  letters: sql<unknown>`${operations.request} -> 'action' -> 'letters'`,
}

interface RawOutcome {
  readonly tenantId: string
  readonly decisionId: string
  readonly deciderId: string
  readonly decidedAt: Date
  readonly parties: unknown
  readonly letters: unknown
}

const isAppliedOutcome = and(
  eq(operations.kind, 'case_decide'),
  sql`${operations.result} ->> 'outcome' = 'applied'`,
)

/** Outcomes of cases in a span, each by the one of its claims that stands for it; the newest first. */
export async function listCaseDecisions(
  db: Db | Tx,
  { from, to, most }: { readonly from: Date; readonly to: Date; readonly most: number },
): Promise<DecisionRow[]> {
  const rows = await db
    .select(columns)
    .from(operations)
    .where(and(isAppliedOutcome, gte(operations.receivedAt, from), lt(operations.receivedAt, to)))
    .orderBy(desc(operations.receivedAt), asc(operations.operationId))
    .limit(most)
  return rows.flatMap((row) => partyToLookAt(row.decisionId, decisionsIn(row)) ?? [])
}

interface Wanted {
  readonly tenantId: TenantId
  readonly claimId: ClaimId
  readonly decisionId: OperationId
}

/** What these outcomes of cases decided about these claims; nothing for what is no such outcome. */
export async function listCaseDecisionsOn(db: Db | Tx, wanted: readonly Wanted[]): Promise<DecisionRow[]> {
  if (wanted.length === 0) return []
  const tenants = [...new Set(wanted.map(({ tenantId }) => tenantId))]
  const ids = wanted.map(({ decisionId }) => decisionId)
  const rows = await db
    .select(columns)
    .from(operations)
    .where(and(isAppliedOutcome, inArray(operations.operationId, ids), inArray(operations.tenantId, tenants)))
  const isWanted = (one: DecisionRow) =>
    wanted.some(({ claimId, decisionId }) => claimId === one.claimId && decisionId === one.decisionId)
  return rows.flatMap(decisionsIn).filter(isWanted)
}

/** The parties that were approved, asked or rejected. An association that ended is no word on what its claim proves. */
function decisionsIn({ tenantId, decisionId, deciderId, decidedAt, ...said }: RawOutcome): DecisionRow[] {
  // Written from a parsed request.
  const { parties, letters } = said as Pick<CaseDecision, 'parties' | 'letters'>
  return parties.flatMap(({ claimId, policy, verdicts }): DecisionRow[] => {
    const act = letters.find((letter) => letter.claimId === claimId && !letter.isLater)?.act
    const outcome = DECISIONS.find((one) => one === act)
    if (outcome === undefined || verdicts.length === 0) return []
    return [
      {
        tenantId: tenantId as TenantId,
        claimId,
        decisionId: decisionId as OperationId,
        deciderId: deciderId as UserId,
        decidedAt,
        outcome,
        policy,
        verdicts,
        reasons: [],
        isOfCase: true,
      },
    ]
  })
}

import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'

/**
 * Changes with everything that an outcome rests on: the case and its claims as the hub has them, and what checks and people say of their
 * papers here, which changes no revision.
 */
export const basisOfOutcome = (
  { case: { revision }, claims }: Pick<CaseDetail, 'case' | 'claims'>,
  parties: CaseBoard['parties'],
): string =>
  JSON.stringify([revision, claims.map(({ claimId, summary }) => [claimId, summary?.revision]), parties])

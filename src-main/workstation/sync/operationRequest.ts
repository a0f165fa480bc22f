/** The wire's words for what a command becomes. Only this folder knows the hub's schemas. */
import { z } from 'zod'
import type { CaseId, ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type CaseAct, CaseDecision, CaseVoteCast } from '../../hub/api/caseDecision.ts'
import { OperationAction } from '../../hub/api/operations.ts'
import type { CoachingNoteSent, SecondReview, TwinsDismissed } from '../../hub/api/qualityActs.ts'

export type { CaseAct, CaseDecision, CaseVoteCast } from '../../hub/api/caseDecision.ts'
export type { OperationAction, SentAction } from '../../hub/api/operations.ts'

/** A word on a decision that was made; nothing happens to its claim. */
export type SaidOfDecision = SecondReview | CoachingNoteSent | TwinsDismissed

const Content = z.looseObject({ action: OperationAction })

/** The act inside an operation's content; null = another version wrote it, and this one cannot send it. */
export function readAction(content: unknown): OperationAction | null {
  return Content.safeParse(content).data?.action ?? null
}

const CaseContent = z.looseObject({ action: z.discriminatedUnion('kind', [CaseDecision, CaseVoteCast]) })

/** What was decided or voted about cases; null = it is an act on one claim, or another version wrote it. */
export function readCaseAct(content: unknown): CaseAct | null {
  return CaseContent.safeParse(content).data?.action ?? null
}

/** Of an operation the claims and cases that it is about: those of an act on whole cases stand in its content. */
export interface Touched {
  readonly claimIds: readonly ClaimId[]
  readonly caseIds: readonly CaseId[]
}

export function touchedBy(operation: { readonly claimId: ClaimId; readonly content: unknown }): Touched {
  const act = readCaseAct(operation.content)
  return {
    claimIds: act === null ? [operation.claimId] : act.parties.map(({ claimId }) => claimId),
    caseIds: act === null ? [] : act.cases.map(({ caseId }) => caseId),
  }
}

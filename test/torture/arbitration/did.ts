import type { CaseDecision } from '../../../src-main/hub/api/caseDecision.ts'
import type { IntakeResult } from '../../../src-main/hub/api/intakeResult.ts'
import type { OperationRequest, OperationResult } from '../../../src-main/hub/api/operations.ts'
import type { SentKind } from '../../../src-preload/contract/vocabulary/words.ts'

export const LEADS = ['arbitration_lead', 'arbitration_lead-2'] as const
export type Lead = (typeof LEADS)[number]
export const leadNamed = (lead: Lead): string => `The ${lead}`

/** A lead's decision from when it was made, with every answer that it got. */
export interface LeadsDecision {
  readonly lead: Lead
  /** The claim that the operation goes to. */
  readonly claimId: string
  readonly request: OperationRequest
  readonly decision: CaseDecision
  readonly answers: OperationResult[]
}

/** What somebody did, as it was answered. */
export type Did =
  | {
      readonly side: 'team'
      readonly kind: SentKind
      readonly claimId: string
      readonly answer: OperationResult
      /** Of a lead's decision. */
      readonly of: LeadsDecision | null
      /** What the act says to the partner; null = nothing. */
      readonly words: string | null
    }
  | {
      readonly side: 'others'
      readonly act: string
      readonly claimId: string
      readonly outcome: IntakeResult['outcome']
    }

export const isApplied = (did: Did): boolean =>
  did.side === 'team' ? did.answer.outcome === 'applied' : did.outcome === 'done'

export function wordsOf(did: Did): string {
  if (did.side === 'others') return `${did.act} ${did.claimId}: ${did.outcome}`
  const { answer } = did
  const said = answer.outcome === 'applied' ? 'applied' : `conflict, ${answer.reason}`
  const winners = did.of?.decision.cases.map(({ winner }) => winner).join() ?? ''
  const who = did.of === null ? '' : ` by ${did.of.lead} for ${winners}`
  return `${did.kind} ${did.claimId}${who}: ${said}`
}

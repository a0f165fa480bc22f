import type { LetterName } from '../../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import type { LetterChoice } from '../letter/factsOfClaim.ts'
import type { OutcomeAct, OutcomePlan } from './outcome.ts'

/** What of a plan is said to whom. */
export interface PlannedLetter extends Pick<LetterName, 'claimId' | 'isLater'> {
  readonly act: OutcomeAct
}

export function lettersOf({ acts, later }: OutcomePlan): PlannedLetter[] {
  const ends = Map.groupBy(later, ({ claimId }) => claimId)
  return [
    ...acts.map(({ claimId, act }) => ({ claimId, act, isLater: false })),
    ...[...ends].map(([claimId, own]) => ({
      claimId,
      act: { act: 'end_association', items: own.flatMap(({ items }) => items) } as const,
      isLater: true,
    })),
  ]
}

/** What the letter of an act speaks of. */
export function letterChoiceOf(act: OutcomeAct): LetterChoice {
  return {
    decision: act.act,
    reasons: 'reasons' in act ? act.reasons : [],
    items: 'items' in act ? act.items : [],
    mayRemoveItems: 'mayRemoveItems' in act && act.mayRemoveItems,
    partnerRequestReason: 'partnerRequestReason' in act ? act.partnerRequestReason : null,
  }
}

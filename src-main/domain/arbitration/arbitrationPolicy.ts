import { COMPARED_RUNGS, type ComparedRung } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'

export type ArbitrationPolicy = NonNullable<PolicyProfile['arbitration']>

/** What a profile means that leaves its section out, as the first released versions do. */
export const ARBITRATION_BY_DEFAULT: ArbitrationPolicy = {
  rungs: {
    validity: 1,
    customer_statement: 2,
    recency: 3,
    specificity: 4,
    currency: 5,
    activity_fit: 6,
  },
  statementTieDays: 1,
  recencyTieDays: 7,
  suggestion: 'incumbent',
  fourEyes: false,
  secondOpinion: false,
}

export const arbitrationOf = ({ arbitration }: Pick<PolicyProfile, 'arbitration'>): ArbitrationPolicy =>
  arbitration ?? ARBITRATION_BY_DEFAULT

/** The comparisons that are made, the first one first. */
export function rungsInOrder({ rungs }: ArbitrationPolicy): ComparedRung[] {
  return COMPARED_RUNGS.flatMap((rung) => {
    const place = rungs[rung]
    return place === null ? [] : [{ rung, place }]
  })
    .toSorted((a, b) => a.place - b.place)
    .map(({ rung }) => rung)
}

import { COMPARED_RUNGS, type ComparedRung } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import { ARBITRATION_BY_DEFAULT } from '../../../src-preload/contract/vocabulary/policyDefaults.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'

export { ARBITRATION_BY_DEFAULT }

export type ArbitrationPolicy = NonNullable<PolicyProfile['arbitration']>

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

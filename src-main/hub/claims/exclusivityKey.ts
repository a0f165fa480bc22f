import type { ClaimForm, ClaimItem } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { exclusivityKeyOf as keyOf, type ExclusiveUnits } from '../../domain/intake/exclusivity.ts'

export { CONTENDING_STATES, isContending } from '../../domain/intake/exclusivity.ts'

/** What both profiles of `resources/policy` say, and what every stored key was made by. */
export const USUAL_UNITS: ExclusiveUnits = {
  OSA_SELL: 'subscription',
  OSU_M365: 'workload',
  OSU_BIZAPPS: 'subscription',
  REVENUE_ASSOCIATION: 'subscription',
}

/** The key under which an item is stored. Two claims compete where their keys are equal, so one hub keys by one set of units. */
export function exclusivityKeyOf(
  form: Pick<ClaimForm, 'claimId' | 'solutionArea' | 'program'>,
  item: ClaimItem,
  units: ExclusiveUnits = USUAL_UNITS,
): string {
  return keyOf(form, item, units)
}

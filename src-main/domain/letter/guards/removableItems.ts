import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import type { Criterion, Verdict } from '../../../../src-preload/contract/vocabulary/words.ts'

interface FoundCriterion {
  readonly criterion: Criterion
  readonly item: string | null
  readonly machine: { readonly verdict: Verdict } | null
  readonly reviewer: { readonly verdict: Verdict } | null
}

/** The partner may change the items of a claim that waits for its answer (S-53 to S-57). */
export function mayRemoveItems({ edit }: Pick<PolicyProfile, 'edit'>): boolean {
  return edit.states.includes('partner_action_required') && edit.fields.includes('items')
}

/**
 * Items that stand alone between the claim and an approval: their proof is missing, and everything else holds. Removing them is then
 * the shorter way. Empty = none, or nothing would be left of the claim, or its profile knows no such edit.
 */
export function removableItems(
  criteria: readonly FoundCriterion[],
  policy: Pick<PolicyProfile, 'edit'> | null,
): string[] {
  if (policy === null || !mayRemoveItems(policy)) return []
  const verdictOf = ({ machine, reviewer }: FoundCriterion) => reviewer?.verdict ?? machine?.verdict
  const unproved = criteria.filter((one) => one.criterion === 'products' && verdictOf(one) === 'not_met')
  const rest = criteria.filter((one) => !unproved.includes(one))
  const isRestFine = rest.every((one) => ['met', 'not_applicable'].includes(verdictOf(one) ?? ''))
  const hasRest = rest.some(({ criterion }) => criterion === 'products')
  return isRestFine && hasRest ? unproved.flatMap(({ item }) => (item === null ? [] : [item])) : []
}

import type { CriterionView } from '../../src-preload/contract/claims.ts'
import type { Verdict } from '../../src-preload/contract/vocabulary/words.ts'

/** The verdict that a screen shows: the reviewer's word, else what the machine said; null = not checked yet. */
export function shownVerdict({ reviewer, machine }: CriterionView): Verdict | null {
  return reviewer?.verdict ?? machine?.verdict ?? null
}

/** Stands in the way of an approval: neither met nor not applicable, or settled by nobody. */
export function isOpen({ effective }: CriterionView): boolean {
  return effective !== 'met' && effective !== 'not_applicable'
}

const WORST_FIRST: readonly Verdict[] = ['not_met', 'cannot_tell', 'met', 'not_applicable']

/** The verdict of a group such as the products; null when one of them was not checked. */
export function worstVerdict(views: readonly CriterionView[]): Verdict | null {
  const verdicts = views.map(shownVerdict)
  return verdicts.includes(null) ? null : (WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? null)
}

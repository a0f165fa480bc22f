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

/** A verdict as the checks show it: what an advisory check found well is not settled before a person has confirmed it. */
export type Standing = Verdict | 'to_confirm'

/** How a criterion stands; null = not checked yet. */
export function standingOf(view: CriterionView): Standing | null {
  const verdict = shownVerdict(view)
  const holds = verdict === 'met' || verdict === 'not_applicable'
  return holds && isOpen(view) ? 'to_confirm' : verdict
}

const WORST_FIRST: readonly Standing[] = ['not_met', 'cannot_tell', 'to_confirm', 'met', 'not_applicable']

/** How a group such as the products stands; null when one of them was not checked. */
export function worstStanding(views: readonly CriterionView[]): Standing | null {
  const standings = views.map(standingOf)
  return standings.includes(null) ? null : (WORST_FIRST.find((one) => standings.includes(one)) ?? null)
}

import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'

/**
 * The verdict that counts. A reviewer's word always does; the machine's only when it is met or not applicable. Null = open:
 * a machine's *cannot tell* or *not met* decides nothing on its own, and nothing at all that an advisory check says.
 * @param isAdvisory the check was right too seldom of late.
 */
export function effectiveVerdict(
  machine: Verdict | null,
  reviewer: Verdict | null,
  isAdvisory = false,
): Verdict | null {
  if (reviewer !== null) return reviewer
  if (isAdvisory) return null
  return machine === 'met' || machine === 'not_applicable' ? machine : null
}

export interface JudgedCriterion {
  readonly criterion: Criterion
  /** The item's id for products; null = the whole claim. */
  readonly item: string | null
  /** The effective verdict; null = open. */
  readonly verdict: Verdict | null
}

/** Criteria that stand in the way of approval (T7): everything but met and not applicable, in the order given. */
export function openCriteria(judged: readonly JudgedCriterion[]): Block[] {
  return judged
    .filter(({ verdict }) => verdict !== 'met' && verdict !== 'not_applicable')
    .map(({ criterion, item }) => ({ reason: 'criterion_open', criterion, item }))
}

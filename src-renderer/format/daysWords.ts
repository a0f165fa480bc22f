import type { ClockExplanation } from '../../src-preload/contract/claims.ts'
import type { Say } from './useText.ts'

/** A length of a policy: "5 business days", "30 days". */
export function daysWords(count: number, unit: ClockExplanation['unit'], say: Say): string {
  return say(`days.${unit}`, { count })
}

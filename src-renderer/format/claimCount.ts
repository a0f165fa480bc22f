import type { ClaimCount } from '../../src-preload/contract/vocabulary/queueShape.ts'
import type { Say } from './useText.ts'

/** How many claims, in words where they were not counted to the end. */
export function countWords({ claims, isMore }: ClaimCount, say: Say): string {
  return say(isMore ? 'count.moreThan' : 'count.exact', { count: claims })
}

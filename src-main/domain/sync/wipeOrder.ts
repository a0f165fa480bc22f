import type { WipeAct } from '../../../src-preload/contract/vocabulary/wipeWords.ts'

/** What may follow on the last act about a workstation; null = nothing was ever ordered. */
const FOLLOWS: Readonly<Record<WipeAct | 'nothing', readonly WipeAct[]>> = {
  nothing: ['ordered'],
  ordered: ['taken_back', 'begun', 'done'],
  taken_back: ['ordered'],
  // From here on the workstation may be half gone.
  begun: ['done'],
  // A copy of that profile turned up: what was ordered holds for it as well.
  done: ['begun'],
}

/** Whether an act may be written behind the last one. The same act twice is no second one: who sent it had no answer. */
export const mayFollow = (last: WipeAct | null, next: WipeAct): boolean =>
  FOLLOWS[last ?? 'nothing'].includes(next)

/** The order stands for whoever comes under that name: also for a copy, when the workstation itself is wiped already. */
export const isInForce = (last: WipeAct | null): boolean => last !== null && last !== 'taken_back'

import { boardStates } from './boardStates.ts'
import { claimStates } from './claimStates.ts'
import { decisionStates } from './decisionStates.ts'
import { otherStates } from './otherStates.ts'
import { qualityStates } from './qualityStates.ts'
import { queueStates } from './queueStates.ts'
import type { State } from './state.ts'

/** Everything that the window can show: what axe looks at, what is measured, and what is photographed. */
export const STATES: readonly State[] = [
  ...queueStates,
  ...claimStates,
  ...boardStates,
  ...decisionStates,
  ...otherStates,
  ...qualityStates,
]

import { boardStates } from './boardStates.ts'
import { claimStates } from './claimStates.ts'
import { decisionStates } from './decisionStates.ts'
import { leadStates } from './leadStates.ts'
import { lockedStates } from './lockedStates.ts'
import { otherStates } from './otherStates.ts'
import { reportStates } from './reportStates.ts'
import { policyStates } from './policyStates.ts'
import { qualityStates } from './qualityStates.ts'
import { queueStates } from './queueStates.ts'
import { signInStates } from './signInStates.ts'
import type { State } from './state.ts'

/** Everything that the window can show: what axe looks at, what is measured, and what is photographed. */
export const STATES: readonly State[] = [
  ...queueStates,
  ...claimStates,
  ...boardStates,
  ...decisionStates,
  ...leadStates,
  ...otherStates,
  ...reportStates,
  ...policyStates,
  ...qualityStates,
  ...lockedStates,
  ...signInStates,
]

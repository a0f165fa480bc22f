import type { Timer } from '../../../../src-preload/contract/vocabulary/words.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'

/** What makes a button open the explanation of a clock, and say whether it is open. */
export function useWhy(timer: Timer) {
  const { claimView } = useStores()
  const isOpen = useShared('claimView', ({ drawer }) => drawer?.kind === 'clock' && drawer.timer === timer)
  return {
    'aria-haspopup': 'dialog',
    'aria-expanded': isOpen,
    onClick: () => claimView.getState().openDrawer(isOpen ? null : { kind: 'clock', timer }),
  } as const
}
